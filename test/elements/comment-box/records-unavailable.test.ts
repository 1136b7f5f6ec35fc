import { expect, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import { explanations } from '../../../src/elements/comment-box/explain.js';
import { expectAccessible, part, parts, textOf } from '../../fixtures/page.js';
import { failing, field, fill, focused, place, placed, records, startAfresh } from './box.js';

describe('the records of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('keep the focus when more of them do not come', async () => {
    const { box, provider } = await placed(records(30));
    provider.list = failing('server');
    part(box, 'more').focus();
    part(box, 'more').click();
    await waitUntil(() => focused(box)?.part.contains('retry'));
  });

  it('fail without the form, and come by a retry', async () => {
    const { box, provider } = await place(records(1), {}, (_, one) => {
      one.list = failing('server');
    });
    await waitUntil(() => parts(box, 'error').length === 1);
    expect(textOf(part(box, 'error'))).to.contain('评论暂时无法显示');
    await expectAccessible(box);
    await fill(box);
    provider.list = new MemoryCommentProvider(records(1)).list.bind(
      new MemoryCommentProvider(records(1)),
    );
    part(box, 'retry').click();
    await waitUntil(() => parts(box, 'comment').length === 1);
    expect(field(box, 'body').value).to.equal('建议增加办理时间。');
  });

  it('say that the connection failed where the words for a failure do not come either', async () => {
    const { module } = explanations;
    Object.assign(explanations, { module: undefined, hasFailed: true });
    const { box } = await place(records(1), {}, (_, one) => {
      one.list = failing('timeout');
    });
    await waitUntil(() => parts(box, 'error').length === 1);
    expect(textOf(part(box, 'error'))).to.contain('网络连接失败，请检查网络后重试');
    Object.assign(explanations, { module, hasFailed: false });
  });

  it('come although the form fails', async () => {
    const { box, provider } = await place(records(2), {}, (_, one) => {
      one.capabilities = failing('server');
    });
    await waitUntil(() => parts(box, 'error').length === 1);
    expect(textOf(part(box, 'error'))).to.contain('暂时不能发表评论');
    expect(parts(box, 'comment')).to.have.length(2);
    provider.capabilities = () => Promise.resolve(provider.offered);
    part(box, 'retry').click();
    await waitUntil(() => field(box, 'body'));
  });

  it('come by themselves when the connection is back', async () => {
    const { box, provider } = await place(records(2), {}, (_, one) => {
      one.list = failing('offline');
    });
    await waitUntil(() => parts(box, 'error').length === 1);
    const other = new MemoryCommentProvider(records(2));
    provider.list = other.list.bind(other);
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => parts(box, 'comment').length === 2);
  });
});
