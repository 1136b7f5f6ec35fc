/* Astro: static pages and its dev server, between which its router swaps the content of the page. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { suiteEnd } from '../../comments/running.mjs';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { openApplication } from './application.mjs';
import { comment, openCommentSite } from './comment-site.mjs';
import { install } from './install.mjs';
import { runIn } from './process.mjs';
import { POLICE, visit, waitForWords } from './visit.mjs';

const suite = suiteEnd();
after(suite.end);

/** What a page has asked for is taken back when it goes elsewhere. */
const isTakenBack = (fault) => fault.startsWith('request: net::ERR_ABORTED');

async function assertRight(browser, address, site) {
  const faults = await visit(browser, address, POLICE, goAround);
  assert.deepEqual(
    faults.filter((fault) => !isTakenBack(fault)),
    [],
  );
  assert.deepEqual(site.posted, ['/links', '/']);
}

/** Goes to the links and back to the duties, and comments on both pages. */
async function goAround(page) {
  await page.click('a[href="/links/"]');
  await waitForWords(page, 'Lost property');
  await comment(page, 'About the links');
  await page.goBack();
  await waitForWords(page, POLICE.words);
  await comment(page, 'About the duties');
  assert.equal((await page.$$('customs-duty-list')).length, 1);
  assert.equal((await page.$$('customs-link-list')).length, 0);
}

describe('Pages of Astro', () => {
  it('show the right agency and the right thread, built as files', async () => {
    const folder = await install('astro');
    await runIn(folder, ['npm', 'run', 'build']);
    const site = await openCommentSite(suite, sirv(join(folder, 'dist'), { dev: true }));
    const options = { executablePath: await browserPath(), args: BROWSER_FLAGS };
    const browser = await puppeteer.launch(options);
    suite.after(() => browser.close());
    await assertRight(browser, site.url, site);
  });

  it('show the same from the dev server', async () => {
    const site = await openCommentSite(suite);
    const start = (port) => [
      ...['npm', 'run', 'dev', '--', '--host', '127.0.0.1', '--port', String(port)],
    ];
    const { browser, address, close } = await openApplication('astro', { start }, () => ({
      COMMENTS: site.url,
    }));
    suite.after(close);
    await assertRight(browser, address, site);
  });
});
