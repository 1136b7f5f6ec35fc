import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsLinkList, provideStrings, setBasePath } from '../../src/index.js';
import { requestOnce } from '../../src/answers.js';
import type * as strings from '../../src/base/language/strings.js';
import en from '../../src/base/language/strings/en.js';
import { sample } from '../fixtures/agencies.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { part, settled, textOf, warningsOf } from '../fixtures/page.js';

CustomsLinkList.define();
const STRINGS = '/library/strings/en.json';
const whole = en as Record<string, string>;
const heading = (element: Element): string => textOf(part(element, 'heading'));

/* A separate file, because loaded strings stay for the page. */
describe('strings of another language', () => {
  let server: FakeServer;
  before(() => {
    server = new FakeServer();
    setBasePath('/library/');
  });
  after(() => {
    server.close();
    setBasePath(undefined);
  });

  const create = (): Promise<CustomsLinkList> =>
    fixture(html`<customs-link-list lang="en" .data=${sample}><p>author</p></customs-link-list>`);

  it('keep the author’s text in sight until they are there', async () => {
    const release = server.hold(STRINGS);
    const element = await create();
    expect(element.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    element.remove();
    await waitUntil(() => server.aborted.length === 1);
    release({});
  });

  it('leave what is shown in place while they are on their way', async () => {
    const release = server.hold(STRINGS);
    const element = await fixture<CustomsLinkList>(
      html`<customs-link-list lang="zh" .data=${sample}></customs-link-list>`,
    );
    element.lang = 'en';
    await element.updateComplete;
    expect(heading(element)).to.equal('相关');
    expect(part(element, 'base').lang).to.equal('zh-Hans');
    element.remove();
    await waitUntil(() => server.aborted.length === 2);
    release({});
  });

  for (const [name, status, body] of [
    ['are not there', 204, null],
    ['a gateway answers for', 200, '{"error":"login"}'],
  ] as const) {
    it(`that ${name} are asked for again by a reload, and leave the element in the source language`, async () => {
      server.answer(STRINGS, () => new Response(body, { status }));
      const warnings = await warningsOf(async () => {
        const element = await settled(await create());
        expect(part(element, 'base').lang).to.equal('zh-Hans');
        const before = server.requests.length;
        element.reload();
        await waitUntil(() => server.requests.length > before);
        element.remove();
      });
      expect(warnings.join()).to.contain('the strings of "en" are missing');
    });
  }

  /** The strings of an older version, which lacks some of this one. */
  const older = (): Record<string, string> =>
    Object.fromEntries(Object.entries(whole).filter(([id]) => !id.startsWith('links.')));

  it('that are older than the script are never mixed with Chinese: the console says what to do', async () => {
    server.json(STRINGS, older());
    const warnings = await warningsOf(async () => {
      const element = await settled(await create());
      expect(heading(element)).to.equal('相关');
      expect(part(element, 'base').lang).to.equal('zh-Hans');
      expect(element.msg('重试', { id: 'retry' })).to.equal('重试');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/strings\/en has fewer strings than version .*; copy it again/);
  });

  it('that are older are not taken from the page either', async () => {
    const warnings = await warningsOf(() => {
      provideStrings('en', older());
      provideStrings('en', older());
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/strings\/en has fewer strings .* copy it again/);
    const element = await settled(await create());
    expect(heading(element)).to.equal('相关');
  });

  it('that do not come leave an element readable and a server rendering in its language, until a reload or a touch brings them', async () => {
    server.text(STRINGS, 'broken', 500);
    const holder = await fixture(html`<div></div>`);
    holder.setHTMLUnsafe(
      `<customs-link-list lang="en"><template shadowrootmode="open"><h2>Related</h2></template>
      <script type="application/json">${JSON.stringify(sample)}</script></customs-link-list>`,
    );
    const rendered = holder.firstElementChild as CustomsLinkList;
    let told = 0;
    rendered.addEventListener('customs-ready', () => (told += 1));
    let element!: CustomsLinkList;
    const warnings = await warningsOf(async () => {
      await waitUntil(() => rendered.state.kind === 'ready' && rendered.localization.isMissing);
      await rendered.updateComplete;
      element = await settled(await create());
      expect(heading(element)).to.equal('相关');
      expect(part(element, 'base').lang).to.equal('zh-Hans');
    });
    expect(warnings.join()).to.contain('the strings of "en" are missing');
    expect(rendered.shadowRoot!.textContent).to.equal('Related');
    expect(told, 'its data does not show').to.equal(0);

    const release = server.hold(STRINGS);
    const before = server.requests.length;
    const title = rendered.shadowRoot!.querySelector('h2')!;
    title.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await waitUntil(() => server.requests.length > before, 'a touch asks for them again');
    release(whole);
    await waitUntil(() => told === 1);
    expect(part(rendered, 'base').lang).to.equal('en');
    element.reload();
    await waitUntil(() => heading(element) === 'Related');
    expect(part(element, 'base').lang).to.equal('en');
  });

  it('can be handed over by the page', async () => {
    provideStrings('en', { ...whole, 'links.heading': 'See also' });
    expect(heading(await settled(await create()))).to.equal('See also');
  });

  it('that a cache has from an older version are asked for again', async () => {
    const { signal } = new AbortController();
    server.json(STRINGS, older());
    await requestOnce(new URL(STRINGS, document.baseURI).href, signal, true);
    // A copy of the module, because loaded strings stay for the page.
    const address = '/src/base/language/strings.ts?copy';
    const copy = (await import(address)) as typeof strings;
    server.json(STRINGS, whole);
    await copy.loadStrings('en', signal);
    expect(copy.hasStrings('en')).to.equal(true);
    expect(server.caches[server.caches.length - 1]).to.equal('no-cache');
  });
});
