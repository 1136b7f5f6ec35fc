import { expect, waitUntil } from '@open-wc/testing';
import { control, expectAccessible, part, parts, textOf } from '../../fixtures/page.js';
import { field, fill, focused, placed, post, record, startAfresh } from './box.js';

describe('the records of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('show official replies with the comment, and other replies when asked for', async () => {
    const { box } = await placed([
      record('1'),
      record('2', { parentId: '1', authorName: '李四' }),
      record('3', { parentId: '1', kind: 'official-reply', authorName: '海关总署' }),
    ]);
    expect(textOf(part(box, 'official')))
      .to.contain('官方回复')
      .and.to.contain('海关总署');
    control(box, '查看 1 条回复').click();
    await waitUntil(() => parts(box, 'comment').length === 3);
    expect(parts(box, 'replies')).to.have.length(0);
    await waitUntil(() => focused(box)?.classList.contains('comment'));
    await expectAccessible(box);
  });

  it('are answered in the form', async () => {
    let parentId: string | undefined;
    const { box, provider } = await placed([record('1', { authorName: '王五' })]);
    const { submit } = provider;
    provider.submit = (thread, draft, options) => {
      ({ parentId } = draft);
      return submit.call(provider, thread, draft, options);
    };
    control(box, '回复：王五').click();
    await waitUntil(() => focused(box) === field(box, 'body'));
    expect(textOf(part(box, 'reply-to'))).to.contain('回复：王五');
    await fill(box);
    await post(box);
    expect(parentId).to.equal('1');
  });

  it('are no longer answered when the reader says so, and the text stays', async () => {
    const { box } = await placed([record('1', { authorName: '王五' })]);
    control(box, '回复：王五').click();
    await waitUntil(() => focused(box) === field(box, 'body'));
    await fill(box);
    const typed = field(box, 'body').value;
    control(box, '取消回复').click();
    await waitUntil(() => focused(box) === field(box, 'body'));
    expect(parts(box, 'reply-to')).to.have.length(0);
    expect(typed.length).to.be.above(0);
    expect(field(box, 'body').value).to.equal(typed);
  });
});
