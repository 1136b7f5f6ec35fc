/*
 * A site with a comment box, its service as a separate process, and a proxy between them that fails
 * on demand.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, afterEach, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { openCode } from '../../server/dist/captcha/code.js';
import { Keys } from '../../server/dist/configuration/keys.js';
import { importFile, moderate } from '../../server/test/running/client.mjs';
import { DATABASES } from '../../server/test/running/databases.mjs';
import { openSite, settingsOf, startService } from '../../server/test/running/service.mjs';
import { boxOn } from './box.mjs';
import { faultProxy } from './fault-proxy.mjs';

/** For a suite what `test.after` is for a test. The latest step runs first. */
export function suiteEnd() {
  const ends = [];
  return {
    after: (end) => ends.unshift(end),
    end: async () => {
      for (const end of ends.splice(0)) await end();
    },
  };
}

async function startBrowser(test, { isWhole, ...options } = {}) {
  const browser = await puppeteer.launch({
    executablePath: await browserPath({ isWhole }),
    args: BROWSER_FLAGS,
    protocolTimeout: 30_000,
    ...options,
  });
  test.after(() => browser.close());
  return browser;
}

/**
 * Starts a site of pages and the service behind it. The service also responds at `elsewhere`,
 * another origin.
 *
 * @param test - the test or suite that uses it
 * @param settings - settings of the sites, by name; `customs` is one of them
 */
export async function startSite(test, { databaseUrl, sites = { customs: {} } } = {}) {
  const pages = {};
  const proxy = faultProxy();
  const server = await serve(0, pages, { app: { routing: proxy.handle } });
  test.after(() => server.close());
  const other = createServer(proxy.handle);
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  test.after(() => other.close());
  const url = server.url.replace(/\/$/, '');
  const settings = settingsOf(databaseUrl ?? DATABASES.SQLite(test), {}, { logLevel: 'silent' });
  for (const [name, site] of Object.entries(sites))
    settings.sites[name] = openSite({ origins: [url], ...site });
  const service = await startService(test, settings);
  proxy.target = service.url;
  const keys = new Keys(settings.secret);
  return {
    url,
    elsewhere: `http://127.0.0.1:${other.address().port}`,
    pages,
    proxy,
    service,
    /** Restarts the service on the same port. */
    restart: () => startService(test, { ...settings, port: service.port }),
    /** Digits of the last picture, which only the holder of the secret can know. */
    digits: () => {
      const { url } = proxy.seen.findLast(({ url }) => url.endsWith('/image'));
      return openCode(keys, url.split('/')[3]).digits;
    },
  };
}

