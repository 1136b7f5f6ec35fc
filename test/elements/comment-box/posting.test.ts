import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, part, parts, textOf } from '../../fixtures/page.js';
import {
  failing,
  field,
  fill,
  focused,
  never,
  openReceipts,
  outcome,
  placed,
  post,
  records,
  startAfresh,
  type,
} from './box.js';

describe('a comment that is posted in <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('shows at once as 待审核 with its receipt number, and the form is empty again', async () => {
    const { box } = await placed(records(1));
    await fill(box);
    const accepted = oneEvent(box, 'customs-comment-accepted');
    await post(box);
    const { receipt } = ((await accepted) as CustomEvent<{ receipt: { token: string } }>).detail;
    expect(outcome(box)).to.contain('评论已提交，等待审核').and.to.contain(receipt.token);
    expect(focused(box)).to.equal(part(box, 'outcome'));
    const [own] = parts(box, 'comment');
    expect(textOf(own!)).to.contain('待审核').and.to.contain('建议增加办理时间。');
    expect(field(box, 'body').value).to.equal('');
    expect(field<HTMLInputElement>(box, 'consent').checked).to.equal(false);
    await expectAccessible(box);
  });

  it('copies its receipt number', async () => {
    const { box } = await placed();
    await fill(box);
    await post(box);
    const copied = oneEvent(box, 'customs-copy');
    // A page may write to the clipboard only during an action of its reader.
    part(box, 'copy').focus();
    await sendKeys({ press: 'Enter' });
    const { text } = ((await copied) as CustomEvent<{ text: string }>).detail;
    expect(text).to.equal(textOf(part(box, 'receipt-number')));
    await waitUntil(() => parts(box, 'feedback').map(textOf).join() === '已复制');
  });

  it('is sent once by a double click, and the button is never disabled', async () => {
    let requests = 0;
    const { box } = await placed([], {}, (_, provider) => {
      provider.submit = () => ((requests += 1), never());
    });
    await fill(box);
    const button = part<HTMLButtonElement>(box, 'submit');
    button.click();
    button.click();
    await waitUntil(() => requests > 0);
    await box.updateComplete;
    button.click();
    expect(requests).to.equal(1);
    expect(button.disabled).to.equal(false);
    expect(textOf(button)).to.equal('正在提交…');
    expect(field(box, 'body').readOnly).to.equal(true);
    await expectAccessible(box);
  });

  for (const [kind, words] of [
    ['rate-limited', '操作过于频繁，请稍后再试'],
    ['queue-full', '等待审核的评论过多'],
    ['already-received', '此评论早已收到，无需再次提交'],
    ['parent', '要回复的评论已不存在'],
    ['closed', '评论目前关闭'],
    ['unauthorized', '请先登录本网站'],
    ['too-large', '请缩短后再提交'],
  ] as const) {
    it(`stays in the form when it is refused: ${kind}`, async () => {
      const { box } = await placed([], {}, (_, provider) => {
        provider.submit = failing(kind);
      });
      await fill(box);
      const failed = oneEvent(box, 'customs-comment-failed');
      await post(box);
      const { detail } = (await failed) as CustomEvent;
      expect(detail.operation).to.equal('submit');
      expect(detail.error.kind).to.equal(kind);
      const summary = part(box, 'error-summary');
      expect(textOf(summary)).to.contain(words).and.to.contain('没有丢失');
      await waitUntil(() => focused(box) === summary);
      expect(field(box, 'body').value).to.equal('建议增加办理时间。');
      expect(field(box, 'body').readOnly).to.equal(false);
    });
  }

  it('says how long to wait', async () => {
    const { box } = await placed([], {}, (_, provider) => {
      provider.submit = failing('rate-limited', { retryAfterMs: 90_000 });
    });
    await fill(box);
    await post(box);
    expect(textOf(part(box, 'error-summary'))).to.contain('2分钟后');
  });

  it('does not take the focus from a reader who has gone on', async () => {
    let answer!: () => void;
    const { box, provider } = await placed();
    const { submit } = provider;
    provider.submit = async (...args) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return submit.apply(provider, args);
    };
    await fill(box);
    part(box, 'submit').focus();
    part(box, 'submit').click();
    await waitUntil(() => answer);
    await openReceipts(box);
    field<HTMLInputElement>(box, 'receipt').focus();
    answer();
    await waitUntil(() => parts(box, 'outcome').length === 1);
    expect(focused(box)).to.equal(field(box, 'receipt'));
  });

  it('does not move a page that has just been loaded', async () => {
    const { box, provider } = await placed([], {}, (_, one) => (one.submit = () => never()));
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() =>
      Object.values({ ...sessionStorage })
        .join()
        .includes('"sent"'),
    );
    box.remove();
    const { box: reloaded } = await placed([], {}, (one) => {
      one.captchaProvider = provider;
    });
    await waitUntil(
      () => parts(reloaded, 'outcome').length && outcome(reloaded).includes('等待审核'),
    );
    expect(focused(reloaded)).to.equal(null);
  });

  it('says in general what no field of the form stands for', async () => {
    const { box } = await placed([], {}, (_, provider) => {
      provider.submit = failing('validation', { fields: [{ field: 'lang', key: 'format' }] });
    });
    await fill(box);
    await post(box);
    expect(textOf(part(box, 'error-summary'))).to.contain('部分内容未被接受');
    expect(part(box, 'error-summary').querySelector('a')).to.equal(null);
  });

  it('empties the contact too', async () => {
    const { box } = await placed([], { contact: 'optional' });
    await fill(box);
    await type(box, 'contact', '13800000000');
    await post(box);
    expect(field<HTMLInputElement>(box, 'contact').value).to.equal('');
  });

  it('is marked with the language of the page, not of the interface', async () => {
    let lang: string | undefined;
    const { box, provider } = await placed([], {}, (one) => (one.lang = 'ug'));
    const { submit } = provider;
    provider.submit = (thread, draft, options) => {
      ({ lang } = draft);
      return submit.call(provider, thread, draft, options);
    };
    await fill(box);
    await post(box);
    expect(lang).to.equal('ug');
  });

  it('asks for the new notice when it has changed meanwhile', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    provider.submit = failing('consent');
    const consent = { ...provider.offered.consent!, version: '2' };
    provider.capabilities = () => Promise.resolve({ ...provider.offered, consent });
    await fill(box);
    await post(box);
    await waitUntil(() => !field<HTMLInputElement>(box, 'consent')?.checked);
    expect(textOf(part(box, 'error-summary'))).to.contain('告知内容已更新');
    provider.submit = submit;
    field<HTMLInputElement>(box, 'consent').click();
    part(box, 'submit').click();
    await waitUntil(() => provider.receipts.size === 1);
  });
});
