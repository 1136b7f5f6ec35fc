/* The built Storybook as a documentation site: every page, its links, and the embed builder. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { writeDocumentationPages } from '../../stories/.storybook/documentation-pages.mjs';
import { browserPath } from '../fixtures/browser.mjs';
import { openStories, SUBFOLDER, WIDTHS } from './room/open-stories.mjs';
import { waitForText } from './builder/pasting.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Broken links, one of each kind. */
const BROKEN = `<!doctype html><html lang="en"><title>Broken</title><link rel="icon" href="data:,">
<div id="storybook-docs"><a href="?path=/docs/no-such--docs">1</a><a href="gone.html">2</a>
<a href="#gone">3</a><iframe src="gone-too.html"></iframe></div></html>`;

// Not in before(): there is a test for each page, so the list is needed first.
const room = await openStories({ '/broken.html': BROKEN });
after(() => room.close());
const [NARROW, WIDE] = WIDTHS;
const ids = new Set([...room.stories, ...room.docs].map(({ id }) => id));

/**
 * Opens a window in which frames stay empty. Their content is tested as a story or page of its own.
 */
async function openWithoutFrames(width) {
  const window = await room.openWindow(width);
  const { page } = window;
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.isNavigationRequest() && request.frame() !== page.mainFrame()
      ? request.respond({ contentType: 'text/html', body: '<!doctype html><title>.</title>' })
      : request.continue(),
  );
  return window;
}

/**
 * Finds broken links and frames of a page. Other hosts are not checked, because tests send them no
 * requests.
 */
async function deadLinks(page) {
  const found = await page.$$eval('#storybook-docs :is(a[href], iframe[src])', (all) =>
    all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')),
  );
  const isDead = async (address) => {
    const { origin, pathname, search, hash, href } = new URL(address, page.url());
    if (origin !== room.origin) return false;
    if (address.startsWith('#'))
      return !(await page.evaluate(
        (id) => Boolean(document.getElementById(id)),
        decodeURIComponent(hash.slice(1)),
      ));
    const parameters = new URLSearchParams(search);
    const id = parameters.get('path')?.replace(/^\/(docs|story)\//, '') ?? parameters.get('id');
    if (id) return !ids.has(id);
    return pathname === '/' || !(await fetch(href.replace(room.origin, room.address))).ok;
  };
  const dead = await Promise.all(
    [...new Set(found)].map(async (one) => (await isDead(one)) && one),
  );
  return dead.filter(Boolean);
}

describe('The check of links', () => {
  it('finds those that lead nowhere', async () => {
    const window = await openWithoutFrames(360);
    await window.showPage('/broken.html');
    const dead = await deadLinks(window.page);
    assert.deepEqual(dead, ['?path=/docs/no-such--docs', 'gone.html', '#gone', 'gone-too.html']);
  });

  it('finds a page that is not there', async () => {
    const window = await openWithoutFrames(360);
    window.page.setDefaultTimeout(2000);
    const faults = await window.showDocs({ id: 'no-such--docs' });
    assert.match(faults.join('\n'), /it has no heading/);
  });
});

const elements = JSON.parse(read('../../dist/custom-elements.json'))
  .modules.flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);

/** What the manifest knows of an element. */
const toldOf = (element) => [
  ...['events', 'slots', 'cssParts', 'cssProperties'].flatMap(
    (kind) => element[kind]?.map(({ name }) => name) ?? [],
  ),
  element.description
    .replaceAll('`', '')
    .split(/[.:]\s/)[0]
    .replace(/\s+/g, ' '),
];

/** The newest version, and its first entry. */
function newestChange() {
  const [, version, more] = /^## (.+)\n([^]*)/m.exec(read('../../CHANGELOG.md'));
  return [version, /^- (.+)/m.exec(more)[1].replaceAll('`', '')];
}

const { files } = JSON.parse(read('../../dist/cdn/integrity.json'));

/** What a page has to say, by its identifier. */
const EXPECTED = {
  'changelog--docs': newestChange(),
  'start-here-for-webmasters--docs': [files['duty-list.js'].integrity],
  ...Object.fromEntries(
    elements.map((one) => [`${one.tagName.replace('customs-', '')}--docs`, toldOf(one)]),
  ),
};

