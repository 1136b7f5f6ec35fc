import { expect, waitUntil } from '@open-wc/testing';
import { ProviderError } from '../../../src/comments/errors.js';
import type { CustomsCommentBox } from '../../../src/index.js';
import { replace } from '../../fixtures/replace.js';
import { part, parts, textOf, within } from '../../fixtures/page.js';
import { field, fill, outcome, placed, post, record, startAfresh, type } from './box.js';

/* The page goes to another address with the same box, as in an application of one page. */

const START = window.location.href;
const KEPT = '上一页写的评论尚未提交，已保存为草稿';

/** Thread of each comment that was sent. */
let sent: string[];

/** Places a box without `thread` on the page `/a`. */
const placedOnPage = (
  comments: Parameters<typeof placed>[0] = [],
  offered: Parameters<typeof placed>[1] = {},
): ReturnType<typeof placed> =>
  placed(comments, offered, (box, provider) => {
    box.removeAttribute('thread');
    box.thread = '';
    const { submit } = provider;
    provider.submit = (thread, ...rest) => {
      sent.push(thread);
      return submit.call(provider, thread, ...rest);
    };
  });

const go = (address: string): void => history.pushState({}, '', address);

/** Waits until the box shows the form of another thread. */
const turned = async (box: CustomsCommentBox): Promise<void> => {
  await box.updateComplete;
  await waitUntil(() => field(box, 'body'), 'no form');
};

