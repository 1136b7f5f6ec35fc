/* The designers' room, shown in a real browser. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { root } from '../../../.tools/project.mjs';
import { STEADY_FLAGS } from './steady-page.mjs';
import { openWindow } from './story-window.mjs';

/** A telephone, and a page with room. */
export const WIDTHS = [360, 1000];

/** The site answers here as well, as on a server where it is one folder of many. */
export const SUBFOLDER = '/a/folder/';

/** `npm run storybook:files` builds it; `npm test` does so first. */
const folder = join(root, 'dist/storybook');

/** Lets the browser keep what never changes, and scripts as they are compiled. */
function setHeaders(response, path) {
  if (/^\/(assets|axe-core|@fontsource-variable)\//.test(path))
    response.setHeader('cache-control', 'max-age=86400');
}

/** Serves the folder of Storybook, further pages by their path, and what tests need of the packages. */
function serve(pages) {
  const files = sirv(folder, { dev: true, setHeaders });
  const packages = sirv(join(root, 'node_modules'), { dev: true, setHeaders });
  return createServer((request, response) => {
    if (request.url.startsWith(SUBFOLDER)) request.url = request.url.slice(SUBFOLDER.length - 1);
    // Browsers ask for it by themselves, at the first page or later.
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    return Object.hasOwn(pages, request.url)
      ? response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[request.url])
      : files(request, response, () => packages(request, response));
  });
}

/** Starts what shows Storybook, and further `pages` by their path. */
export async function openStories(pages = {}) {
  const server = serve(pages).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${server.address().port}`;
  // A page that shows its own address, as a code to be scanned, has to show the same one each time.
  const name = 'stories.localhost';
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: [...BROWSER_FLAGS, ...STEADY_FLAGS, `--host-resolver-rules=MAP ${name} ${host}`],
  });
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const entriesOf = (kind) => Object.values(entries).filter(({ type }) => type === kind);
  return {
    /** Where the files of the site lie. */
    folder,
    /** Where the browser finds the site. */
    origin: `http://${name}`,
    /** Where everybody else finds it. */
    address: `http://${host}`,
    stories: entriesOf('story'),
    docs: entriesOf('docs'),
    openWindow: (width, options) => openWindow(browser, `http://${name}`, width, options),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
