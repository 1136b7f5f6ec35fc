/* A site with a comment box, its service as a process of its own, and a proxy between them that fails on demand. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../.tools/browser.mjs';
import { serve } from '../../.tools/serve.mjs';
import { openCode } from '../../server/dist/captcha/code.js';
import { Keys } from '../../server/dist/keys.js';
import { importFile, moderate, publish } from '../../server/test/running/client.mjs';
import { DATABASES } from '../../server/test/running/databases.mjs';
import { openSite, settingsOf, startService } from '../../server/test/running/service.mjs';
import { boxOn } from './box.mjs';
import { faultProxy } from './fault-proxy.mjs';

/** For a suite what `test.after` is for a test: the latest goes first. */
export function suiteEnd() {
  const ends = [];
  return {
    after: (end) => ends.unshift(end),
    end: async () => {
      for (const end of ends.splice(0)) await end();
    },
  };
}

export async function startBrowser(test, options = {}) {
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    args: BROWSER_FLAGS,
    ...options,
  });
  test.after(() => browser.close());
  return browser;
}

/**
 * Starts a site of pages and the service behind it. The service also answers at `elsewhere`, another origin.
 *
 * @param test - the test or suite that it is for
 * @param settings - of the sites, by name; `customs` is one of them
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
    /** Starts the service again, where it was. */
    restart: () => startService(test, { ...settings, port: service.port }),
    /** The digits of the picture that was shown last, which only the holder of the secret can know. */
    digits: () => {
      const { url } = proxy.seen.findLast(({ url }) => url.endsWith('/image'));
      return openCode(keys, url.split('/')[3]).digits;
    },
  };
}

/** Everything that the service keeps of a thread, as its moderators see it. */
export async function stored({ service }, thread, site = 'customs') {
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

/** Fails unless exactly these texts are stored, each once. */
export async function assertStored(site, thread, texts, name) {
  const bodies = (await stored(site, thread, name)).map(({ body }) => body);
  assert.deepEqual(bodies.sort(), [...texts].sort());
}

/** A page with a comment box; `extra` is further markup. */
const pageWith = ({ script, markup }) => `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>评论</title><link rel="icon" href="data:,">
<script ${script.includes('classic') ? '' : 'type="module" '}src="/cdn/${script}"></script></head>
<body><main id="main">${markup}</main><aside id="aside"></aside></body></html>`;

/** The markup of a box, with the link for readers without JavaScript inside. */
export const markupOf = ({ endpoint = '/', site = 'customs', thread, attributes = '' }) =>
  `<customs-comment-box endpoint="${endpoint}" site="${site}" thread="${thread}" ${attributes}>
  <a href="/v1/sites/${site}/threads/${encodeURIComponent(thread)}/form">发表评论</a>
  </customs-comment-box>`;

/**
 * Opens a page with a comment box, in a browser session of its own, and notes everything that should not happen.
 *
 * @param options - of the box, see `markupOf`; or its whole `markup`
 * @param prepare - runs in the page before anything else, with `given`
 */
export async function visit(test, browser, site, options) {
  const { thread, script = 'comment-box.js', prepare = () => {}, given, scripts = true } = options;
  const path = `/${randomUUID()}.html`;
  const markup = options.markup ?? markupOf(options);
  site.pages[path] = (_, response) => {
    const policy = response.getHeader('content-security-policy');
    response.setHeader(
      'content-security-policy',
      policy.replace("connect-src 'self'", `connect-src 'self' ${site.elsewhere}`),
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageWith({ script, markup }));
  };
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
  const box = boxOn(page);
  const visited = { page, box, faults, thread, url: site.url + path };
  await page.goto(visited.url);
  if (scripts && !options.markup) await box.ready();
  return visited;
}

/**
 * Fills a thread with published comments, `第 1 条` being the oldest.
 *
 * @param count - how many
 */
export async function fillThread({ service }, thread, count) {
  const sample = `sample-${randomUUID()}`;
  await publish(service.url, sample);
  const { text } = await moderate(service.url, 'GET', '/sites/customs/export');
  const [first, ...others] = text.split('\n');
  const row = JSON.parse(others.find((line) => line.includes(sample)));
  const rows = Array.from({ length: count }, (_, at) => ({
    ...row,
    thread,
    id: randomUUID(),
    body: `第 ${at + 1} 条`,
    created_at: row.created_at - (count - at) * 60_000,
    position: at + 1,
    receipt_hash: null,
    idempotency_hash: `imported-${thread}-${at}`,
  }));
  const content = `${[first, ...rows.map((one) => JSON.stringify(one))].join('\n')}\n`;
  const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const end = `${JSON.stringify({ count, checksum })}\n`;
  const answer = await importFile(service.url, content + end);
  assert.deepEqual(answer.body, { imported: count, skipped: 0 });
}
