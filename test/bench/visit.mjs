/* One cold visit to one page, as a slow telephone makes it. */
import { watchPaint } from './painted.js';

/** How much slower than this machine's a telephone's processor is. */
export const SLOWDOWN = 4;
const QUIET = 300;
const REST = 150;
const PHONE = { width: 360, height: 800 };

/** Slow 4G as the developer tools of Chromium have it: bytes a second, and milliseconds for an answer to begin. */
export const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

/** Lets what went before come to its end: processes start and stop beside the one that is measured. */
const rest = () =>
  new Promise((resolve) => {
    setTimeout(resolve, REST);
  });

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {{ url: string, expected: string }} page What is visited, and the text that it paints last.
 * @param {object} [options]
 * @param {object} [options.network] How slow the network is.
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} [options.before] Makes ready to look.
 * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} [options.after] Asks more of the painted page.
 * @returns {Promise<{ painted: number, answer?: unknown }>} Milliseconds since the address was asked for.
 */
export async function visit(browser, { url, expected }, options = {}) {
  const { network, viewport = PHONE, before, after } = options;
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(watchPaint, expected, QUIET);
    const client = await page.createCDPSession();
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    if (network) {
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', network);
    }
    await rest();
    await before?.(page);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const painted = await page.evaluate(() => window.painted);
    return { painted, answer: await after?.(page) };
  } finally {
    await context.close();
  }
}
