/* A visit finds what must not be seen: each page here has one fault, and the first has none. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { POLICE, visit } from './visit.mjs';

const LIST = '<template shadowrootmode="open"><p>Keeps order.</p></template>';
const later = (code) =>
  `<script>requestAnimationFrame(() => requestAnimationFrame(() => {
    const list = document.querySelector('customs-duty-list');
    const text = list.shadowRoot.querySelector('p');
    ${code}
  }))</script>`;
const define = `<script>
  customElements.define('customs-duty-list', class extends HTMLElement {});
</script>`;

/** Body of each page, and what a visit says about it. */
const PAGES = {
  'without a fault': [`<customs-duty-list>${LIST}</customs-duty-list>${define}`],
  'that is empty without scripts': [
    `<customs-duty-list></customs-duty-list>${define}<script>
      document.querySelector('customs-duty-list').attachShadow({ mode: 'open' }).append('Keeps order.');
    </script>`,
    /^before: the page shows: \s*$/,
  ],
  'that shows another agency for some frames': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}<h1>Duties</h1>${later(`
      document.querySelector('h1').textContent = '海关';
      requestAnimationFrame(() => requestAnimationFrame(() => {
        document.querySelector('h1').textContent = 'Duties';
      }));`)}`,
    /^never to be seen: “海” in: .*Keeps order\..*海关/,
  ],
  'whose words go away': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}${later(`
      text.textContent = 'Loading …';
      requestAnimationFrame(() => requestAnimationFrame(() => {
        text.textContent = 'Keeps order.';
      }));`)}`,
    /^during: the words went away: .*Loading …/,
  ],
  'that jumps': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}<p>below</p>${later(`
      list.style.display = 'block';
      list.style.marginBlockStart = '200px';`)}`,
    /^the layout shifted by 0\.\d+$/,
  ],
  'that warns': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}<script>console.warn('Oh')</script>`,
    /^console: Oh$/,
  ],
  'that throws': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}<script>throw new Error('Oh')</script>`,
    /^error: Oh$/,
  ],
  'that misses a file': [
    `<customs-duty-list>${LIST}</customs-duty-list>${define}<img alt="" width="1" height="1" src="/gone.png">`,
    /^(console: Failed to load resource|request: 404 http.*\/gone\.png$)/,
  ],
};

let browser;
let server;
before(async () => {
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  server = createServer(({ url }, response) => {
    const [body] = Object.values(PAGES)[url.slice(1)] ?? [];
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,">${body}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  await browser.close();
  server.close();
});

describe('A visit to a page', () => {
  for (const [index, [name, [, fault]]] of Object.entries(PAGES).entries()) {
    it(`${name} finds ${fault ? 'that' : 'none'}`, async () => {
      const faults = await visit(
        browser,
        `http://127.0.0.1:${server.address().port}/${index}`,
        POLICE,
      );
      if (!fault) assert.deepEqual(faults, []);
      else assert.ok(faults.length > 0);
      for (const one of faults) assert.match(one, fault);
    });
  }
});
