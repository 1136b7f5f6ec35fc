/*
 * Every bundler takes the package as it is: what it builds runs, shows the right agency in the right language, and asks
 * for nothing that is not there.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build as esbuild } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { BUNDLERS } from './builders.mjs';
import { application, prepareApplication } from './install.mjs';
import { openPage, waitForTexts } from './page.mjs';
import { openSite } from './site.mjs';

const ENGLISH = ['Main duties', 'State Council'];

/** Page → element → texts that it has to show: words of the interface, and of the agency. */
const SHOWN = {
  'built-in': {
    'customs-profile-card': ['General Administration of Customs', 'Last checked'],
    'customs-duty-list': ENGLISH,
    'customs-rank-ladder': ['Customs Commissioner-General'],
    'customs-link-list': ['Related', 'www.customs.gov.cn'],
    'customs-comment-box': ['Comments', 'Demo data'],
    'customs-comment-count': ['Comments: 0'],
    'customs-agency-page': ['General Administration of Customs', ...ENGLISH],
    'customs-duty-list[lang]': ['主要职能', '负责全国海关工作。'],
  },
  'own-data': {
    'customs-duty-list': ['Main duties', 'Keeps order.'],
    'customs-link-list': ['Related', 'Tides of today'],
  },
  'base-path': { 'customs-duty-list': ENGLISH },
  parse: { output: ['right'] },
};

/** A sentence of the English data, and one of the English strings. */
const BUILT_IN = {
  data: 'Agency directly under the State Council',
  strings: 'Copying failed. Please select the text and copy it yourself.',
};

let browser;
let site;
/** Where the bundlers write, each into a folder of its own. */
let built;
const folderOf = (name) => name.replace(/\W+/g, '-').toLowerCase();
/** Folder → bundler. */
const names = new Map(Object.keys(BUNDLERS).map((name) => [folderOf(name), name]));

before(async () => {
  prepareApplication();
  built = mkdtempSync(join(tmpdir(), 'customs-bundlers-'));
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  site = await openSite(built, (folder) => BUNDLERS[names.get(folder)]?.isInline);
});

after(async () => {
  await browser.close();
  await site.close();
  rmSync(built, { recursive: true });
});

const addressOf = (name, page) => `${site.url}${folderOf(name)}/${page}.html`;

/** Opens a page that has to be as SHOWN, and returns the addresses it asked for. */
async function visit(url, name) {
  const opened = await openPage(browser, url);
  await waitForTexts(opened, SHOWN[name]);
  assert.deepEqual(opened.faults, []);
  await opened.page.close();
  return opened.asked;
}

/** Scripts of a build that have a text, as the end of their addresses. */
const scriptsWith = (name, text) =>
  readdirSync(join(built, folderOf(name)), { recursive: true })
    .filter((file) => /\.m?js$/.test(file))
    .filter((file) => readFileSync(join(built, folderOf(name), file), 'utf8').includes(text))
    .map((file) => file.replaceAll('\\', '/'));

/** Code of the scripts that a page has asked for. */
const codeOf = (asked) =>
  asked
    .filter((address) => /\.m?js$/.test(address))
    .map((address) => readFileSync(join(built, address), 'utf8'))
    .join('\n');

