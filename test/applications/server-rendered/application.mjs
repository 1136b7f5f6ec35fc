/* An application as its author builds and starts it, and a browser for its readers. */
import puppeteer from 'puppeteer-core';
import { freePort } from '../../../server/test/running/databases.mjs';
import { suiteEnd } from '../../comments/running.mjs';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { install } from './install.mjs';
import { runIn, serveFrom } from './process.mjs';

/**
 * Installs, builds and starts an application.
 *
 * @param name - its folder
 * @param commands - `build`, if it has to be built, and `start`, a list of words or a function of the port
 * @param prepare - what must be there before; it gets the address and `after`, and returns more environment variables
 * @returns the browser, the address without a slash at the end, and `close()`
 */
export async function openApplication(name, { build, start }, prepare = () => ({})) {
  const suite = suiteEnd();
  try {
    const folder = await install(name);
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = { HOST: '127.0.0.1', PORT: String(port), ...(await prepare(address, suite)) };
    if (build) await runIn(folder, build, env);
    const words = typeof start === 'function' ? start(port) : start;
    const server = await serveFrom(folder, words, address, env);
    suite.after(server.end);
    const options = { executablePath: await browserPath(), args: BROWSER_FLAGS };
    const browser = await puppeteer.launch(options);
    suite.after(() => browser.close());
    return { browser, address, close: suite.end };
  } catch (error) {
    await suite.end();
    throw error;
  }
}
