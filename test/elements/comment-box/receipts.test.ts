import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { control, expectAccessible, part, parts, textOf } from '../../fixtures/page.js';
import {
  field,
  fill,
  focused,
  lookUp,
  openReceipts,
  placed,
  post,
  record,
  startAfresh,
  type,
} from './box.js';

describe('the receipts of <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('tells how the comment stands, and withdraws it after a second yes', async () => {
    const { box } = await placed();
    await fill(box);
    await post(box);
    const token = textOf(part(box, 'receipt-number'));
    const told = oneEvent(box, 'customs-comment-status');
    await lookUp(box, ` ${token} `);
    expect(((await told) as CustomEvent).detail.status.status).to.equal('pending');
    expect(textOf(part(box, 'receipt'))).to.contain('待审核');
    part(box, 'withdraw').click();
    await waitUntil(() => focused(box)?.classList.contains('withdrawal'));
    expect(textOf(part(box, 'receipt'))).to.contain('不能恢复');
    await expectAccessible(box);
    control(box, '确认撤回').click();
    await waitUntil(() => textOf(part(box, 'receipt')).includes('已撤回'));
    expect(textOf(part(box, 'posted')))
      .to.contain('已撤回')
      .and.not.to.contain('建议增加');
    expect(parts(box, 'outcome')).to.have.length(0);
  });

  it('shows why a comment was rejected, and what was answered', async () => {
    const { box, provider } = await placed();
    const status = {
      id: '1',
      createdAt: '2026-11-01T00:00:00Z',
      updatedAt: '2026-11-02T00:00:00Z',
      replies: [],
    };
    provider.status = () =>
      Promise.resolve({
        ...status,
        status: 'rejected' as const,
        reason: { code: 'off-topic', note: '请到\n业务咨询栏目。' },
      });
    await lookUp(box, 'A');
    expect(textOf(part(box, 'receipt')))
      .to.contain('未通过')
      .and.to.contain('原因：与主题无关')
      .and.to.contain('业务咨询栏目');
    provider.status = () =>
      Promise.resolve({
        ...status,
        status: 'published' as const,
        reason: null,
        replies: [record('9', { kind: 'official-reply', body: '已处理' })],
      });
    await lookUp(box, 'B');
    await waitUntil(() => parts(box, 'receipt').map(textOf).join().includes('已答复'));
    expect(textOf(part(box, 'receipt')))
      .to.contain('官方回复')
      .and.to.contain('已处理');
  });

  it('says when there is none of that number, and when none was given', async () => {
    const { box } = await placed();
    await openReceipts(box);
    part(box, 'look-up').click();
    await waitUntil(() => focused(box) === field(box, 'receipt'));
    expect(parts(box, 'problem').map(textOf)).to.deep.equal(['请填写']);
    await lookUp(box, 'nonsense');
    expect(textOf(part(box, 'receipts'))).to.contain('没有找到');
  });

  it('are not drawn again by typing in the form', async () => {
    const { box, provider } = await placed();
    let reads = 0;
    provider.status = () =>
      Promise.resolve({
        id: '1',
        status: 'published' as const,
        createdAt: '2026-11-01T00:00:00Z',
        get updatedAt() {
          reads += 1;
          return '2026-11-02T00:00:00Z';
        },
        reason: null,
        replies: [],
      });
    await lookUp(box, 'A');
    await waitUntil(() => reads > 0);
    const before = reads;
    await type(box, 'body', '建议');
    expect(textOf(part(box, 'characters'))).to.contain('1,998');
    expect(reads).to.equal(before);
    part(box, 'withdraw').click();
    await waitUntil(() => reads > before);
  });
});
