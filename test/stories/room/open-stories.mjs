/* Builds every story and shows it in a real browser, with everything that is wrong with it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { root } from '../../../.tools/project.mjs';
import { keepSteady, serveFonts, STEADY_FLAGS, steadyShadows } from './steady-page.mjs';

/** Window widths: a phone, and a wide page. */
export const WIDTHS = [360, 1000];

/** The site also responds here, as on a server where it is one folder of many. */
export const SUBFOLDER = '/a/folder/';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** A story is a fragment. Titles, landmarks and headings of a whole page belong to the page. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

/** The accessibility addon runs axe too, but axe can only run once at a time. */
const GLOBALS = 'a11y.manual:!true;';

function buildStorybook(folder) {
  const bin = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  const options = ['--config-dir', 'stories/.storybook', '--output-dir', folder, '--quiet'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'build', ...options, '--disable-telemetry'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Storybook could not be built.\n${stdout}\n${stderr}`);
}

/** Runs in the page, before its own scripts. */
function watchStorybook() {
  // Only these events report errors of play functions. The story itself still finishes with
  // success.
  const FAULTS = [
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
    'storyThrewException',
    'storyErrored',
    'storyMissing',
  ];
  let channel;
  window.story = { faults: [], finished: false };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set(value) {
      if (channel === value) return;
      channel = value;
      for (const name of FAULTS) {
        channel.on(name, (detail) => {
          const text = detail?.message ?? detail?.description ?? JSON.stringify(detail);
          window.story.faults.push(`${name}: ${text}`);
        });
      }
      channel.on('storyFinished', () => (window.story.finished = true));
    },
  });
}

/** Runs in the page: true when everything has loaded. */
function isSettled(unanswered) {
  if (window.story.faults.length) return true;
  if (!window.story.finished || !document.body.classList.contains('sb-show-main')) return false;
  const elements = [...document.querySelectorAll('#storybook-root *')].filter(({ localName }) =>
    localName.startsWith('customs-'),
  );
  return elements.every(
    ({ isUpdatePending, localization, state, shadowRoot }) =>
      !isUpdatePending &&
      localization.ready &&
      (unanswered ||
        (state?.kind !== 'loading' && !shadowRoot.querySelector('[aria-busy="true"]'))),
  );
}

/** Runs in the page: waits until fonts have loaded and everything is painted. */
async function painted() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  do {
    await document.fonts.ready;
    await frame();
    await frame();
  } while (document.fonts.status !== 'loaded');
}

async function violationsOf(page) {
  await page.evaluate(axe);
  return page.evaluate(async (off) => {
    const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
    // The content of a frame is a story or page of its own.
    const { violations } = await window.axe.run(document, { rules, iframes: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target} ${failureSummary}`),
    );
  }, PAGE_RULES);
}

/**
 * Finds content that is wider than the window: readers on a phone would have to scroll sideways.
 */
const overflowOf = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`overflow: ${scrollWidth} of ${clientWidth} px`] : [];
  });

/**
 * Lists everything that is wrong with the current page. `noted` has what was seen while it loaded.
 */
async function examine(page, noted) {
  const faults = [...(await violationsOf(page)), ...(await overflowOf(page))];
  return [...noted, ...faults];
}

/** Maximum height of a picture, because pictures are small. */
const HEIGHT = 1000;

/**
 * Opens a window with a fixed width that shows one address after the other. A `steady` one is for
 * pictures.
 */
async function openWindow(browser, origin, width, steady) {
  // Uses its own context, because a tab in the background paints nothing.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewport({ width, height: HEIGHT });
  if (steady) await keepSteady(page);
  await page.evaluateOnNewDocument(watchStorybook);
  let noted = [];
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin)
      noted.push(`elsewhere: ${request.url()}`);
  });
  return {
    page,
    /** Shows a story until everything has loaded, and returns what is wrong with it. */
    async show({ id, tags }, { globals = '', examined = true } = {}) {
      noted = [];
      const search = new URLSearchParams({ id, viewMode: 'story', globals: GLOBALS + globals });
      await page.goto(`${origin}/iframe.html?${search}`);
      await page
        .waitForFunction(isSettled, {}, tags.includes('unanswered'))
        .catch(() => noted.push('it is never done'));
      if (steady) await page.evaluate(steadyShadows);
      await page.evaluate(painted);
      noted.push(...(await page.evaluate(() => window.story.faults)));
      return examined ? examine(page, noted) : noted;
    },
    /** Shows a documentation page, and returns what is wrong with it. */
    async showDocs({ id }) {
      noted = [];
      await page.goto(`${origin}/iframe.html?${new URLSearchParams({ id, viewMode: 'docs' })}`);
      await page
        .waitForSelector('.sb-show-main #storybook-docs h1')
        .catch(() => noted.push('it has no heading'));
      await page.evaluate(painted);
      return examine(page, noted);
    },
    /**
     * Shows any other page of the server until it has `arrived`, and returns what is wrong with it.
     */
    async showPage(path, arrived = () => undefined) {
      noted = [];
      await page.goto(`${origin}${path}`);
      await arrived(page);
      return examine(page, noted);
    },
  };
}

/** Builds Storybook into a temporary folder. */
function buildForNow() {
  const folder = mkdtempSync(join(tmpdir(), 'customs-stories-'));
  buildStorybook(folder);
  return folder;
}

/**
 * Starts a server and a browser for Storybook.
 *
 * @param pages - more pages, by path
 * @param built - folder of a built Storybook; without one, it is built as long as it is open
 */
export async function openStories(pages = {}, built = undefined) {
  const folder = built ?? buildForNow();
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    if (request.url.startsWith(SUBFOLDER)) request.url = request.url.slice(SUBFOLDER.length - 1);
    // Browsers request it by themselves, at the first page or later.
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    if (serveFonts(request, response)) return undefined;
    return Object.hasOwn(pages, request.url)
      ? response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[request.url])
      : files(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A page that shows its own address as a QR code has to show the same one each time.
  const origin = 'http://stories.localhost';
  const host = `127.0.0.1:${server.address().port}`;
  const rule = `MAP stories.localhost ${host}`;
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: [...BROWSER_FLAGS, ...STEADY_FLAGS, `--host-resolver-rules=${rule}`],
  });
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return {
    /** Folder of the site's files. */
    folder,
    /** Address of the site for the browser. */
    origin,
    /** Address of the site for everyone else. */
    address: `http://${host}`,
    stories: Object.values(entries).filter(({ type }) => type === 'story'),
    docs: Object.values(entries).filter(({ type }) => type === 'docs'),
    openWindow: (width, { steady = false } = {}) => openWindow(browser, origin, width, steady),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!built) rmSync(folder, { recursive: true });
    },
  };
}
