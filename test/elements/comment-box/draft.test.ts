import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { MemoryCommentProvider } from '../../../src/comments/engines/memory.js';
import { part, parts, textOf } from '../../fixtures/page.js';
import { field, fill, placed, post, records, startAfresh, type } from './box.js';

describe('the draft in <customs-comment-box>', () => {
  beforeEach(startAfresh);

  const text = '写了很久的建议';

  it('comes back after a reload', async () => {
    const { box, provider } = await placed();
    await type(box, 'body', text);
    await type(box, 'authorName', '张三');
    box.remove();
    const { box: reloaded } = await placed([], {}, (one) => (one.provider = provider));
    expect(field(reloaded, 'body').value).to.equal(text);
    expect(field(reloaded, 'authorName').value).to.equal('张三');
  });

  it('is written once after a burst of keys, and holds nobody back', async () => {
    const { box } = await placed();
    const { setItem } = Storage.prototype;
    let writes = 0;
    Storage.prototype.setItem = function (...args) {
      writes += 1;
      setItem.apply(this, args);
    };
    try {
      for (let length = 1; length <= text.length; length += 1) {
        await type(box, 'body', text.slice(0, length));
      }
      expect(writes).to.equal(0);
      await waitUntil(() => JSON.stringify({ ...sessionStorage }).includes(text));
      expect(writes).to.equal(1);
      await type(box, 'body', `${text}。`);
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
      expect(writes).to.equal(2);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('stays through a move in the page and a change of language', async () => {
    const { box } = await placed();
    await fill(box, text);
    (await fixture<HTMLElement>(html`<section></section>`)).append(box);
    box.lang = 'en';
    await waitUntil(() => textOf(part(box, 'submit')) === 'Post a comment');
    expect(field(box, 'body').value).to.equal(text);
    expect(field<HTMLInputElement>(box, 'consent').checked).to.equal(true);
  });

  it('is one for each of two boxes on a thread', async () => {
    const { box: one } = await placed();
    const { box: two } = await placed();
    await type(one, 'body', '一');
    await type(two, 'body', '二');
    expect(field(one, 'body').value).to.equal('一');
    await waitUntil(() => sessionStorage.length === 2);
    one.remove();
    two.remove();
  });

  it('warns, and holds the reader back, where it cannot be stored', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const { box } = await placed();
      await type(box, 'body', text);
      // Before a pause in typing, it is unknown that storage fails.
      const early = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(early);
      expect(early.defaultPrevented).to.equal(true);
      await waitUntil(() => textOf(part(box, 'form')).includes('无法保存草稿'));
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
      await type(box, 'body', '');
      const other = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(other);
      expect(other.defaultPrevented).to.equal(false);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('turns to another thread, with the draft of that one', async () => {
    const { box, provider } = await placed(records(1));
    await type(box, 'body', '关于甲');
    provider.records = records(2);
    box.thread = 'other';
    await waitUntil(() => parts(box, 'comment').length === 2 && field(box, 'body'));
    expect(field(box, 'body').value).to.equal('');
    box.thread = 't';
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
  });

  it('reads everything again when told to, and keeps what is in the form', async () => {
    const { box, provider } = await placed(records(1));
    await type(box, 'body', '写了一半');
    provider.records = records(3);
    box.reload();
    await waitUntil(() => parts(box, 'comment').length === 3);
    expect(field(box, 'body').value).to.equal('写了一半');
  });

  it('leaves the next draft alone when another box has finished the comment meanwhile', async () => {
    const { box, provider } = await placed();
    const { submit } = provider;
    let answer!: () => void;
    let late!: Promise<unknown>;
    provider.submit = (...args) => {
      const held = new Promise<void>((resolve) => (answer = resolve));
      const answered = held.then(() => submit.apply(provider, args));
      late = answered;
      return answered;
    };
    await fill(box);
    part(box, 'submit').click();
    await waitUntil(() => answer);
    box.remove();
    provider.submit = submit;
    const { box: next } = await placed([], {}, (one) =>
      Object.assign(one, { provider, captchaProvider: provider }),
    );
    await waitUntil(() => parts(next, 'outcome').length === 1);
    await type(next, 'body', '下一条');
    answer();
    await late;
    await waitUntil(() => sessionStorage.length === 1);
    expect(JSON.stringify({ ...sessionStorage })).to.contain('下一条');
    expect(field(next, 'body').value).to.equal('下一条');
    expect(provider.receipts.size).to.equal(1);
  });

  it('keeps all it shows when the page changes its sign-in, its captcha or the size of pages', async () => {
    const { box, provider } = await placed(records(3), { contact: 'optional' });
    await fill(box);
    await post(box);
    const number = textOf(part(box, 'receipt-number'));
    await type(box, 'contact', '12345');
    box.identityProvider = { token: () => Promise.resolve('x') };
    box.captchaProvider = new MemoryCommentProvider();
    box.pageSize = 2;
    await waitUntil(() => parts(box, 'more').length === 1);
    expect(textOf(part(box, 'receipt-number'))).to.equal(number);
    expect(field<HTMLInputElement>(box, 'contact').value).to.equal('12345');
    expect(provider.receipts.size).to.equal(1);
  });
});