for (const [name, { isWhole, build }] of Object.entries(BUNDLERS)) {
  describe(name, () => {
    let warnings;
    before(async () => {
      mkdirSync(join(built, folderOf(name)));
      warnings = await build(join(built, folderOf(name)));
    });

    it('builds the application without a warning', () => {
      assert.deepEqual(warnings, []);
    });

    it('brings the agency of the library, in the language of each element, without JSON', async () => {
      const asked = await visit(addressOf(name, 'built-in'), 'built-in');
      assert.deepEqual(
        asked.filter((address) => /\.json$/.test(address)),
        [],
      );
    });

    it('brings nothing of the library that the application provides', async () => {
      const asked = await visit(addressOf(name, 'own-data'), 'own-data');
      assert.match(codeOf(asked), /customs-duty-list/);
      assert.doesNotMatch(codeOf(asked), /customs-(comment-box|rank-ladder)/);
      if (isWhole) return;
      for (const text of Object.values(BUILT_IN)) {
        const scripts = scriptsWith(name, text);
        assert.ok(scripts.length > 0, text);
      }
      const [data] = scriptsWith(name, BUILT_IN.data);
      assert.ok(!asked.some((address) => address.endsWith(data)), data);
    });

    it('lets the page name the folder of data and strings', async () => {
      const asked = await visit(addressOf(name, 'base-path'), 'base-path');
      assert.deepEqual(asked.filter((address) => address.startsWith('/library/')).sort(), [
        '/library/gacc/en.json',
        '/library/strings/en.json',
      ]);
    });

    it('takes one function without the elements', async () => {
      const asked = await visit(addressOf(name, 'parse'), 'parse');
      const code = codeOf(asked);
      assert.doesNotMatch(code, /customs-duty-list|customElements|litHtmlVersions/);
      for (const text of Object.values(BUILT_IN)) assert.ok(!code.includes(text), text);
    });
  });
}

describe('A bundle of CommonJS for Node', () => {
  it('runs', async () => {
    const { outputFiles } = await esbuild({
      stdin: { contents: "require('customs-widgets/define')", resolveDir: application },
      bundle: true,
      platform: 'node',
      write: false,
    });
    const file = join(built, 'server.cjs');
    writeFileSync(file, outputFiles[0].text);
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});

describe('What does not load', () => {
  const BUILT = 'esbuild for modules in pieces';
  /** What the console says of each file: what the application can do. */
  const ADVICE = [
    'gacc/en did not load. Use provideAgency(), or setBasePath() with the folder of gacc/en.json.',
    'strings/en did not load. Use provideStrings(), or setBasePath() with the folder of strings/en.json.',
  ];

  /** Opens a page that gets none of the files, and returns what it shows and says. */
  async function openWithout(page, files) {
    const refuses = (address) => files.some((file) => address.endsWith(file));
    const opened = await openPage(browser, addressOf(BUILT, page), refuses);
    await waitForTexts(opened, { 'customs-duty-list': ['内容暂时无法显示'] });
    const said = opened.faults.join('\n');
    for (const sentence of ADVICE) assert.ok(said.includes(sentence), said);
    return opened;
  }

  it('is named with its remedies if it is a piece of the build', async () => {
    const pieces = Object.values(BUILT_IN).flatMap((text) => scriptsWith(BUILT, text));
    const { page } = await openWithout(
      'built-in',
      pieces.filter((name) => name !== 'own-data.js'),
    );
    await page.close();
  });

  it('is named with its remedies if it is not in the folder that was set', async () => {
    const opened = await openWithout('base-path', ['.json']);
    await waitForTexts(opened, { 'customs-duty-list': ['en.json was not found (404)'] });
    await opened.page.close();
  });
});

// Vite up to 7 lost files beside pre-bundled modules.
for (const [way, optimizeDeps] of Object.entries({
  'bundles dependencies beforehand': {},
  'leaves this one as it is': { exclude: ['customs-widgets'] },
})) {
  describe(`The dev server of Vite that ${way}`, () => {
    it('shows the application', async () => {
      const cacheDir = join(built, folderOf(way));
      // Vite's own build has set it to production, and the server would use builds for that.
      process.env.NODE_ENV = 'development';
      const developing = await createServer({
        root: application,
        cacheDir,
        logLevel: 'error',
        optimizeDeps,
        server: { host: '127.0.0.1', port: 0 },
      });
      try {
        await developing.listen();
        const [url] = developing.resolvedUrls.local;
        for (const page of ['built-in', 'own-data']) await visit(`${url}${page}.html`, page);
      } finally {
        await developing.close();
      }
    });
  });
}
