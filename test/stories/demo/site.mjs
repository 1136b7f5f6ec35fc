/* The demo as `npm start` serves it, under a strict policy, in a real browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { demoService } from '../../../stories/server/comment-service.mjs';
import { serve } from '../../../stories/server/serve.mjs';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';

const axe = readFileSync(
  new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** Starts the demo with its comment service, and a browser. */
export async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'customs-demo-'));
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: BROWSER_FLAGS,
  });
  const { service } = await demoService(folder);
  const pages = {};
  const server = await serve(0, pages, service);
  return {
    browser,
    url: server.url,
    /** Serves a page as a function answers it: in pieces, or in another encoding. */
    publish(path, answer) {
      pages[path] = answer;
    },
    open: (path, options) => openPage(browser, server.url, path, options),
    async close() {
      await browser.close();
      await server.close();
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Opens a page and notes everything that should not happen; `html` takes the place of the page. */
async function openPage(browser, url, path, options = {}) {
  const { width = 1280, dark = false, html, prepare = () => {} } = options;
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && `${origin}/` !== url) faults.push(`elsewhere: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(prepare);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
  ]);
  if (html) {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url() === url + path
        ? request.respond({ contentType: 'text/html; charset=utf-8', body: html })
        : request.continue(),
    );
  }
  await page.goto(url + path, { waitUntil: 'networkidle0' });
  return { page, faults };
}

/** Waits until every element shows what it has to show. */
export const ready = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('customs-'))
      .every(({ localName, shadowRoot, state, localization }) =>
        localName === 'customs-comment-box'
          ? shadowRoot.querySelector('form') && !shadowRoot.querySelector('[aria-busy=true]')
          : state?.kind === 'ready' && localization.ready,
      ),
  );

/** The text that a reader sees on the page, out of every shadow root, with white space folded away. */
export const visibleText = (page) =>
  page.evaluate(() => {
    const textOf = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.checkVisibility?.() === false && getComputedStyle(node).display !== 'contents')
        return '';
      const children = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
      return [...children].map(textOf).join('');
    };
    return textOf(document.body).replace(/\s+/g, '');
  });

/** What axe finds on the page. */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}
