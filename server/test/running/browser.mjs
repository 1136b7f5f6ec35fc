/* Opens pages of the service in a real browser. */
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../../test/fixtures/browser.mjs';
import { openService } from './inside.mjs';
import { DATABASES } from './databases.mjs';
import { settingsOf } from './service.mjs';

const axe = readFileSync(
  new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

let browser;
before(async () => {
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
});
after(() => browser.close());

/** Opens a page of a service of its own. Whatever the console says is a fault. */
export async function open(
  test,
  path,
  { site = {}, overrides = {}, width = 1280, scripts = true } = {},
) {
  const settings = settingsOf(DATABASES.SQLite(test), site, overrides);
  const { url, keys, clock } = await openService(test, settings);
  const context = await browser.createBrowserContext();
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.setJavaScriptEnabled(scripts);
  await page.setExtraHTTPHeaders({ 'accept-language': 'zh-CN' });
  await page.evaluateOnNewDocument(() =>
    Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] }),
  );
  await page.setViewport({ width, height: 900 });
  await page.goto(url + path);
  return { page, faults, url, keys, clock };
}

/** Sends the form that a button belongs to, and waits for the page that answers it. */
export const submit = (page, selector) =>
  Promise.all([page.waitForNavigation(), page.click(selector)]);

export const textOf = (page, selector) =>
  page.$eval(selector, ({ textContent }) => textContent.trim());

/** Lists what axe finds. It needs scripts, so they are switched on for a page without them. */
export async function violations(page) {
  await page.setBypassCSP(true);
  await page.setJavaScriptEnabled(true);
  return page.evaluate(async (source) => {
    if (!('axe' in window)) new Function(source)();
    const { violations: list } = await window.axe.run(document, {
      resultTypes: ['violations'],
    });
    return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, axe);
}
