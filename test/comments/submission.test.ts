import { expect, waitUntil } from '@open-wc/testing';
import { CaptchaSession } from '../../src/comments/captcha/captcha-session.js';
import { DraftStore } from '../../src/comments/drafts.js';
import { MemoryCommentProvider } from '../../src/comments/engines/memory.js';
import { ProviderError } from '../../src/comments/errors.js';
import { Requirements } from '../../src/comments/requirements.js';
import { Submission } from '../../src/comments/submission.js';
import type { CommentDraft, Receipt, SubmitOptions } from '../../src/comments/types.js';

const receipt: Receipt = {
  token: 'AAAA',
  id: '1',
  status: 'pending',
  createdAt: '2026-11-23T00:00:00Z',
};

/** An engine that responds as told, once per request, and a form on it. */
class Desk {
  readonly sent: { draft: CommentDraft; options: SubmitOptions }[] = [];
  readonly accepted: Receipt[] = [];
  readonly failed: ProviderError[] = [];
  answers: (Receipt | ProviderError | Promise<Receipt>)[] = [receipt];
  proof: () => Promise<undefined> = () => Promise.resolve(undefined);
  readonly store: DraftStore;
  readonly submission: Submission;

  constructor(thread: string) {
    this.store = new DraftStore(thread);
    const submit = async (_: string, draft: CommentDraft, options: SubmitOptions) => {
      this.sent.push({ draft, options });
      const answer = await this.answers[Math.min(this.sent.length, this.answers.length) - 1]!;
      if (answer instanceof ProviderError) throw answer;
      return answer;
    };
    const provider = Object.assign(new MemoryCommentProvider(), { submit });
    const inputs = { captchaElements: [], hasNotice: true, pageSize: 1, sort: 'newest' } as const;
    const requirements = new Requirements(
      { provider, thread, draftName: thread },
      inputs,
      () => undefined,
    );
    requirements.captcha = new CaptchaSession(provider, thread, ['pow'], () => undefined);
    requirements.captcha.proof = () => this.proof();
    this.submission = new Submission(this.store, requirements, (event) => {
      if (event.kind === 'accepted') this.accepted.push(event.detail.receipt);
      if (event.kind === 'failed') this.failed.push(event.detail.error);
    });
  }

  get keys(): string[] {
    return this.sent.map(({ options }) => options.idempotencyKey);
  }

  get stored(): Record<string, unknown> | null {
    return JSON.parse(sessionStorage.getItem(this.store.key)!) as Record<string, unknown> | null;
  }
}

/** Unknown outcome, with a retry at once. */
const lost = (): ProviderError => new ProviderError('offline', { retryAfterMs: 0 });

