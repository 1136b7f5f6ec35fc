import { expect, waitUntil } from '@open-wc/testing';
import type { Receipt } from '../../src/comments/types.js';
import { closeDesks, type Desk, lost, openDesk, receipt } from './desk.js';

describe('a comment on its way', () => {
  let desk: Desk;
  beforeEach(() => {
    sessionStorage.clear();
    desk = openDesk();
  });
  afterEach(closeDesks);

  it('that was left says and stores nothing more', async () => {
    let answer!: (one: Receipt) => void;
    desk.answers = [new Promise<Receipt>((resolve) => (answer = resolve))];
    desk.submission.edit({ body: '建议', contact: '12360' });
    const done = desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 1);
    desk.submission.pause();
    desk.store.release();
    const next = openDesk();
    await next.submission.resume();
    next.submission.edit({ body: '下一条' });
    answer(receipt);
    await done;
    expect(desk.accepted).to.deep.equal([]);
    expect(desk.submission.contact, 'for which there is no more use').to.equal('');
    next.store.flush();
    expect(next.stored).to.include({ body: '下一条' });
    expect(next.keys).to.deep.equal(desk.keys);
  });

  it('that was left is sent until its outcome is known, and no further', async () => {
    desk.answers = [lost(), lost(), receipt];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    desk.submission.pause();
    await done;
    expect([desk.sent.length, desk.accepted.length]).to.deep.equal([3, 0]);
    expect(desk.stored, 'for the next box on the thread').to.include({ body: '建议' });
  });

  it('that was left is sent no more once its box is gone', async () => {
    desk.answers = [lost(), receipt];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    desk.submission.pause();
    desk.submission.stop();
    await done;
    expect(desk.sent).to.have.length(1);
  });

  it('that was left and finished elsewhere is no longer in the form', async () => {
    desk.answers = [new Promise<Receipt>(() => undefined)];
    desk.submission.edit({ body: '建议' });
    void desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 1);
    desk.submission.pause();
    desk.store.release();
    const other = openDesk();
    await other.submission.resume();
    other.store.release();
    desk.store.claim();
    desk.submission.open();
    expect(desk.submission.draft.body).to.equal('');
    expect(desk.submission.locked).to.equal(false);
  });

  it('goes on after a reload with the key, the words and the language of before', async () => {
    desk.answers = [new Promise<Receipt>(() => undefined)];
    desk.submission.edit({ body: '建议' });
    void desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 1);
    desk.store.release();
    const reloaded = openDesk();
    await reloaded.submission.resume();
    expect(reloaded.submission.state.kind).to.equal('accepted');
    expect(reloaded.keys).to.deep.equal(desk.keys);
    expect(JSON.stringify(reloaded.sent[0]!.draft)).to.equal(JSON.stringify(desk.sent[0]!.draft));
    expect(reloaded.sent[0]!.options.isRetry).to.equal(true);
  });

  it('does nothing after a reload when it was not sent', async () => {
    desk.submission.edit({ body: '建议' });
    desk.store.release();
    const reloaded = openDesk();
    await reloaded.submission.resume();
    expect(reloaded.sent).to.have.length(0);
    expect(reloaded.submission.draft.body).to.equal('建议');
  });
});