describe('The page', () => {
  let window;
  before(async () => (window = await openWithoutFrames(NARROW)));

  for (const { id, title } of room.docs) {
    it(`${title}, at both widths`, async () => {
      assert.deepEqual(await window.showDocs({ id }), [], `at ${NARROW} px`);
      assert.deepEqual(await window.resize(WIDE), [], `at ${WIDE} px`);
      assert.deepEqual(await deadLinks(window.page), []);
      const text = await window.page.$eval('#storybook-docs', (page) => page.innerText);
      assert.doesNotMatch(text, /\| -{3}|^#{1,6} |```/m, 'Markdown that was left as it is');
      const missing = EXPECTED[id]?.filter((expected) => !text.includes(expected)) ?? [];
      assert.deepEqual(missing, [], 'what the manifest, the changelog or the build says');
    });
  }

  it('of the first test is one for newcomers, and of the last the changelog', () => {
    assert.equal(room.docs[0].title, 'Start here/Welcome');
    assert.equal(room.docs.at(-1).title, 'Changelog');
  });

  it('is there for everything of which more is expected', () => {
    assert.equal(elements.length, 6);
    assert.deepEqual(
      Object.keys(EXPECTED).filter((id) => !ids.has(id)),
      [],
    );
  });
});

describe('As plain HTML, the page', () => {
  let window;
  before(async () => {
    process.env.CHROME_PATH ??= await browserPath();
    await writeDocumentationPages(room.folder);
    window = await openWithoutFrames(NARROW);
  });

  for (const { id, title } of room.docs) {
    it(title, async () => {
      const { page, showPage, resize } = window;
      assert.deepEqual(await showPage(`/${id.replace('--docs', '')}.html`), []);
      assert.deepEqual(await resize(WIDE), []);
      assert.deepEqual(await deadLinks(page), []);
      assert.equal(await page.$('script'), null);
      assert.equal(await page.$eval('h1', ({ textContent }) => Boolean(textContent.trim())), true);
      // The content of the elements is in the page itself.
      const elements = await page.$$eval('main *', (all) =>
        all
          .filter(({ localName }) => localName.startsWith('customs-'))
          .map(({ shadowRoot }) => Boolean(shadowRoot?.querySelector('.frame, slot, span'))),
      );
      assert.ok(elements.every(Boolean));
    });
  }

  it('is named in llms.txt only where it is', async () => {
    const text = await (await fetch(`${room.address}/llms.txt`)).text();
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
    assert.ok(links.length > 20, text);
    for (const link of links.filter((one) => !/^https?:/.test(one))) {
      const { ok } = await fetch(new URL(link.replace(/^\.?\//, ''), `${room.address}/`));
      assert.ok(ok, link);
    }
  });

  it('has its code, and no address of the machine that wrote it', async () => {
    const codeOf = async ({ id }) =>
      (await fetch(`${room.address}/${id.replace('--docs', '')}.html`)).text();
    const pages = await Promise.all(room.docs.map(codeOf));
    assert.ok(pages.some((code) => code.includes('npx customs-widgets render duty-list')));
    assert.deepEqual(
      pages.filter((code) => /127\.0\.0\.1:\d+/.test(code)),
      [],
    );
  });
});

describe('As a site in a folder', () => {
  it('leads from the first page to the builder, which writes what it shows', async () => {
    const { page } = await room.openWindow(1280);
    const outside = [];
    page.on('request', (request) => {
      const { protocol, pathname, href } = new URL(request.url());
      if (protocol.startsWith('http') && !pathname.startsWith(SUBFOLDER)) outside.push(href);
    });
    await page.goto(`${room.origin}${SUBFOLDER}`);
    assert.match(await page.$eval('body', (body) => body.innerText), /customs-widgets/);
    const preview = await (await page.waitForSelector('#storybook-preview-iframe')).contentFrame();
    const link = await preview.waitForSelector(
      'a[href="?path=/docs/start-here-embed-builder--docs"]',
    );
    await link.evaluate((one) => one.click());
    const frame = await preview.waitForSelector('iframe.builder');
    const builder = await frame.contentFrame();
    assert.match(page.url(), /path=\/docs\/start-here-embed-builder--docs/);

    const choose = async (name, value) =>
      (await builder.waitForSelector(`input[name="${name}"][value="${value}"]`)).evaluate((one) =>
        one.click(),
      );
    await choose('widget', 'profile-card');
    await choose('data', 'src');
    const address = await builder.waitForSelector('input[name="src"], #src, [name="data-src"]');
    await address.type('recipes/agency.json');
    await waitForText(builder, 'customs-profile-card', '示例市口岸办公室');
    const code = await builder.$eval('#part-0', (one) => one.textContent);
    assert.match(code, /<customs-profile-card src="recipes\/agency.json">/);
    assert.match(code, /integrity="sha384-/);
    assert.deepEqual(outside, []);
  });
});
