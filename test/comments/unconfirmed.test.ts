import { expect, waitUntil } from '@open-wc/testing';
import { ProviderError } from '../../src/comments/errors.js';
import type { Receipt } from '../../src/comments/types.js';
import { closeDesks, type Desk, lost, openDesk, receipt } from './desk.js';

describe('a comment on its way', () => {
  let desk: Desk;
  beforeEach(() => {
    sessionStorage.clear();
    desk = openDesk();
  });
  afterEach(closeDesks);

  it('is asked about again with the same key and the same words while its outcome is unknown', async () => {
    desk.answers = [lost(), new ProviderError('server', { retryAfterMs: 0 }), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.sent).to.have.length(3);
    expect(new Set(desk.keys).size).to.equal(1);
    expect(desk.sent[2]!.draft).to.deep.equal(desk.sent[0]!.draft);
    expect(desk.submission.state.kind).to.equal('accepted');
  });

  it('cannot be changed meanwhile', async () => {
    desk.answers = [new ProviderError('timeout', { retryAfterMs: 60_000 }), receipt];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.submission.state.kind === 'unconfirmed');
    desk.submission.edit({ body: '别的' });
    expect(desk.submission.draft.body).to.equal('建议');
    await desk.submission.retry();
    await done;
    expect(desk.sent[1]!.draft.body).to.equal('建议');
  });

  it('was not stored when the engine refuses a retry', async () => {
    desk.answers = [lost(), new ProviderError('validation', { isFinal: true })];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state.kind).to.equal('refused');
    expect(desk.submission.draft.body).to.equal('建议');
  });

  it('waits when a retry comes too soon, for that says nothing about the comment', async () => {
    desk.answers = [lost(), new ProviderError('rate-limited', { retryAfterMs: 0 }), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state.kind).to.equal('accepted');
  });

  it('is known not to have been sent when its captcha could not be had', async () => {
    desk.proof = () => Promise.reject(lost());
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.sent).to.have.length(0);
    expect(desk.submission.state.kind).to.equal('refused');
  });

  it('is asked about for as long as it takes', async () => {
    desk.answers = [...Array.from({ length: 20 }, lost), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.sent).to.have.length(21);
    expect(desk.submission.state.kind).to.equal('accepted');
    expect(new Set(desk.keys).size).to.equal(1);
    expect(desk.failed).to.have.length(1);
  });

  it('is not given up because of what stands between it and the engine', async () => {
    desk.answers = [lost(), new ProviderError('unauthorized', { retryAfterMs: 0 }), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state.kind).to.equal('accepted');
  });

  it('is not given up because a retry found no proof', async () => {
    desk.answers = [lost(), receipt];
    desk.submission.edit({ body: '建议' });
    let proofs = 0;
    desk.proof = () =>
      (proofs += 1) === 2
        ? Promise.reject(new ProviderError('captcha', { retryAfterMs: 0 }))
        : Promise.resolve(undefined);
    await desk.submission.submit('zh-Hans');
    expect(proofs).to.equal(3);
    expect(desk.submission.state.kind).to.equal('accepted');
  });

  it('taken back is a new draft with another key', async () => {
    desk.answers = [new ProviderError('offline', { retryAfterMs: 60_000 })];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.submission.state.kind === 'unconfirmed');
    desk.submission.takeBack();
    await done;
    expect(desk.submission.state.kind).to.equal('editing');
    expect(desk.submission.draft.body).to.equal('建议');
    desk.answers = [receipt];
    await desk.submission.submit('zh-Hans');
    expect(new Set(desk.keys).size).to.equal(2);
  });

  it('keeps what was written since it was taken back, when the old answer comes after all', async () => {
    let answer!: (one: Receipt) => void;
    desk.answers = [lost(), new Promise<Receipt>((resolve) => (answer = resolve))];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 2);
    desk.submission.takeBack();
    desk.submission.edit({ body: '另一条建议' });
    answer(receipt);
    await done;
    expect(desk.accepted).to.deep.equal([receipt]);
    expect(desk.submission.draft.body).to.equal('另一条建议');
    desk.store.flush();
    expect(desk.stored).to.include({ body: '另一条建议' });
  });
});
