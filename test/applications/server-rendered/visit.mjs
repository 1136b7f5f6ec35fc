/*
 * One visit to a page of an application. It finds what a reader would have to see for an instant only: another agency's
 * words, words that go away, text that jumps, and what a developer would see on the console.
 */
import { READ, RECORD } from './record.mjs';

/** The agency of the applications, on an English page, and what must never be seen there. */
export const POLICE = { words: 'Keeps order.', never: /customs|\p{Script=Han}/iu };

/** What frameworks do by themselves, with or without our elements. */
const OF_FRAMEWORKS = [
  // In development, Lit says so on every page.
  /^console: Lit is in dev mode\./,
  // Next.js gives up what it fetched in advance when a reader is faster.
  /^request: net::ERR_ABORTED .*[?&]_rsc=/,
];

/** How long a page may take, in milliseconds. In development, it is compiled when it is asked for. */
const PATIENCE = 120_000;

/** A computer that is as slow as a telephone, so that what flashes stays for some frames. */
const SLOWNESS = 4;

/** Reads the page as it is without any script. */
async function withoutScripts(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setJavaScriptEnabled(false);
  await page.goto(address);
  const text = await page.evaluate(READ);
  await page.close();
  return text;
}

/** Opens a page that writes down everything that should not happen. */
async function open(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults = [];
  const note = (fault) => {
    if (!OF_FRAMEWORKS.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  page.on('console', (message) => {
    if (/^(warn|error|assert)$/.test(message.type())) note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('requestfailed', (request) =>
    note(`request: ${request.failure().errorText} ${request.url()}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) note(`request: ${response.status()} ${response.url()}`);
  });
  await page.evaluateOnNewDocument(RECORD);
  await page.emulateCPUThrottling(SLOWNESS);
  await page.goto(address);
  return { page, faults };
}

/** Waits in a page until it shows these words. */
export const waitForWords = (page, words) =>
  page.waitForFunction(`${READ}.includes(${JSON.stringify(words)})`);

/** Waits until every element of ours has its code and has taken over what the server wrote. */
async function waitForElements(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('customs-'))
      .every((element) => element.matches(':defined')),
  );
  await page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const elements = [...document.querySelectorAll('*')];
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    // A frame is written down, and a shift is reported, when the next one begins.
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

/** Says what was wrong with the texts that a page showed, from the first to the last. */
function faultsOfFrames(frames, words) {
  const first = frames.findIndex((text) => words.some((word) => text.includes(word)));
  if (first < 0) return ['during: the words were never shown'];
  return frames
    .slice(first)
    .filter((text) => !words.some((word) => text.includes(word)))
    .map((text) => `during: the words went away: ${text.replace(/\s+/g, ' ')}`);
}

/**
 * Visits a page.
 *
 * @param browser - of puppeteer
 * @param address - of the page
 * @param agency - `words` that the page shows in the end; `before`, those without any script, if they are others;
 * `never`, what it must never show; and `mayShift`, for a page whose content no server writes
 * @param use - uses the page when all is there
 * @returns everything that was wrong, in words: an empty list is a good page
 */
export async function visit(browser, address, agency, use = async () => {}) {
  const { words, before = words, never, mayShift = false } = agency;
  const plain = await withoutScripts(browser, address);
  const { page, faults } = await open(browser, address);
  if (!plain.includes(before)) faults.push(`before: the page shows: ${plain}`);
  await waitForWords(page, words);
  await waitForElements(page);
  const { frames, shift } = await page.evaluate(() => ({ ...window.record }));
  faults.push(...faultsOfFrames(frames, [before, words]));
  if (!frames.at(-1).includes(words)) faults.push(`after: the page shows: ${frames.at(-1)}`);
  if (shift > 0 && !mayShift) faults.push(`the layout shifted by ${shift}`);
  await use(page);
  const all = [plain, ...(await page.evaluate(() => window.record.frames))];
  for (const text of all) {
    const [other] = never.exec(text) ?? [];
    if (other) faults.push(`never to be seen: “${other}” in: ${text.replace(/\s+/g, ' ')}`);
  }
  await page.close();
  return faults;
}

/** Waits for the next two frames, and says whether the application has counted one match. */
const hasCounted = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return document.querySelector('output').textContent === '1';
  });

/**
 * Searches the duties, as a reader does, until one is left and the application has counted it. An application hears
 * nothing before it is hydrated, so a reader who was faster searches again.
 */
export async function searchDuties(page, text) {
  const field = await page.waitForSelector('customs-duty-list >>> [part=search] input');
  const end = Date.now() + PATIENCE;
  do {
    await field.evaluate((input) => input.select());
    await field.press('Delete');
    await field.type(text);
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('customs-duty-list');
      return shadowRoot.querySelectorAll('[part=duty]').length === 1;
    });
    if (Date.now() > end) throw new Error('The application does not hear that a reader searches.');
  } while (!(await hasCounted(page)));
}
