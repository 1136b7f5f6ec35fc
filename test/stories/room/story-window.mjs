/* A window that shows one page of Storybook after the other, and tells what is wrong with each. */
import { FAULTS, findFaults, isSettled, painted, storyFaults } from './in-page.mjs';
import { keepSteady } from './steady-page.mjs';

/** A story is a fragment: titles, landmarks and headings of a whole page are the page's own. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

/** The accessibility addon runs axe too, and axe runs once at a time. */
const GLOBALS = 'a11y.manual:!true;';

/** The heading of a page of the documentation, once its code has come in place of bare elements. */
const DRAWN = '.sb-show-main #storybook-docs:not(:has(div:not([class]):empty)) h1';

/** More of a page is in no picture, and pictures are small. */
const HEIGHT = 1000;

/** Notes what is wrong on the way of a page, and what it asks for and gets. */
function follow(page, origin) {
  const seen = { noted: [], open: new Set(), traffic: 0 };
  page.on('console', (message) => {
    if (message.type() === 'error') seen.noted.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.noted.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin)
      seen.noted.push(`elsewhere: ${request.url()}`);
  });
  for (const event of ['request', 'requestfinished', 'requestfailed']) {
    page.on(event, (request) => {
      seen.traffic += 1;
      if (event === 'request') seen.open.add(request);
      else seen.open.delete(request);
    });
  }
  return seen;
}

/** Opens a window of one width; a `steady` one is fit for pictures. */
export async function openWindow(browser, origin, width, { steady = false } = {}) {
  // A context of its own, because a tab in the background paints nothing.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewport({ width, height: HEIGHT });
  if (steady) await keepSteady(page);
  const seen = follow(page, origin);

  async function go(path) {
    seen.noted = [];
    seen.open.clear();
    // Another width was for the page before.
    await page.setViewport({ width, height: HEIGHT });
    await page.goto(`${origin}${path}`);
  }

  /** Lets everything be painted until nothing more comes: parts of an element are asked for when it is drawn. */
  async function settle() {
    for (let round = 0; round < 500; round += 1) {
      const before = seen.traffic;
      await page.evaluate(painted);
      if (!seen.open.size && seen.traffic === before) return;
    }
    seen.noted.push('its requests never end');
  }

  const examine = async () => [...seen.noted, ...(await page.evaluate(findFaults, PAGE_RULES))];

  const orNote = (waiting, fault) => waiting.catch(() => seen.noted.push(fault));

  return {
    page,
    /** Shows a story until there is nothing more to come, and gives what is wrong with it. */
    async show({ id, tags }, { globals = '', examined = true } = {}) {
      const search = new URLSearchParams({ id, viewMode: 'story', globals: GLOBALS + globals });
      await go(`/iframe.html?${search}`);
      const settled = page.waitForFunction(isSettled, {}, FAULTS, tags.includes('unanswered'));
      await orNote(settled, 'it is never done');
      await settle();
      seen.noted.push(...(await page.evaluate(storyFaults, FAULTS)));
      return examined ? examine() : seen.noted;
    },
    /** Shows a page of the documentation, and gives what is wrong with it. */
    async showDocs({ id }) {
      await go(`/iframe.html?${new URLSearchParams({ id, viewMode: 'docs' })}`);
      await orNote(page.waitForSelector(DRAWN), 'it has no heading');
      await settle();
      return examine();
    },
    /** Gives the window another width until the next page, and gives what is wrong with the page then. */
    async resize(other) {
      seen.noted = [];
      await page.setViewport({ width: other, height: HEIGHT });
      await settle();
      return examine();
    },
    /** Shows any other page of the server until it has `arrived`, and gives what is wrong with it. */
    async showPage(path, arrived = () => undefined) {
      await go(path);
      await arrived(page);
      return examine();
    },
  };
}
