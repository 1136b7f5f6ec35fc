import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import type { CommentRecord } from '../../../src/comments/types.js';
import type { CustomsCommentBox } from '../../../src/index.js';
import { control, expectAccessible, part, parts, textOf, within } from '../../fixtures/page.js';
import {
  failing,
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

  it('are plain text with safe links, whatever they look like', async () => {
    const body =
      '<img src=x onerror=alert(1)> 见https://www.gov.cn/a?b=(1)。还有 javascript:alert(1)、https://gov.cn@evil.example/ 第二';
    const { box } = await placed([record('1', { body: `${body}\n行` })]);
    expect(within(box).querySelector('.records img')).to.equal(null);
    expect(part(box, 'text').textContent.trim()).to.equal(`${body}\n行`);
    const links = parts(box, 'link') as HTMLAnchorElement[];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://www.gov.cn/a?b=(1']);
    expect(links[0]!.rel).to.contain('nofollow').and.to.contain('noopener');
  });

  it('link nothing that leads elsewhere than it reads', async () => {
    const tricks = [
      'https://www.customs.gov.cn\u2044rules.example.com',
      'https://www.customs.gov.cn\u2215a.example.com',
      'https://\u0441ustoms.gov.cn/',
      'https://gov.cn\uff61example.com/',
    ];
    const { box } = await placed([record('1', { body: tricks.join(' ') })]);
    expect(parts(box, 'link')).to.have.length(0);
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

  it('unfold when somebody comes to a link in them', async () => {
    const body = `${'很长的评论。'.repeat(200)}https://www.gov.cn/`;
    const { box } = await placed([record('1', { body })]);
    part(box, 'link').focus();
    await waitUntil(() => part(box, 'toggle').getAttribute('aria-expanded') === 'true');
    expect(part(box, 'text').scrollTop).to.equal(0);
  });

  it('keep the focus when more of them do not come', async () => {
    const { box, provider } = await placed(records(30));
    provider.list = failing('server');
    part(box, 'more').focus();
    part(box, 'more').click();
    await waitUntil(() => focused(box)?.part.contains('retry'));
  });

  it('fold long comments', async () => {
    const { box } = await placed([record('1', { body: '很长的评论。'.repeat(200) })]);
    const text = part(box, 'text');
    const folded = text.clientHeight;
    expect(folded).to.be.lessThan(text.scrollHeight);
    const toggle = control(box, '展开全文');
    toggle.click();
    await box.updateComplete;
    expect(text.clientHeight).to.be.greaterThan(folded);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
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

  it('can be reported', async () => {
    const reports: unknown[] = [];
    const { box } = await placed([record('1', { authorName: '王五' })], {}, (_, provider) => {
      provider.report = (...args: unknown[]) => Promise.resolve(void reports.push(args));
    });
    control(box, '举报 王五 的评论').click();
    await waitUntil(() => focused(box)?.part.contains('report-panel'));
    await expectAccessible(box);
    within(box).querySelector<HTMLInputElement>('[value=abuse]')!.click();
    control(box, '提交举报').click();
    await waitUntil(() => textOf(part(box, 'report')) === '已举报');
    expect((reports[0] as unknown[]).slice(0, 2)).to.deep.equal(['1', 'abuse']);
  });

  it('close the report by Escape, and the focus goes back to its button', async () => {
    const { box } = await placed([record('1')]);
    part(box, 'report').click();
    await waitUntil(() => focused(box)?.part.contains('report-panel'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(box) === part(box, 'report'));
    expect(parts(box, 'report-panel')).to.have.length(0);
  });

  it('keep the report open when it fails', async () => {
    const { box } = await placed([record('1')], {}, (_, provider) => {
      provider.report = failing('rate-limited');
    });
    part(box, 'report').click();
    await waitUntil(() => parts(box, 'report-panel').length === 1);
    control(box, '提交举报').click();
    await waitUntil(() => textOf(part(box, 'report-panel')).includes('操作过于频繁'));
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
