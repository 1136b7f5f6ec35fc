/* One cold visit to a page, as on a slow phone. */
import { watchPaint } from './painted.js';

/** Factor by which a phone's processor is slower than that of this machine. */
export const SLOWDOWN = 4;
const QUIET = 300;
const REST = 150;
const PHONE = { width: 360, height: 800 };

/**
 * Slow 4G as in Chromium's developer tools: bytes per second, and milliseconds until a response
 * begins.
 */
export const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

/** Waits for the end of earlier work: processes start and stop beside the measured one. */
const rest = () =>
  new Promise((resolve) => {
    setTimeout(resolve, REST);
  });

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {{ url: string, expected: string }} page Page to visit, and the text that it paints last.
 * @param {object} [options]
 * @param {object} [options.network] Limits of the network.
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} [options.before] Prepares the
 * measurement.
 * @param {(page: import('puppeteer-core').Page) => Promise<unknown>} [options.after] Reads more
 * from the painted page.
 * @returns {Promise<{ painted: number, answer?: unknown }>} Milliseconds since the request of the
 * page.
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
