/* The built Storybook as a documentation site: every page, its links, and the embed builder. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  leaveFramesEmpty,
  writeDocumentationPages,
  writePage,
} from '../../stories/.storybook/documentation-pages.mjs';
import { browserPath } from '../fixtures/browser.mjs';
import { linkCheck, plainName } from './room/dead-links.mjs';
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

/** Opens a window in which frames stay empty. */
async function openWithoutFrames(width) {
  const window = await room.openWindow(width);
  await leaveFramesEmpty(window.page);
  return window;
}

const deadLinks = linkCheck(room);

describe('The check of links', () => {
  it('finds those that lead nowhere', async () => {
    const window = await openWithoutFrames(360);
    await window.showPage('/broken.html');
    const dead = await deadLinks(window.page);
    assert.deepEqual(dead, ['?path=/docs/no-such--docs', 'gone.html', '#gone', 'gone-too.html']);
  });

  it('finds a page that is not there', async () => {
    const window = await openWithoutFrames(360);
    // Waits for no heading for long, but for the page as long as it takes.
    window.page.setDefaultTimeout(2000);
    window.page.setDefaultNavigationTimeout(15_000);
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

/** Fails unless a page without scripts has all that the elements show. */
async function assertDrawn(page) {
  assert.equal(await page.$('script'), null);
  assert.equal(await page.$eval('h1', ({ textContent }) => Boolean(textContent.trim())), true);
  const isDrawn = await page.$$eval('main *', (all) =>
    all
      .filter(({ localName }) => localName.startsWith('customs-'))
      .map(({ shadowRoot }) => Boolean(shadowRoot?.querySelector('.frame, slot, span'))),
  );
  assert.ok(isDrawn.every(Boolean));
}

describe('The page', () => {
  let window;
  /** For the same page as plain HTML. */
  let plain;
  before(async () => {
    window = await openWithoutFrames(NARROW);
    plain = await openWithoutFrames(NARROW);
  });

  for (const one of room.docs) {
    it(`${one.title}, in Storybook and as plain HTML, at both widths`, async () => {
      assert.deepEqual(await window.showDocs(one), [], `at ${NARROW} px`);
      assert.deepEqual(await window.resize(WIDE), [], `at ${WIDE} px`);
      assert.deepEqual(await deadLinks(window.page), []);
      const text = await window.page.$eval('#storybook-docs', (page) => page.innerText);
      assert.doesNotMatch(text, /\| -{3}|^#{1,6} |```/m, 'Markdown that was left as it is');
      const missing = EXPECTED[one.id]?.filter((expected) => !text.includes(expected)) ?? [];
      assert.deepEqual(missing, [], 'what the manifest, the changelog or the build says');

      const name = await writePage(window.page, one, room.folder);
      assert.deepEqual(await plain.showPage(`/${name}`), [], `plain, at ${NARROW} px`);
      assert.deepEqual(await plain.resize(WIDE), [], `plain, at ${WIDE} px`);
      assert.deepEqual(await deadLinks(plain.page), []);
      await assertDrawn(plain.page);
    });
  }

  it('of the first test is one for newcomers, and of the last the changelog', () => {
    assert.equal(room.docs[0].title, 'Start here/Welcome');
    assert.equal(room.docs.at(-1).title, 'Changelog');
  });

  it('is there for everything of which more is expected', () => {
    assert.equal(elements.length, 7);
    assert.deepEqual(
      Object.keys(EXPECTED).filter((id) => !room.docs.some((one) => one.id === id)),
      [],
    );
  });

  it('as plain HTML is what the command writes too', async () => {
    const [one] = room.docs;
    const file = join(room.folder, plainName(one));
    const before = readFileSync(file, 'utf8');
    process.env.CHROME_PATH ??= await browserPath();
    await writeDocumentationPages(room.folder, [one]);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

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
    const codeOf = async ({ id }) => (await fetch(`${room.address}/${plainName({ id })}`)).text();
    const pages = await Promise.all(room.docs.map(codeOf));
    assert.ok(pages.some((code) => code.includes('npx customs-widgets render duty-list')));
    assert.deepEqual(
      pages.filter((code) => /127\.0\.0\.1:\d+|localhost/.test(code)),
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
