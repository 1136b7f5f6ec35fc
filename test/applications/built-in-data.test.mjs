/* The built-in data of the package is found beside its modules by the tools that build sites. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { examples, installExamples } from './install.mjs';
import { publish } from './publish.mjs';

let browser;
let server;
const pages = {};
before(async () => {
  installExamples();
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  server = await serve(0, pages);
});
after(async () => {
  await browser.close();
  await server.close();
});

/**
 * Opens a page with only a tag, waits for its duties, and returns the addresses of its JSON
 * requests.
 */
async function readDuties(url) {
  const page = await browser.newPage();
  const addresses = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.json')) addresses.push(`${response.status()} ${pathname}`);
  });
  await page.goto(url);
  const preamble = await page.waitForSelector('customs-duty-list >>> [part=preamble]');
  assert.match(await preamble.evaluate(({ textContent }) => textContent), /State Council/);
  assert.equal((await page.$$('customs-duty-list >>> [part=duty]')).length, 13);
  await page.close();
  return addresses.sort();
}

describe('The built-in data and strings', () => {
  it('are files of their own in what a bundler builds', async () => {
    Object.assign(pages, await publish('built-in'));
    const addresses = await readDuties(`${server.url}built-in/index.html`);
    assert.equal(addresses.length, 2, 'one of data, one of strings');
    for (const address of addresses) assert.match(address, /^200 \/built-in\/assets\/en-.+\.json$/);
  });

  // Vite up to 7 needs the second way: pre-bundled dependencies lose the files beside them.
  for (const [way, optimizeDeps] of Object.entries({
    'bundles dependencies beforehand': {},
    'leaves this one as it is': { exclude: ['customs-widgets'] },
  })) {
    it(`are found by a dev server that ${way}`, async () => {
      const cacheDir = mkdtempSync(join(tmpdir(), 'customs-vite-'));
      const developing = await createServer({
        root: join(examples, 'built-in'),
        cacheDir,
        logLevel: 'error',
        optimizeDeps,
        server: { host: '127.0.0.1', port: 0 },
      });
      await developing.listen();
      const addresses = await readDuties(developing.resolvedUrls.local[0]);
      assert.equal(addresses.length, 2, addresses.join());
      for (const address of addresses) assert.match(address, /^200 /);
      await developing.close();
      rmSync(cacheDir, { recursive: true });
    });
  }
});
