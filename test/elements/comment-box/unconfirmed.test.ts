import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { ProviderError } from '../../../src/comments/errors.js';
import { expectAccessible, part, parts } from '../../fixtures/page.js';
import {
  failing,
  field,
  fill,
  focused,
  outcome,
  placed,
  post,
  record,
  startAfresh,
} from './box.js';

describe('a comment that is posted in <customs-comment-box>', () => {
  beforeEach(startAfresh);

  it('is 尚未确认 while nobody knows whether it arrived, and resolves itself', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    const keys: string[] = [];
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    provider.submit = async (thread, draft, options) => {
      keys.push(options.idempotencyKey);
      const receipt = await submit.call(provider, thread, draft, options);
      if (keys.length < 2) throw new ProviderError('offline', { retryAfterMs: 0 });
      await answered;
      return receipt;
    };
    await fill(box);
    await post(box);
    expect(outcome(box)).to.contain('尚未确认');
    expect(field(box, 'body').value).to.equal('建议增加办理时间。');
    await expectAccessible(box);
    answer();
    await waitUntil(() => outcome(box).includes('等待审核'));
    expect(keys[0]).to.equal(keys[1]);
    expect(provider.receipts.size).to.equal(1);
  });

  it('is confirmed at once when the connection is back', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    provider.submit = failing('offline', { retryAfterMs: 60_000 });
    await fill(box);
    await post(box);
    provider.submit = submit;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => outcome(box).includes('等待审核'));
  });

  it('can be taken back into the form while it is not confirmed', async () => {
    const { box } = await placed([], {}, (_, provider) => {
      provider.submit = failing('timeout', { retryAfterMs: 60_000 });
    });
    await fill(box);
    await post(box);
    part(box, 'take-back').click();
    await waitUntil(() => focused(box) === field(box, 'body'));
    expect(field(box, 'body').readOnly).to.equal(false);
    expect(field(box, 'body').value).to.equal('建议增加办理时间。');
  });

  it('stays unconfirmed when a retry is sent to a sign-in page, which knows nothing of it', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    const outcomes = [failing('offline', { retryAfterMs: 0 }), failing('unauthorized')];
    provider.submit = (...args) => (outcomes.shift() ?? submit.bind(provider))(...args);
    await fill(box);
    await post(box);
    await waitUntil(() => parts(box, 'outcome').length && outcome(box).includes('请先登录本网站'));
    expect(outcome(box)).to.contain('尚未确认');
    expect(parts(box, 'error-summary')).to.have.length(0);
    part(box, 'confirm').click();
    await waitUntil(() => outcome(box).includes('等待审核'));
  });

  it('leads to what becomes of it whoever presses the button again', async () => {
    const { box } = await placed([record('1')], {}, (_, provider) => {
      provider.submit = failing('timeout', { retryAfterMs: 60_000 });
    });
    await fill(box);
    await post(box);
    expect(part(box, 'submit').getAttribute('aria-disabled')).to.equal('true');
    part(box, 'submit').click();
    await waitUntil(() => focused(box) === part(box, 'outcome'));
    field(box, 'body').focus();
    part(box, 'reply').click();
    await waitUntil(() => focused(box) === part(box, 'outcome'));
  });

  it('asks again about a comment that was on its way when it was taken out of the page', async () => {
    const answers: (() => void)[] = [];
    const { box, provider } = await placed();
    const { submit } = provider;
    const keys: string[] = [];
    provider.submit = async (...args) => {
      keys.push(args[2].idempotencyKey);
      await new Promise<void>((resolve) => answers.push(resolve));
      return submit.apply(provider, args);
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => answers.length === 1);
    const parent = box.parentElement!;
    box.remove();
    answers[0]!();
    await waitUntil(() => provider.receipts.size === 1);
    expect(sessionStorage).to.have.length(1);
    parent.append(box);
    await waitUntil(() => answers.length === 2);
    answers[1]!();
    await waitUntil(() => parts(box, 'outcome').length === 1 && outcome(box).includes('等待审核'));
    expect(keys[0]).to.equal(keys[1]);
    expect(provider.receipts.size).to.equal(1);
    expect(sessionStorage).to.have.length(0);
  });

  it('goes on with a comment under way when it is moved, without asking again', async () => {
    let requests = 0;
    let answer!: () => void;
    const { box, provider } = await placed();
    const { submit } = provider;
    provider.submit = async (...args) => {
      requests += 1;
      await new Promise<void>((resolve) => (answer = resolve));
      return submit.apply(provider, args);
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => requests === 1);
    (await fixture<HTMLElement>(html`<section></section>`)).append(box);
    answer();
    await waitUntil(() => parts(box, 'outcome').length === 1);
    expect(requests).to.equal(1);
  });
});
