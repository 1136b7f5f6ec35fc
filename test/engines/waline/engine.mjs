/* A Waline for the tests of a group, and what is done with it. The first run installs it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { WalineCommentProvider } from '../../../dist/comments/engines/waline.js';
import { startWaline } from './start.mjs';

const { fetch } = globalThis;
const hasNavigator = 'navigator' in globalThis;
let threads = 0;

/** Has the little of a page that the provider reads, during the tests of a file. */
export function haveDocument() {
  before(() => {
    globalThis.document = { baseURI: 'http://localhost/' };
    if (!hasNavigator) globalThis.navigator = { userAgent: 'Test' };
  });

  after(() => {
    delete globalThis.document;
    if (!hasNavigator) delete globalThis.navigator;
  });
}

/** Starts a Waline with an empty database before the tests of a group, and stops it after them. */
export function withWaline(options) {
  const engine = {};
  before(
    async () => {
      engine.data = await mkdtemp(join(tmpdir(), 'waline-'));
      Object.assign(engine, await startWaline({ data: engine.data, ...options }));
      engine.provider = new WalineCommentProvider({ endpoint: engine.url });
    },
    { timeout: 900_000 },
  );
  after(async () => {
    await engine.stop?.();
    if (engine.data) await rm(engine.data, { recursive: true });
  });
  return engine;
}

/** Starts a Waline that lists what its `admin` has approved. */
export function withReviewingWaline() {
  const engine = withWaline({ audit: true });
  before(async () => {
    engine.admin = await signUp(engine, 'Customs Office');
  });
  engine.approve = (id) => {
    const path = `/api/comment/${id.split('.').pop()}`;
    return send(engine, 'PUT', path, { status: 'approved' }, engine.admin);
  };
  return engine;
}

export const newThread = () => `/news/${(threads += 1)}.html`;

/** The list from its first page to its last. */
export async function pagesOf({ provider }, thread, sort = 'newest', limit = 50) {
  const pages = [];
  let cursor;
  do {
    pages.push(await provider.list(thread, { cursor, limit, sort }));
    cursor = pages.at(-1).nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

export const itemsOf = async (...list) => (await pagesOf(...list)).flatMap(({ items }) => items);

/** Sends a comment, as the only attempt. */
export const submit = ({ provider }, thread, draft, options) =>
  provider.submit(thread, draft, { idempotencyKey: 'of no use here', ...options });

/** Sends something to Waline as its own client does. */
export async function send({ url }, method, path, body, token) {
  const response = await fetch(url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { errno, errmsg, data } = await response.json();
  assert.equal(errno, 0, errmsg);
  return data;
}

/** Registers somebody; the first one is the administrator. */
export async function signUp(engine, name) {
  const account = { email: `${name}@example.org`, password: 'secret' };
  await send(engine, 'POST', '/api/user', { ...account, display_name: name, url: '' });
  return (await send(engine, 'POST', '/api/token', account)).token;
}

/** Runs with another `fetch`. */
export async function withFetch(replacement, work) {
  globalThis.fetch = replacement;
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
  }
}

/** Runs while every answer gets lost; the requests come through. */
export const withLostAnswers = (work) =>
  withFetch(async (...request) => {
    await (await fetch(...request)).text();
    throw new TypeError('fetch failed');
  }, work);
