/* The page of the editor, and what its tests do with it. */
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { serve } from '../../../stories/server/serve.mjs';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

export const seed = read('test/fixtures/seed.zh-Hans.txt');
export const gacc = JSON.parse(read('src/agency/gacc/zh-Hans.json'));

/** Starts the site, and a browser. */
export async function openEditor() {
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    // Readers of Chinese, for whom the pages are made first.
    args: [...BROWSER_FLAGS, '--accept-lang=zh-CN,zh'],
  });
  const site = await serve(0);
  return {
    browser,
    url: site.url,
    open: (options) => openPage(browser, site.url, options),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * Opens the editor, with storage of its own unless a page is given that shares it.
 *
 * @returns the page, and a list of everything that should not happen
 */
async function openPage(browser, url, options = {}) {
  const { query = '', width = 1280, dark = false, forced = false, beside, prepare } = options;
  const context = beside?.browserContext() ?? (await browser.createBrowserContext());
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && !request.url().startsWith(url)) {
      faults.push(`elsewhere: ${request.url()}`);
    }
  });
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
  await page.goto(`${url}editor.html${query}`, { waitUntil: 'load' });
  await page.waitForSelector('#paste, #review');
  return { page, faults };
}

/** Pastes, as the clipboard has it, into the focused field or another one. */
export const paste = (page, text, { markup = '', into = '#paste' } = {}) =>
  page.$eval(
    into,
    (field, plain, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (html) clipboardData.setData('text/html', html);
      const event = { clipboardData, bubbles: true, cancelable: true };
      field.focus();
      field.dispatchEvent(new ClipboardEvent('paste', event));
    },
    text,
    markup,
  );

/** The agency that the page would give away. */
export const agencyOn = async (page) =>
  JSON.parse(await page.$eval('#agency-json', ({ textContent }) => textContent));

/** What the last action said. */
export const outcomeOn = (page) =>
  page.$eval('.toolbar .outcome', ({ textContent }) => textContent.trim());

/** Selector of a control of the passage that begins with a text. */
export async function passage(page, text, part = 'text') {
  const id = await page.$$eval(
    '.passage',
    (rows, wanted) =>
      rows.find((row) => row.querySelector('textarea').value.startsWith(wanted))?.id,
    text,
  );
  if (!id) throw new Error(`No passage begins with “${text}”.`);
  return `#${id} [data-part="${part}"]`;
}

/** The focused control: its passage's text, its part, and the place of the cursor. */
export const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: control } = document;
    const text = control.closest('.passage')?.querySelector('textarea').value ?? control.id;
    return { text, part: control.dataset.part, cursor: control.selectionStart };
  });

/** Puts the cursor into a text. */
export const placeCursor = (page, selector, at) =>
  page.$eval(
    selector,
    (field, place) => {
      field.focus();
      field.setSelectionRange(place, place);
    },
    at,
  );

/** Waits until the preview shows a text. */
export const waitForPreview = (page, tag, text) =>
  page.waitForFunction(
    (name, wanted) =>
      document.querySelector(`.stage ${name}`)?.shadowRoot?.textContent.includes(wanted),
    { timeout: 8000 },
    `customs-${tag}`,
    text,
  );
