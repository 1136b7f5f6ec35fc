/* The page of the builder, and what its tests do with it. */
import { openSite, watch } from './pasting.mjs';

/** Starts a site with the builder, and a browser. */
export async function openBuilder() {
  const site = await openSite();
  return { ...site, open: (query, options) => openPage(site, query, options) };
}

/** Opens the builder and waits for its preview. */
async function openPage(site, query = '', options = {}) {
  const { width = 1280, dark = false, forced = false, prepare } = options;
  const page = await site.browser.newPage();
  const faults = await watch(page, site.url);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
  await page.goto(`${site.url}builder.html${query}`, { waitUntil: 'load' });
  await page.waitForSelector('.choices');
  return { page, faults };
}

/** The code of one part of the snippet. */
export const codeOf = (page, id = 'part-0') => page.$eval(`#${id}`, (one) => one.textContent);

/** Chooses one of several. */
export const press = (page, name, value) =>
  page.$eval(`input[name="${name}"][value="${value}"]`, (one) => one.click());

/** Waits until a text stands somewhere in a part of the page. */
export const waitFor = (page, selector, text) =>
  page.waitForFunction(
    (one, wanted) => document.querySelector(one)?.textContent.includes(wanted),
    { timeout: 5000 },
    selector,
    text,
  );