/** Lists everything that the service stores for a thread, as its moderators see it. */
async function stored({ service }, thread, site = 'customs') {
  const all = [];
  let cursor;
  do {
    const query = new URLSearchParams({ site, thread, limit: '50', ...(cursor && { cursor }) });
    const { status, body } = await moderate(service.url, 'GET', `/comments?${query}`);
    assert.equal(status, 200);
    all.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return all;
}

const pageWith = ({ script, markup }) => `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>评论</title><link rel="icon" href="data:,">
<script ${script.includes('classic') ? '' : 'type="module" '}src="/cdn/${script}"></script></head>
<body><main id="main">${markup}</main><aside id="aside"></aside></body></html>`;

/** Markup of a box, with the link for readers without JavaScript inside. */
export const markupOf = ({ endpoint = '/', site = 'customs', thread, attributes = '' }) =>
  `<customs-comment-box endpoint="${endpoint}" site="${site}" thread="${thread}" ${attributes}>
  <a href="/v1/sites/${site}/threads/${encodeURIComponent(thread)}/form">发表评论</a>
  </customs-comment-box>`;

/** Waits for a condition, with a time limit. */
export async function until(condition) {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `in vain: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Text of a test comment. */
export const TEXT = '办事指南很清楚。';

/** Checks what happened to the comments of a page in the service. */
function checksOf(site, { box, thread, name }) {
  const checks = {
    posts: () => site.proxy.posts(thread),
    stored: () => stored(site, thread, name),
    /** Fails unless exactly these texts are stored, each once. */
    assertStored: async (texts) => {
      const bodies = (await checks.stored()).map(({ body }) => body);
      assert.deepEqual(bodies.sort(), [...texts].sort());
    },
    /**
     * Fails unless the comment is stored once, all requests used one key, and the form is empty.
     */
    assertOnce: async (text = TEXT) => {
      const number = await box.receipt();
      await checks.assertStored([text]);
      assert.equal(new Set(checks.posts().map(({ key }) => key)).size, 1, 'one key');
      await box.isCleared();
      assert.deepEqual(await box.textsOf('[part=receipt-number]'), [number]);
      assert.deepEqual(await box.textsOf('[part=posted] [part=badge]'), ['待审核']);
    },
  };
  return checks;
}

/**
 * Puts a page on the site. It may use the service on either origin, under an otherwise strict
 * policy.
 */
function addPage(site, html) {
  const path = `/${randomUUID()}.html`;
  site.pages[path] = (_, response) => {
    const policy = response.getHeader('content-security-policy');
    response.setHeader(
      'content-security-policy',
      policy.replace("connect-src 'self'", `connect-src 'self' ${site.elsewhere}`),
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  };
  return path;
}

/**
 * Opens a page with a comment box on its own thread, in its own browser session, and records
 * everything that should not happen.
 *
 * @param options - options of the box, see `markupOf`; or its whole `markup`, which is not waited
 * for
 * @param prepare - runs in the page before everything else, with `given`
 */
export async function visit(test, browser, site, options = {}) {
  const { thread = randomUUID(), site: name = 'customs', script = 'comment-box.js' } = options;
  const { prepare = () => {}, given, scripts = true } = options;
  const markup = options.markup ?? markupOf({ ...options, thread });
  const context = await browser.createBrowserContext();
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(prepare, given);
  await page.goto(site.url + addPage(site, pageWith({ script, markup })));
  const box = boxOn(page);
  if (scripts && !options.markup) await box.ready();
  return { page, box, faults, thread, name, ...checksOf(site, { box, thread, name }) };
}

/**
 * Starts a browser and a site for the tests of a file or a suite.
 *
 * @param settings - see `startSite`, or a function that returns them
 * @returns the site, once the tests run, and a function that opens a page on it
 */
export function useSite(settings, browserOptions) {
  const suite = suiteEnd();
  const used = {
    site: undefined,
    open: (test, options) => visit(test, used.browser, used.site, options),
  };
  before(async () => {
    used.browser = await startBrowser(suite, browserOptions);
    const given = typeof settings === 'function' ? await settings(suite) : settings;
    used.site = await startSite(suite, given);
  });
  afterEach(() => used.site?.proxy.mend());
  after(suite.end);
  return used;
}

/** A published comment, as in an export. */
const published = (thread, number) => {
  const at = Date.UTC(2026, 0, 1) + number * 60_000;
  return {
    type: 'comment',
    thread,
    id: randomUUID(),
    parent_id: '',
    kind: 'comment',
    status: 'published',
    body: `第 ${number} 条`,
    lang: 'zh-Hans',
    author_name: null,
    contact: null,
    identity: null,
    created_at: at,
    published_at: at,
    updated_at: at,
    position: number,
    report_count: 0,
    version: 2,
    reason_code: null,
    reason_note: null,
    consent_version: '1',
    consent_at: at,
    receipt_hash: null,
    idempotency_hash: randomUUID(),
    request_hash: null,
  };
};

/** Fills a thread with published comments, from the first number to the latest. */
export async function fillThread({ service }, thread, first, latest) {
  const count = latest - first + 1;
  const lines = [
    { format: 'customs-comments', version: 1, site: 'customs' },
    ...Array.from({ length: count }, (_, at) => published(thread, first + at)),
  ].map((line) => JSON.stringify(line));
  const content = `${lines.join('\n')}\n`;
  const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const end = `${JSON.stringify({ count, checksum })}\n`;
  const answer = await importFile(service.url, content + end);
  assert.deepEqual(answer.body, { imported: count, skipped: 0, importedEntries: 0 });
}