describe('<customs-comment-box> on a page that changes its address', () => {
  beforeEach(() => {
    startAfresh();
    sent = [];
    history.replaceState(null, '', '/a');
  });
  afterEach(() => history.replaceState(null, '', START));

  it('follows the page, there and back, with the draft of each page', async () => {
    const { box, provider } = await placedOnPage();
    const listed: string[] = [];
    const { list } = provider;
    provider.list = (thread, ...rest) => (
      listed.push(thread),
      list.call(provider, thread, ...rest)
    );
    await type(box, 'body', '关于甲');
    go('/b');
    await turned(box);
    expect(field(box, 'body').value).to.equal('');
    await waitUntil(() => parts(box, 'left').length === 1);
    expect(textOf(part(box, 'left'))).to.contain(KEPT);
    expect(part(box, 'left').getAttribute('role')).to.equal('alert');
    await fill(box, '关于乙');
    await post(box);
    history.replaceState({}, '', '/a/');
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
    expect(parts(box, 'left')).to.have.length(0);
    await waitUntil(() => listed.length === 2);
    expect([sent, listed]).to.deep.equal([['/b'], ['/b', '/a']]);
  });

  it('follows Back', async () => {
    const { box } = await placedOnPage();
    await type(box, 'body', '关于甲');
    go('/b');
    await turned(box);
    history.back();
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
  });

  it('stays where only the query, the fragment or the way to write the path changes', async () => {
    const { box } = await placedOnPage();
    await fill(box);
    for (const address of ['/a?x=1', '#duty-1', '/a/', '/a/index.html', '/%61']) go(address);
    await box.updateComplete;
    expect(field(box, 'body').value).to.not.equal('');
    await post(box);
    expect(sent).to.deep.equal(['/a']);
  });

  it('with `thread` stays with it', async () => {
    const { box } = await placed();
    await type(box, 'body', '关于甲');
    go('/b');
    await box.updateComplete;
    expect(field(box, 'body').value).to.equal('关于甲');
  });

  it('says that the text is kept where the application gives it another `thread`', async () => {
    const { box } = await placed();
    await type(box, 'body', '关于甲');
    box.thread = 'other';
    await turned(box);
    await waitUntil(() => parts(box, 'left').length === 1, 'nothing is said');
    expect(textOf(part(box, 'left'))).to.contain(KEPT);
    box.thread = 't';
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
  });

  it('sends nothing where the page has changed just before, and says so', async () => {
    const { box } = await placedOnPage();
    await fill(box, '关于甲');
    go('/b');
    part(box, 'submit').click();
    await waitUntil(() => parts(box, 'left').length === 1);
    await turned(box);
    expect(field(box, 'body').value).to.equal('');
    await fill(box, '关于乙');
    await post(box);
    go('/a');
    await waitUntil(() => field(box, 'body')?.value === '关于甲');
    await post(box);
    expect(sent).to.deep.equal(['/b', '/a']);
  });

  it('follows where the browser tells of nothing but Back', async () => {
    const restore = replace(window as { navigation?: unknown }, 'navigation', undefined);
    try {
      const { box } = await placedOnPage();
      await type(box, 'body', '关于甲');
      go('/b');
      document.title += '.';
      await waitUntil(() => field(box, 'body')?.value === '');
      history.back();
      await waitUntil(() => field(box, 'body')?.value === '关于甲');
      go('/c');
      part(box, 'submit').click();
      await waitUntil(() => field(box, 'body')?.value === '');
      expect(sent).to.deep.equal([]);
      box.remove();
    } finally {
      restore();
    }
  });

  it('finishes a comment for its own thread, and shows the outcome there only', async () => {
    const { box, provider } = await placedOnPage();
    let prove!: () => void;
    const { solve } = provider;
    provider.solve = async (challenge, typed, signal?: AbortSignal) => {
      await new Promise<void>((resolve, reject) => {
        prove = resolve;
        signal?.addEventListener('abort', () => reject(new Error('it was given up')));
      });
      return solve.call(provider, challenge, typed);
    };
    await fill(box, '关于甲');
    part(box, 'submit').click();
    await waitUntil(() => prove, 'it does not solve the captcha');
    go('/b');
    await turned(box);
    provider.solve = solve;
    const { submit } = provider;
    let lost = 0;
    provider.submit = () => {
      lost += 1;
      provider.submit = submit;
      return Promise.reject(new ProviderError('offline', { retryAfterMs: 60_000 }));
    };
    prove();
    await waitUntil(() => lost === 1, 'it was not sent');
    await waitUntil(() => {
      window.dispatchEvent(new Event('online'));
      return provider.receipts.size === 1;
    }, 'it was not sent again');
    await box.updateComplete;
    expect([sent, parts(box, 'outcome').length, parts(box, 'left').length]).to.deep.equal([
      ['/a'],
      0,
      0,
    ]);
    go('/a');
    await waitUntil(() => within(box).querySelector('.outcome [part~=receipt-number]'));
    expect(outcome(box)).to.contain([...provider.receipts.keys()][0]);
    expect(provider.receipts.size).to.equal(1);
  });

  it('goes on sending it, with the contact, when the reader is back before it has arrived', async () => {
    const { box, provider } = await placedOnPage([], { contact: 'optional' });
    const contacts: (string | undefined)[] = [];
    const { submit } = provider;
    provider.submit = (thread, draft, options) => {
      contacts.push(draft.contact);
      if (contacts.length > 1) return submit.call(provider, thread, draft, options);
      return Promise.reject(new ProviderError('offline', { retryAfterMs: 60_000 }));
    };
    await fill(box);
    await type(box, 'contact', '12360');
    part(box, 'submit').click();
    await waitUntil(() => parts(box, 'confirm').length === 1);
    go('/b');
    await turned(box);
    go('/a');
    await waitUntil(() => within(box).querySelector('.outcome [part~=receipt-number]'));
    window.dispatchEvent(new Event('online'));
    // What this begins has come to its request in the next task.
    await new Promise((resolve) => setTimeout(resolve));
    expect(contacts).to.deep.equal(['12360', '12360']);
  });

  it('sends it again with the contact when it was refused on another page', async () => {
    const { box, provider } = await placedOnPage([], { contact: 'optional' });
    const contacts: (string | undefined)[] = [];
    let refuse!: () => void;
    provider.submit = (_, draft) => {
      contacts.push(draft.contact);
      const error = new ProviderError('captcha', { isFinal: true });
      return new Promise((_, reject) => (refuse = () => reject(error)));
    };
    await fill(box);
    await type(box, 'contact', '12360');
    part(box, 'submit').click();
    await waitUntil(() => contacts.length === 1);
    go('/b');
    await turned(box);
    refuse();
    // Nothing is being sent any more in the next task.
    await new Promise((resolve) => setTimeout(resolve));
    expect(field<HTMLInputElement>(box, 'contact').value).to.equal('');
    go('/a');
    await waitUntil(() => contacts.length === 2, 'it was not sent again');
    expect(contacts).to.deep.equal(['12360', '12360']);
    refuse();
  });

  it('says on its own page only that a comment was refused', async () => {
    const { box, provider } = await placedOnPage();
    let refuse!: () => void;
    const { submit } = provider;
    const error = new ProviderError('validation', { isFinal: true });
    provider.submit = () => new Promise((_, reject) => (refuse = () => reject(error)));
    await fill(box, '关于甲');
    part(box, 'submit').click();
    await waitUntil(() => refuse);
    go('/b');
    await turned(box);
    refuse();
    provider.submit = () => Promise.reject(error);
    await type(box, 'body', '关于乙');
    expect(parts(box, 'error-summary')).to.have.length(0);
    go('/a');
    await waitUntil(() => parts(box, 'error-summary').length === 1, 'nothing is said');
    expect(field(box, 'body').value).to.equal('关于甲');
    provider.submit = submit;
    part(box, 'submit').click();
    await waitUntil(() => parts(box, 'outcome').length === 1);
    expect(sent).to.deep.equal(['/a']);
  });

  it('has no comments where the page has no key, says so, and shows its fallback', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    try {
      const { box, provider } = await placedOnPage([record('1')]);
      box.append('联系电话 12360');
      provider.list = () => Promise.reject(new Error('asked'));
      go(`/${'x'.repeat(512)}`);
      await waitUntil(() => textOf(within(box)).includes('本页网址不支持评论'));
      expect(within(box).querySelector('slot:not([name])')).to.not.equal(null);
      expect(warnings.join()).to.contain('<customs-comment-box> needs a thread');
      go('/a');
      await turned(box);
    } finally {
      console.warn = warn;
    }
  });
});
