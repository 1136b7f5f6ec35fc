/* Turbo and htmx: pages that a server renders, which a script swaps or morphs without loading them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { suiteEnd } from '../../comments/running.mjs';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { comment, openCommentSite } from './comment-site.mjs';
import { install } from './install.mjs';
import { POLICE, visit, waitForWords } from './visit.mjs';

/** How a page of each script brings itself up to date, without a reload; htmx 2 needs an extension for that. */
const REFRESH = {
  turbo: `Turbo.session.refresh(location.href)`,
  htmx2: undefined,
  htmx4: `htmx.ajax('GET', location.href, { target: 'body', swap: 'innerMorph' })`,
};

const suite = suiteEnd();
let browser;
let folder;
let pages;
before(async () => {
  folder = await install('navigation');
  pages = await import(pathToFileURL(join(folder, 'pages.js')).href);
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  suite.after(() => browser.close());
});
after(suite.end);

/** Starts a site whose pages load one of the scripts. */
function openPages(script) {
  const packages = join(folder, 'node_modules');
  const library = sirv(join(packages, 'customs-widgets/dist/cdn'), { dev: true });
  return openCommentSite(suite, (request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    const page = pages.pageAt(path, script);
    const send = (type, body) => response.setHeader('content-type', type).end(body);
    if (page) return send('text/html; charset=utf-8', page);
    if (path === '/agency.json') return send('application/json', readFileSync(join(folder, path)));
    if (path === `/${script}.js`) {
      return send('text/javascript', readFileSync(join(packages, pages.fileOf(script))));
    }
    request.url = request.url.replace('/customs-widgets', '');
    return library(request, response, () => response.writeHead(404).end());
  });
}

/** What a reader sees of each widget: exactly one of it, with its words. */
async function assertOneOfEach(page, names) {
  const tags = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith('customs-'))
      .sort(),
  );
  assert.deepEqual(tags, names.map((name) => `customs-${name}`).sort());
}

for (const [script, refresh] of Object.entries(REFRESH)) {
  describe(`Pages with ${script}`, () => {
    let site;
    before(async () => (site = await openPages(script)));

    it('show the right agency and the right thread, however a reader goes', async () => {
      const faults = await visit(browser, site.url, POLICE, async (page) => {
        await page.click('a[href="/links"]');
        await waitForWords(page, 'Lost property');
        await assertOneOfEach(page, ['link-list', 'comment-box']);
        await comment(page, 'About the links');
        await page.goBack();
        await waitForWords(page, POLICE.words);
        await assertOneOfEach(page, ['duty-list', 'comment-box']);
        await comment(page, 'About the duties');
      });
      assert.deepEqual(faults, []);
      assert.deepEqual(site.posted, ['/links', '/']);
    });

    it('keep every widget, and what a reader wrote, when they change in place', async (test) => {
      if (!refresh) return test.skip('it needs an extension');
      const faults = await visit(browser, `${site.url}about`, POLICE, async (page) => {
        const input = await page.waitForSelector('customs-duty-list >>> [part=search] input');
        await input.type('thieves');
        await page.waitForSelector('[data-customs-widget] > customs-profile-card >>> h2');
        const before = await page.$eval('h1 + p', (text) => text.textContent);
        await page.evaluate(refresh);
        await page.waitForFunction(
          (text) => document.querySelector('h1 + p')?.textContent !== text,
          {},
          before,
        );
        await page.waitForSelector('[data-customs-widget] > customs-profile-card >>> h2');
        await assertOneOfEach(page, ['duty-list', 'profile-card']);
        const value = await page.$eval(
          'customs-duty-list >>> [part=search] input',
          (field) => field.value,
        );
        assert.equal(value, 'thieves');
      });
      assert.deepEqual(faults, []);
    });
  });
}
