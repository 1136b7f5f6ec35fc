/* A site that uses the script files of the packed package, in a real browser. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { unpack } from '../package/unpack.mjs';

/** Policy of a strict site, which has to be enough for the files. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; require-trusted-types-for 'script'";

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
const HTML = 'text/html; charset=utf-8';

/** Serves a folder, and pages that tests write, on its own address. */
async function host(folder, headers = {}) {
  const pages = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const page = pages.get(pathname);
    const send = (status, type, body) =>
      response.writeHead(status, { 'content-type': type, ...headers, ...page?.headers }).end(body);
    if (typeof page?.body === 'function') return page.body(response);
    if (page) return send(200, page.type ?? HTML, page.body);
    try {
      const type = TYPES[extname(pathname)] ?? HTML;
      return send(200, type, readFileSync(join(folder, decodeURIComponent(pathname))));
    } catch {
      return send(404, 'text/plain', 'Not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** A document with a head and a body. Without the icon, browsers would request one. */
export const document = (head, body, lang = 'zh-Hans') =>
  `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head><meta charset="utf-8"><title>页面</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Tag for a script file, as a module or a classic script, by its name. */
export const script = (address, attributes = '') =>
  `<script${/\.classic\.js|(gacc|strings)\/[\w-]+\.js|frame-host/.test(address) ? '' : ' type="module"'} src="${address}" ${attributes}></script>`;

/** Runs in the page before everything else: records what moves. */
export const watchShifts = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts.push(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
};

/**
 * Starts a site with the folder `cdn` of the package, and a second one on another origin that
 * allows use from other sites.
 */
export async function openSite() {
  const tarball = unpack();
  const folder = join(tarball.folder, 'dist');
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: BROWSER_FLAGS,
  });
  const site = await host(folder);
  const elsewhere = await host(folder, {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  let number = 0;

  /**
   * Opens an address. Records every request and everything that a site owner would not want to see.
   * With `wait: false`, the page may still be loading; `arrived` resolves when it has loaded.
   */
  async function visit(address, { prepare, wait = true, width = 800, scripts = true } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.setJavaScriptEnabled(scripts);
    page.setDefaultTimeout(10_000);
    const faults = [];
    const requests = [];
    page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url());
    });
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective}: ${blockedURI}`),
      );
    });
    if (prepare) await page.evaluateOnNewDocument(prepare);
    // Scripts send their requests at once. Puppeteer's own idle time of half a second would add
    // minutes to the tests.
    const arrived = page
      .goto(address)
      .then(() => page.waitForNetworkIdle({ idleTime: 250, concurrency: 0 }));
    if (wait) await arrived;
    return { page, faults, requests, arrived };
  }

  return {
    browser,
    folder,
    origin: site.origin,
    elsewhere: elsewhere.origin,
    pages: site.pages,
    /** Puts a file on both sites, or replaces one of theirs. */
    publish(path, body, type = 'text/javascript') {
      for (const { pages } of [site, elsewhere]) pages.set(path, { body, type });
    },
    /** Opens a new page of the site. */
    open(html, { policy = STRICT, search = '', ...options } = {}) {
      const path = `/page-${(number += 1)}.html`;
      site.pages.set(path, {
        body: html,
        headers: policy && { 'content-security-policy': policy },
      });
      return visit(site.origin + path + search, options);
    },
    visit,
    /** Opens a file of the unpacked package from disk. */
    openFile: (path, options) => visit(pathToFileURL(path).href, options),
    file: (path) => readFileSync(join(folder, path), 'utf8'),
    async close() {
      await browser.close();
      await Promise.all([site.close(), elsewhere.close()]);
      tarball.remove();
    },
  };
}

/** Waits until elements show their data, and returns their text, with that of elements they draw. */
export async function shown(page, ...tags) {
  await page.waitForFunction(
    (all) => all.every((tag) => document.querySelector(tag)?.state?.kind === 'ready'),
    {},
    tags,
  );
  return page.evaluate(
    async (all) =>
      Promise.all(
        all.map(async (tag) => {
          const element = document.querySelector(tag);
          await element.updateComplete;
          const textOf = ({ shadowRoot }) =>
            shadowRoot
              ? shadowRoot.textContent + [...shadowRoot.querySelectorAll('*')].map(textOf).join('')
              : '';
          return textOf(element).replace(/\s+/g, ' ');
        }),
      ),
    tags,
  );
}
