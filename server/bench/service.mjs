/* The comment service as operators run it, a process of its own, with threads that have comments already. */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openDatabase } from '../dist/storage/database.js';
import { threadId } from '../dist/storage/threads.js';
import { commentsPath, draft, list } from '../test/running/client.mjs';
import { freePort, query, scratchFolder, startPostgres } from '../test/running/databases.mjs';
import { MAIN, settingsOf, until } from '../test/running/service.mjs';
import { sameEnds } from './load.mjs';
import { PAGE_SIZE, SIZES, TEXT } from './scale.mjs';

const SITE = 'customs';
/** Rows in one statement: SQLite takes 32,766 values. */
const BATCH = 1000;

const threadOf = (size) => `/news/${size}`;
const isPostgres = (databaseUrl) => databaseUrl.startsWith('postgres');

async function withDatabase(databaseUrl, work) {
  const database = await openDatabase(databaseUrl, 1, 30_000, () => undefined);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Fills a thread the short way, with what the service itself would have kept. */
async function fillThread(database, size) {
  const thread = { id: threadId(SITE, threadOf(size)), site: SITE, key: threadOf(size) };
  const numbers = { revision: size, listed: size, published: size };
  await database
    .insertInto('thread')
    .values({ ...thread, ...numbers })
    .execute();
  const random = () => randomBytes(32).toString('base64url');
  const start = Date.now() - size * 1000;
  for (let position = 1; position <= size;) {
    const comments = [];
    for (; position <= size && comments.length < BATCH; position += 1) {
      const at = start + position * 1000;
      comments.push({
        ...{ id: v7({ msecs: at }), thread_id: thread.id, site: SITE, parent_id: '' },
        ...{ kind: 'comment', status: 'published', version: 2, position },
        ...{ body: `${TEXT} ${position}`, author_name: `Reader ${position}` },
        ...{ created_at: at, published_at: at, updated_at: at },
        ...{ consent_version: '1', consent_at: at },
        ...{ receipt_hash: random(), idempotency_hash: random(), request_hash: random() },
      });
    }
    await database.insertInto('comment').values(comments).execute();
  }
}

async function fill(databaseUrl, sizes) {
  await withDatabase(databaseUrl, async (database) => {
    for (const size of sizes) await fillThread(database, size);
  });
  // What a server does by itself some time after so many changes; here it would fall into a measurement.
  if (isPostgres(databaseUrl)) await query(databaseUrl, 'vacuum analyze');
}

/** Starts the service and waits until it answers. */
export async function launch(cleanup, databaseUrl) {
  const port = await freePort();
  const file = join(scratchFolder(cleanup), 'customs-comment-server.json');
  const settings = settingsOf(databaseUrl, { contact: 'off' }, { port, logLevel: 'info' });
  writeFileSync(file, JSON.stringify(settings));
  const child = spawn(process.execPath, [MAIN, '--config', file], {
    env: { PATH: process.env.PATH },
    // It logs a line a request; reading them would be measured along with it.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  cleanup.after(async () => {
    child.kill();
    await exit;
    process.off('exit', kill);
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`);
    return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok;
  });
  return url;
}

/** Readers ask for the first page; new comments wait for review, so that it stays what it is. */
async function listCase(engine, url, size) {
  const search = `?limit=${PAGE_SIZE}&sort=newest`;
  const { body, text } = await list(url, threadOf(size), search);
  const isFirstPage = body.items.length === PAGE_SIZE && body.items[0].body.endsWith(` ${size}`);
  if (!isFirstPage || body.total !== size) throw new Error(`${engine} lists the wrong comments.`);
  const path = commentsPath(threadOf(size)) + search;
  return {
    ...{ engine, action: 'list', size, url },
    makeRequest: () => ({ method: 'GET', path, headers: {} }),
    isRight: sameEnds(text),
  };
}

function createCase(engine, url, size) {
  const path = commentsPath(threadOf(size));
  return {
    ...{ engine, action: 'create', size, url },
    makeRequest: () => {
      const key = randomUUID();
      return {
        ...{ method: 'POST', path },
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(draft({ body: `${TEXT} ${key}`, authorName: 'Reader' })),
      };
    },
    isRight: (answer) => answer.includes('"status":"pending"'),
  };
}

/** How many comments were stored since the threads were filled. */
const countStored = (databaseUrl, sizes) =>
  withDatabase(databaseUrl, async (database) => {
    const { count } = await database
      .selectFrom('comment')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count) - sizes.reduce((sum, size) => sum + size);
  });

/** An empty PostgreSQL database: on the server of `DATABASE_URL`, or on one that is started for it. */
export async function postgresDatabase(cleanup) {
  const server = process.env.DATABASE_URL ?? '';
  if (!isPostgres(server)) {
    const started = await startPostgres({ isDurable: true });
    cleanup.after(started.remove);
    return started.url;
  }
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name}`);
  cleanup.after(() => query(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const DATABASES = {
  SQLite: (cleanup) => `file:${join(scratchFolder(cleanup), 'comments.sqlite')}`,
  PostgreSQL: postgresDatabase,
};

/** Our engines, one a database, each with what is measured on it. */
export const SERVICE_ENGINES = Object.entries(DATABASES).map(([engine, makeDatabase]) => ({
  engine,
  start: (cleanup) => startEngine(cleanup, engine, makeDatabase),
}));

/** Starts the service on a database, with a thread of each size. */
export async function startEngine(cleanup, engine, makeDatabase, sizes = SIZES) {
  const databaseUrl = await makeDatabase(cleanup);
  await fill(databaseUrl, sizes);
  const url = await launch(cleanup, databaseUrl);
  const lists = await Promise.all(sizes.map((size) => listCase(engine, url, size)));
  const creates = sizes.map((size) => createCase(engine, url, size));
  return { cases: [...lists, ...creates], countStored: () => countStored(databaseUrl, sizes) };
}
