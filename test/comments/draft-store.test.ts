import { expect, waitUntil } from '@open-wc/testing';
import { DraftStore, newIdempotencyKey } from '../../src/comments/drafts.js';

describe('the key of a draft', () => {
  it('is another one each time, also where the browser has no cryptography', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'crypto')!;
    const keys = [newIdempotencyKey()];
    Object.defineProperty(window, 'crypto', { value: undefined, configurable: true });
    keys.push(newIdempotencyKey(), newIdempotencyKey());
    Object.defineProperty(window, 'crypto', own);
    for (const key of keys) expect(key).to.match(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).to.equal(3);
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
