/* A site whose pages load other libraries beside the widgets, with the comment service of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import puppeteer from 'puppeteer-core';
import { checkSettings, createService } from '../../server/dist/index.js';
import { DATABASES } from '../../server/test/running/databases.mjs';
import { settingsOf } from '../../server/test/running/service.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { fillThread, suiteEnd } from '../comments/running.mjs';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { installHosts, pathOf } from './install.mjs';
import { pageOf } from './page.mjs';
import { watchHost } from './record.mjs';
import { openWorld } from './world.mjs';

/** A telephone, whose pages load what waits for no second tap. */
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 9_3 like Mac OS X) AppleWebKit/601.1.46 (KHTML, like Gecko) Version/9.0 Mobile/13E230 Safari/601.1';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

/** Starts the site and one browser. */
export async function openHosts() {
  installHosts();
  const suite = suiteEnd();
  const service = await createService(
    checkSettings({ ...settingsOf(DATABASES.SQLite(suite)), logLevel: 'silent' }),
  );
  suite.after(() => service.close());
  const pages = {};
  const server = await serve(0, pages, service);
  suite.after(() => server.close());
  await fillThread({ service: { url: server.url.slice(0, -1) } }, 'hosts', 1, 2);
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: BROWSER_FLAGS,
  });
  suite.after(() => browser.close());

  const publish = (address, type, body) => {
    pages[address] = (_, response) => {
      response.removeHeader('content-security-policy');
      response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
    };
  };
  let number = 0;

  /** Opens the page of a host, which has loaded and has its world. */
  async function open(host) {
    for (const library of [...(host.load ?? []), ...(host.others ?? [])]) {
      publish(`/libraries/${library}`, TYPES[extname(library)], readFileSync(pathOf(library)));
    }
    const address = `/host-${(number += 1)}.html`;
    publish(address, host.type ?? 'text/html', pageOf(host));
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    if (host.isPhone) await page.setUserAgent({ userAgent: PHONE });
    await page.setViewport({ width: 800, height: 900, hasTouch: Boolean(host.isPhone) });
    // A page that still scrolls, as Bootstrap's, would move what is to be clicked.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluateOnNewDocument(watchHost);
    await page.goto(server.url + address.slice(1) + (host.route ?? ''));
    return { page, faults, world: await openWorld(page, host) };
  }

  return { open, close: suite.end };
}

/** Whether the files of a host are here. Those of Debian are not everywhere. */
export const isHere = ({ load = [] }) => load.every((library) => existsSync(pathOf(library)));
