import { expect, waitUntil } from '@open-wc/testing';
import type { CommentRecord } from '../../../src/comments/types.js';
import type { CustomsCommentBox } from '../../../src/index.js';
import { part, parts, textOf, within } from '../../fixtures/page.js';
import {
  field,
  fill,
  focused,
  place,
  placed,
  post,
  record,
  records,
  startAfresh,
  type,
} from './box.js';

describe('the records of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('come newest first, or oldest first, as the reader likes', async () => {
    const { box } = await placed(records(3));
    const shown = (): string[] => parts(box, 'text').map(textOf);
    expect(shown()).to.deep.equal(['评论 3', '评论 2', '评论 1']);
    expect(textOf(part(box, 'count'))).to.equal('共 3 条评论');
    const select = within(box).querySelector('select')!;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => shown()[0] === '评论 1');
  });

  it('come page by page, and the focus goes to what came last', async () => {
    const { box, provider } = await placed(records(45), {}, (one) => (one.pageSize = 20));
    const limits: number[] = [];
    const { list } = provider;
    provider.list = (thread, request) => {
      limits.push(request.limit);
      return list.call(provider, thread, request);
    };
    expect(parts(box, 'comment')).to.have.length(20);
    part(box, 'more').click();
    await waitUntil(() => parts(box, 'comment').length === 40);
    part(box, 'more').click();
    await waitUntil(() => parts(box, 'comment').length === 45);
    await waitUntil(() => focused(box) === parts(box, 'comment')[40]);
    expect(parts(box, 'more')).to.have.length(0);
    expect(limits).to.deep.equal([20, 20]);
    expect(new Set(parts(box, 'text').map(textOf)).size).to.equal(45);
  });

  it('cost nothing where nobody looks', async () => {
    const { box } = await placed(records(60), {}, (one) => (one.pageSize = 20));
    part(box, 'more').click();
    await waitUntil(() => parts(box, 'comment').length === 40);
    const lists = [...within(box).querySelectorAll('.records .list')];
    expect(lists).to.have.length(2);
    for (const list of lists) expect(getComputedStyle(list).contentVisibility).to.equal('auto');
  });

  it('are there although the engine does not count them', async () => {
    const { box } = await place(records(2), {}, (one, provider) => {
      one.hideWhenEmpty = true;
      const { list } = provider;
      provider.list = async (...args) => {
        const { items, nextCursor } = await list.apply(provider, args);
        return { items, nextCursor, total: undefined };
      };
    });
    await waitUntil(() => parts(box, 'comment').length === 2);
    expect(parts(box, 'count')).to.have.length(0);
    expect(within(box).querySelector('select')).not.to.equal(null);
  });

  it('count replies too, as the number elsewhere on the page does', async () => {
    const { box } = await placed([record('1'), record('2', { parentId: '1' })]);
    expect(textOf(part(box, 'count'))).to.equal('共 2 条评论');
  });

  it('show a comment of this visit once, as it stands, when the list has it', async () => {
    const { box, provider } = await placed();
    await fill(box);
    await post(box);
    const [{ record: own }] = [...provider.receipts.values()] as unknown as [
      { record: CommentRecord },
    ];
    provider.records = [{ ...own, status: 'published' }];
    box.reload();
    await waitUntil(() => parts(box, 'posted').length === 0);
    expect(parts(box, 'comment')).to.have.length(1);
    expect(textOf(part(box, 'comment'))).not.to.contain('待审核');
    expect(parts(box, 'reply')).to.have.length(1);
  });

  it('say when they were written', async () => {
    const { box } = await placed([record('1', { createdAt: new Date().toISOString() })]);
    const time = part<HTMLTimeElement>(box, 'time');
    expect(textOf(time)).to.match(/年.*月.*日/);
    expect(textOf(time)).to.match(/现在$/);
    expect(Number.isNaN(Date.parse(time.dateTime))).to.equal(false);
  });

  for (const [minutes, words] of [
    [1.5, '1分钟前'],
    [47 * 60, '1天前'],
    [49 * 60, '2天前'],
    [-3, '现在'],
  ] as const) {
    it(`say ${words} for what was written ${minutes} minutes ago`, async () => {
      const createdAt = new Date(Date.now() - minutes * 60_000).toISOString();
      const { box } = await placed([record('1', { createdAt })]);
      expect(textOf(part(box, 'time')).endsWith(words)).to.equal(true);
    });
  }

  it('hide while there are none, when the page wants that', async () => {
    const hide = (box: CustomsCommentBox): void => void (box.hideWhenEmpty = true);
    const { box } = await placed([], {}, hide);
    expect(parts(box, 'records')).to.have.length(0);
    expect(field(box, 'body')).not.to.equal(null);
    const { box: closed } = await place([], { open: false }, hide);
    await waitUntil(() => closed.getBoundingClientRect().height === 0);
    const { box: full } = await placed(records(1), { open: false }, hide);
    expect(parts(full, 'comment')).to.have.length(1);
  });

  it('say how many there are to the page', async () => {
    let detail: unknown;
    await placed(records(3), {}, (box) =>
      box.addEventListener('customs-comment-count', (event) => ({ detail } = event)),
    );
    expect(detail).to.deep.equal({ thread: 't', count: 3 });
  });

  it('stand alone when comments are closed', async () => {
    const { box } = await placed(records(1), { open: false });
    expect(textOf(part(box, 'closed'))).to.equal('评论目前关闭');
    expect(parts(box, 'form')).to.have.length(0);
    expect(parts(box, 'reply')).to.have.length(0);
  });

  it('writes the comments anew in another language', async () => {
    const { box } = await placed([record('1', { body: '很长的评论。'.repeat(200) })]);
    expect(textOf(part(box, 'toggle'))).to.equal('展开全文');
    box.lang = 'en';
    await waitUntil(() => textOf(part(box, 'toggle')) === 'Show all');
    expect(textOf(part(box, 'author'))).to.equal('Anonymous');
  });

  it('are not drawn again by typing in the form', async () => {
    let reads = 0;
    const { box } = await placed([], {}, (_, provider) => {
      const one = Object.defineProperty(record('1'), 'authorName', {
        get: () => `作者 ${(reads += 1)}`,
      });
      provider.list = () => Promise.resolve({ items: [one], nextCursor: null, total: 1 });
    });
    expect(reads).to.be.above(0);
    const before = reads;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((found) => changes.push(...found));
    observer.observe(part(box, 'records'), { subtree: true, childList: true, attributes: true });
    await type(box, 'body', '建议');
    expect(textOf(part(box, 'characters'))).to.contain('1,998');
    expect(reads).to.equal(before);
    expect([...changes, ...observer.takeRecords()]).to.deep.equal([]);
    observer.disconnect();
    box.lang = 'en';
    await waitUntil(() => reads > before);
  });
});
