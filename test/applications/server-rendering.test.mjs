/*
 * Applications whose pages a server renders, with the components of each framework: the elements
 * arrive complete, stay as they are while the script takes over, and then work like any other.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { installExamples } from './install.mjs';
import { publishRendered } from './publish.mjs';

const FRAMEWORKS = ['preact', 'react', 'solid', 'svelte', 'vue'];

/** What the office of the applications shows. The built-in agency shows thirteen duties. */
const DUTIES = 'Allots the berths.|Licenses pilots.';

let browser;
let server;
/** Pages of the server besides the demo. */
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

/** Runs in the page: notes in every frame what the list of duties shows, and how far things move. */
function watch() {
  const duties = (list) =>
    [...(list.shadowRoot?.querySelectorAll('[part=title]') ?? [])]
      .map((title) => title.textContent.trim())
      .join('|');
  window.seen = [];
  window.moved = 0;
  const look = () => {
    const list = document.querySelector('customs-duty-list');
    if (list && document.readyState !== 'loading' && window.seen.at(-1) !== duties(list)) {
      window.seen.push(duties(list));
    }
    requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.moved += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: leaves templates as browsers before 2023 do, which have no declarative shadow roots. */
function withoutShadowRoots() {
  delete HTMLTemplateElement.prototype.shadowRootMode;
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const list = document.querySelector('customs-duty-list');
    const old = list.cloneNode(true);
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    template.content.append(...list.shadowRoot.childNodes);
    old.prepend(template);
    list.replaceWith(old);
  });
}

/** Opens a page, and records everything that should not happen. */
async function open(address, prepare = () => {}) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => {
    // React invites developers to install its tools.
    if (message.text().includes('React DevTools')) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  await prepare(page);
  await page.goto(server.url + address);
  return { page, faults };
}

const waitForText = (page, selector, text) =>
  page.waitForFunction(
    (selector, text) => document.querySelector(selector)?.textContent === text,
    {},
    selector,
    text,
  );

for (const name of FRAMEWORKS) {
  for (const mode of ['production', 'development']) {
    describe(`A page that ${name} rendered on a server, built for ${mode}`, () => {
      const folder = `${name}-server`;
      before(async () => {
        Object.assign(pages, await publishRendered(folder, mode));
      });

      it('shows its own agency without a script', async () => {
        const { page } = await open(`${folder}/index.html`, (page) =>
          page.setJavaScriptEnabled(false),
        );
        const duties = await page.$$('customs-duty-list >>> [part=duty]');
        assert.equal(duties.length, 2);
        await page.close();
      });

      it('shows it before, while and after the script takes over, and nothing moves', async () => {
        const { page, faults } = await open(`${folder}/index.html`, async (page) => {
          await page.evaluateOnNewDocument(watch);
          await page.emulateCPUThrottling(4);
        });
        // The script removes the styles of the server when it has taken the list over.
        await page.waitForFunction(
          () => !document.querySelector('customs-duty-list').shadowRoot.querySelector('style'),
        );
        await page.waitForSelector('customs-comment-box >>> textarea');
        const { seen, moved } = await page.evaluate(() => ({ seen, moved }));
        assert.deepEqual(seen, [DUTIES]);
        assert.equal(moved, 0);

        await (await page.$('customs-duty-list >>> input')).type('pilots');
        await waitForText(page, 'output', '1');
        assert.deepEqual(faults, []);
        await page.close();
      });

      it('follows properties, and shows the same where the script renders another view', async () => {
        const { page, faults } = await open(`${folder}/index.html`, (page) =>
          page.evaluateOnNewDocument(watch),
        );
        await page.waitForSelector('customs-comment-box >>> textarea');
        await page.click('input[type=checkbox]');
        await page.waitForFunction(
          () => !document.querySelector('customs-duty-list').shadowRoot.querySelector('input'),
        );
        await page.click('button');
        await page.waitForSelector('customs-profile-card >>> [part=heading]');
        await page.click('button');
        await page.waitForSelector('customs-duty-list >>> [part=duty]');
        assert.deepEqual(new Set(await page.evaluate(() => seen)), new Set([DUTIES]));
        assert.deepEqual(faults, []);
        await page.close();
      });

      it('works in a browser that has no declarative shadow roots', async () => {
        const { page, faults } = await open(`${folder}/index.html`, (page) =>
          page.evaluateOnNewDocument(withoutShadowRoots),
        );
        await (await page.waitForSelector('customs-duty-list >>> input')).type('pilots');
        await waitForText(page, 'output', '1');
        assert.equal(await page.$('customs-duty-list > template'), null);
        assert.deepEqual(faults, []);
        await page.close();
      });
    });
  }
}
