import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { CustomsCommentCount } from '../../src/index.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { expectAccessible, moveAround, textOf, within } from '../fixtures/page.js';

CustomsCommentCount.define();

describe('<customs-comment-count>', () => {
  let server: FakeServer;
  let asked: string[][];
  const path = (site: string): string => `/v1/sites/${site}/counts`;
  const serve = (site: string, counts: Record<string, number>): void =>
    server.answer(path(site), (init) => {
      const { threads } = JSON.parse(init.body as string) as { threads: string[] };
      asked.push(threads);
      return new Response(
        JSON.stringify({
          counts: threads.map((thread) => ({ thread, count: counts[thread] ?? 0 })),
        }),
      );
    });
  const place = async (
    site: string,
    threads: readonly string[],
  ): Promise<CustomsCommentCount[]> => {
    const list = await fixture(
      html`<ul lang="zh-Hans">
        ${threads.map(
          (thread) =>
            html`<li>
              <customs-comment-count endpoint="/" site=${site} thread=${thread}
                >评论</customs-comment-count
              >
            </li>`,
        )}
      </ul>`,
    );
    return [...list.querySelectorAll('customs-comment-count')];
  };
  const shown = (element: Element): string => textOf(within(element));
  beforeEach(() => {
    server = new FakeServer();
    asked = [];
  });
  afterEach(() => server.close());

  it('shows nothing while there are none, if the page wants it so', async () => {
    serve('none', { b: 2 });
    const [none, two] = await place('none', ['a', 'b']);
    none!.hideWhenEmpty = two!.hideWhenEmpty = true;
    await waitUntil(() => shown(two!) === '2 条评论');
    expect(none!.hasAttribute('hide-when-empty')).to.equal(true);
    expect(shown(none!)).to.equal('');
    none!.hideWhenEmpty = false;
    await waitUntil(() => shown(none!) === '0 条评论');
  });

  it('asks once, however often it is moved while it waits', async () => {
    let release!: (answer: Response) => void;
    const answer = new Promise<Response>((resolve) => (release = resolve));
    server.answer(path('moved'), () => (asked.push([]), answer));
    const [element] = await place('moved', ['a']);
    await moveAround(element!);
    release(new Response('{"counts":[{"thread":"a","count":7}]}'));
    await waitUntil(() => shown(element!) === '7 条评论');
    expect(asked).to.have.length(1);
  });

  it('says how many comments a thread has, in the language of the page', async () => {
    serve('one', { a: 1234 });
    const [element] = await place('one', ['a']);
    await waitUntil(() => shown(element!) === '1,234 条评论');
    element!.lang = 'en';
    await waitUntil(() => shown(element!) === 'Comments: 1,234');
    await expectAccessible(element!);
  });

  it('asks for all threads of a page at once, at most 50 a request', async () => {
    serve('many', { t59: 7 });
    const threads = Array.from({ length: 60 }, (_, index) => `t${index}`);
    const elements = await place('many', threads);
    await waitUntil(() => shown(elements[59]!) === '7 条评论');
    expect(shown(elements[0]!)).to.equal('0 条评论');
    expect(asked.map(({ length }) => length)).to.deep.equal([50, 10]);
  });

  it('leaves the author’s own text where the number cannot be had', async () => {
    server.down(path('down'));
    const failed = new Promise<CustomEvent>((resolve) =>
      document.addEventListener('customs-comment-failed', resolve, { once: true }),
    );
    const [element] = await place('down', ['a']);
    expect((await failed).detail.operation).to.equal('count');
    expect(element!.getBoundingClientRect().width).to.be.greaterThan(0);
    expect(element!.textContent).to.contain('评论');
    expect(within(element!).querySelector('[part=count]')).to.equal(null);
  });

  it('counts again when told to, and for another thread', async () => {
    serve('again', { a: 1, b: 2 });
    const [element] = await place('again', ['a']);
    await waitUntil(() => shown(element!) === '1 条评论');
    serve('again', { a: 5, b: 2 });
    element!.reload();
    await waitUntil(() => shown(element!) === '5 条评论');
    element!.thread = 'b';
    await waitUntil(() => shown(element!) === '2 条评论');
  });

  it('says nothing about another thread than its own', async () => {
    serve('late', { a: 1, b: 2 });
    const [element] = await place('late', ['a']);
    await waitUntil(() => shown(element!) === '1 条评论');
    server.down(path('late'));
    const failed = oneEvent(element!, 'customs-comment-failed');
    element!.thread = 'b';
    await failed;
    expect(within(element!).querySelector('[part=count]')).to.equal(null);
  });

  it('asks nobody while it does not know whom', async () => {
    const element = document.createElement('customs-comment-count');
    let failures = 0;
    element.addEventListener('customs-comment-failed', () => (failures += 1));
    await fixture(html`<p>${element}</p>`);
    await new Promise((resolve) => setTimeout(resolve));
    expect(failures).to.equal(0);
  });

  it('takes an engine of the page’s own', async () => {
    const element = document.createElement('customs-comment-count');
    element.lang = 'zh-Hans';
    element.provider = {
      capabilities: () => Promise.reject(new Error('not asked')),
      list: () => Promise.reject(new Error('not asked')),
      count: (threads) => Promise.resolve(new Map(threads.map((thread) => [thread, 3]))),
    };
    await fixture(html`<p>${element}</p>`);
    await waitUntil(() => shown(element) === '3 条评论');
  });

  it('says that an engine cannot count', async () => {
    const element = document.createElement('customs-comment-count');
    element.provider = {
      capabilities: () => Promise.reject(new Error('not asked')),
      list: () => Promise.reject(new Error('not asked')),
    };
    const failed = oneEvent(element, 'customs-comment-failed');
    await fixture(html`<p>${element}</p>`);
    expect(((await failed) as CustomEvent).detail.error.kind).to.equal('protocol');
  });

  describe('without `thread`', () => {
    const start = window.location.href;
    const placeHere = async (site: string): Promise<CustomsCommentCount> => {
      const element = document.createElement('customs-comment-count');
      Object.assign(element, { lang: 'zh-Hans', endpoint: '/', site, textContent: '评论' });
      await fixture(html`<p>${element}</p>`);
      return element;
    };
    beforeEach(() => history.replaceState(null, '', '/%E6%8C%87%e5%8d%97/index.html'));
    afterEach(() => history.replaceState(null, '', start));

    it('counts the thread of the page, and of the page that it becomes', async () => {
      serve('page', { '/指南': 4, '/b': 2 });
      const element = await placeHere('page');
      await waitUntil(() => shown(element) === '4 条评论');
      history.pushState(null, '', '/b/');
      await waitUntil(() => shown(element) === '2 条评论');
      history.back();
      await waitUntil(() => shown(element) === '4 条评论');
      history.replaceState(null, '', '?page=2');
      await Promise.resolve();
      expect(asked).to.deep.equal([['/指南'], ['/b'], ['/指南']]);
    });

    it('says that a page has none in place of the author’s own text, and asks nobody', async () => {
      history.replaceState(null, '', `/${'x'.repeat(512)}`);
      serve('none', {});
      const element = await placeHere('none');
      await waitUntil(() => shown(element) === '本页网址不支持评论');
      expect(element.innerText).to.equal('评论');
      element.textContent = '';
      await waitUntil(() => element.offsetWidth > 0, 'it shows nothing');
      element.hideWhenEmpty = true;
      await waitUntil(() => shown(element) === '');
      element.hideWhenEmpty = false;
      element.lang = 'en';
      await waitUntil(() => shown(element) === 'Comments are not available at this address');
      serve('none', { '/b': 2 });
      history.replaceState(null, '', '/b');
      await waitUntil(() => shown(element) === 'Comments: 2');
      expect(asked).to.deep.equal([['/b']]);
    });
  });
});