describe('a comment on its way', () => {
  let desk: Desk;
  const desks: Desk[] = [];
  const open = (): Desk => {
    const one = new Desk('test');
    desks.push(one);
    return one;
  };
  beforeEach(() => {
    sessionStorage.clear();
    desk = open();
  });
  afterEach(() => desks.splice(0).forEach(({ store }) => store.release()));

  it('is cleared from form and storage by acceptance only', async () => {
    desk.submission.edit({ body: '建议' });
    await waitUntil(() => desk.stored);
    expect(desk.stored).to.include({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state).to.deep.equal({ kind: 'accepted', receipt });
    expect(desk.accepted).to.deep.equal([receipt]);
    expect(desk.submission.draft.body).to.equal('');
    expect(desk.stored).to.equal(null);
  });

  it('says what was typed, in the language of the page', async () => {
    desk.submission.edit({
      body: '建议',
      authorName: '张三',
      parent: { id: '7', authorName: null },
      consent: { version: '1', at: '2026-11-23T00:00:00Z' },
    });
    desk.submission.contact = '12345';
    await desk.submission.submit('en');
    expect(desk.sent[0]!.draft).to.deep.equal({
      body: '建议',
      authorName: '张三',
      contact: '12345',
      parentId: '7',
      lang: 'en',
      consent: { version: '1', at: '2026-11-23T00:00:00Z' },
    });
    expect(desk.keys[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('never keeps the contact', async () => {
    desk.answers = [new ProviderError('closed')];
    desk.submission.edit({ body: '建议' });
    desk.submission.contact = '13800000000';
    await desk.submission.submit('zh-Hans');
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('13800000000');
    expect(desk.submission.contact).to.equal('13800000000');
  });

  it('stays in the form when it is refused', async () => {
    const error = new ProviderError('captcha');
    desk.answers = [error];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state).to.deep.equal({ kind: 'refused', error });
    expect(desk.failed).to.deep.equal([error]);
    expect(desk.stored).to.include({ body: '建议' });
    expect(desk.submission.locked).to.equal(false);
  });

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

  it('is sent once by a double click', async () => {
    desk.submission.edit({ body: '建议' });
    await Promise.all([desk.submission.submit('zh-Hans'), desk.submission.submit('zh-Hans')]);
    expect(desk.sent).to.have.length(1);
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

  it('that was left says and stores nothing more', async () => {
    let answer!: (one: Receipt) => void;
    desk.answers = [new Promise<Receipt>((resolve) => (answer = resolve))];
    desk.submission.edit({ body: '建议' });
    const done = desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 1);
    desk.submission.pause();
    desk.store.release();
    const next = open();
    await next.submission.resume();
    next.submission.edit({ body: '下一条' });
    answer(receipt);
    await done;
    expect(desk.accepted).to.deep.equal([]);
    next.store.flush();
    expect(next.stored).to.include({ body: '下一条' });
    expect(next.keys).to.deep.equal(desk.keys);
  });

  it('that was left and finished elsewhere is no longer in the form', async () => {
    desk.answers = [new Promise<Receipt>(() => undefined)];
    desk.submission.edit({ body: '建议' });
    void desk.submission.submit('zh-Hans');
    await waitUntil(() => desk.sent.length === 1);
    desk.submission.pause();
    desk.store.release();
    const other = open();
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
    const reloaded = open();
    await reloaded.submission.resume();
    expect(reloaded.submission.state.kind).to.equal('accepted');
    expect(reloaded.keys).to.deep.equal(desk.keys);
    expect(JSON.stringify(reloaded.sent[0]!.draft)).to.equal(JSON.stringify(desk.sent[0]!.draft));
    expect(reloaded.sent[0]!.options.isRetry).to.equal(true);
  });

  it('does nothing after a reload when it was not sent', async () => {
    desk.submission.edit({ body: '建议' });
    desk.store.release();
    const reloaded = open();
    await reloaded.submission.resume();
    expect(reloaded.sent).to.have.length(0);
    expect(reloaded.submission.draft.body).to.equal('建议');
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

  it('takes another key when a copy of the draft in another tab was sent with other words', async () => {
    desk.answers = [new ProviderError('key-reused'), receipt];
    desk.submission.edit({ body: '建议' });
    await desk.submission.submit('zh-Hans');
    expect(desk.submission.state.kind).to.equal('accepted');
    expect(new Set(desk.keys).size).to.equal(2);
  });
});

describe('the place of a draft', () => {
  afterEach(() => sessionStorage.clear());

  it('is another one for a second box on the thread, and the same again after a move', () => {
    const [one, two] = [new DraftStore('t'), new DraftStore('t')];
    expect(one.key).not.to.equal(two.key);
    const { key } = one;
    one.release();
    one.claim();
    expect(one.key).to.equal(key);
    one.release();
    two.release();
  });

  it('is not taken back from a box that has taken it meanwhile', () => {
    const one = new DraftStore('t');
    one.release();
    const two = new DraftStore('t');
    one.claim();
    expect(one.key).not.to.equal(two.key);
    one.release();
    two.release();
  });

  describe('is written', () => {
    let store: DraftStore;
    let writes: string[];
    let pauses: number;
    const { setItem } = Storage.prototype;
    beforeEach(() => {
      [writes, pauses] = [[], 0];
      Storage.prototype.setItem = function (key: string, value: string) {
        writes.push((JSON.parse(value) as { body: string }).body);
        setItem.call(this, key, value);
      };
      store = new DraftStore('burst', () => (pauses += 1));
      for (const body of ['建', '建议', '建议增', '建议增加']) store.saveLater({ body });
      expect(writes).to.deep.equal([]);
      expect(store.draft.body).to.equal('建议增加');
      expect(store.isAtRisk).to.equal(true);
    });
    afterEach(() => {
      store.release();
      Storage.prototype.setItem = setItem;
      expect(writes).to.deep.equal(['建议增加']);
      expect(store.isAtRisk).to.equal(false);
    });

    it('once after a burst of keys, and tells so', async () => {
      await waitUntil(() => pauses === 1);
      expect(store.load()).to.include({ body: '建议增加' });
      store.flush();
      expect(pauses).to.equal(1);
    });

    it('at once when the page is left', () => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(writes).to.have.length(1);
    });

    it('at once when the page goes into the background', () => {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(writes).to.have.length(1);
    });

    it('at once when its place is left to another box', () => {
      store.release();
      expect(writes).to.have.length(1);
    });

    it('at once with a change that is not typed', () => {
      store.save({ consent: { version: '1', at: '2026-11-23T00:00:00Z' } });
      expect(writes).to.have.length(1);
    });
  });

  it('is not written any more once it was accepted', () => {
    const store = new DraftStore('accepted');
    store.saveLater({ body: '建议' });
    store.clear();
    store.flush();
    expect(store.load()).to.equal(undefined);
    expect(store.draft.body).to.equal('');
    store.release();
  });

  it('lasts as long as the page where the storage is full or forbidden', () => {
    const { setItem, getItem, removeItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse, removeItem: refuse });
    const store = new DraftStore('forbidden');
    try {
      store.save({ idempotencyKey: 'k', body: '建议', authorName: '' });
      expect(store.lasting).to.equal(false);
      expect(store.load()).to.include({ body: '建议' });
      store.clear();
      expect(store.load()).to.equal(undefined);
      expect(store.lasting).to.equal(true);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem, removeItem });
      store.release();
    }
  });

  for (const text of ['{', 'null', '7', '{"body":"x"}']) {
    it(`takes ${text} for no draft`, () => {
      const store = new DraftStore('broken');
      sessionStorage.setItem(store.key, text);
      expect(store.load()).to.equal(undefined);
      store.release();
    });
  }
});
