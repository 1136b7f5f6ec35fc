/* Opens the database that the configuration names, and says in a sentence why it cannot. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { isPassingFailure } from './failures.js';
import { migrate } from './migrations.js';
import { sqliteDialect } from './sqlite.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** Why the service cannot start, for the operator. It never holds the address, which may hold a password. */
export class StartProblem extends Error {}

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

const pathOf = (url: string): string => url.replace(/^file:/, '');

function postgres(url: string, poolSize: number): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 3000,
    statement_timeout: 10_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 15_000,
    types,
  });
  // A connection that dies fails the query that uses it, and is replaced. Without listeners its death would
  // end the process: the pool speaks for idle connections, each busy one for itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** What is the matter with a SQLite file, by the primary result code. */
function explainSqlite(error: unknown, path: string): StartProblem {
  const { errcode = 0 } = error as { errcode?: number };
  const reasons: Record<number, string> = {
    5: 'Another process keeps the database locked',
    8: 'The database cannot be written',
    10: 'The database cannot be read or written',
    13: 'The disk of the database is full',
  };
  const reason = reasons[errcode & 0xff];
  if (reason) return new StartProblem(`${reason}: ${path}`, { cause: error });
  return new StartProblem(
    `The database is damaged or is no SQLite file: ${path}. Put the latest backup in its place.`,
    { cause: error },
  );
}

/** Refuses a file that cannot be written, before anything is promised. */
function checkFile(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw new StartProblem(`The folder of the database does not exist: ${folder}`);
  }
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK);
  } catch {
    throw new StartProblem(`The database cannot be written: ${path}`);
  }
}

/** Opens a file that is a sound database, or a new one, and brings its tables up to date. */
async function openSqlite(path: string): Promise<Database> {
  if (path !== ':memory:') checkFile(path);
  const database = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  try {
    const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(database);
    if (rows[0]?.quick_check !== 'ok') throw new Error('quick_check');
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy().catch(() => undefined);
    throw explainSqlite(error, path);
  }
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @param url - `file:` with a path, or `postgres:`
 * @param wait - how long to wait for a server that does not answer yet, milliseconds
 * @param onWait - called once when there is something to wait for
 * @throws StartProblem
 */
export async function openDatabase(
  url: string,
  poolSize: number,
  wait: number,
  onWait: () => void,
): Promise<Database> {
  if (!isPostgres(url)) return openSqlite(pathOf(url));
  const database = postgres(url, poolSize);
  const deadline = Date.now() + wait;
  let isWaiting = false;
  for (;;) {
    try {
      await migrate(database);
      return database;
    } catch (error) {
      if (!isPassingFailure(error) || Date.now() > deadline) {
        await database.destroy();
        const { code } = error as { code?: string };
        throw new StartProblem(
          `The PostgreSQL server of the setting databaseUrl does not let us in${code ? ` (${code})` : ''}.`,
        );
      }
      if (!isWaiting) onWait();
      isWaiting = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/**
 * Copies a SQLite database as it is at one moment, also while the service runs.
 *
 * @throws StartProblem
 */
export async function backUp(url: string, target: string): Promise<void> {
  if (isPostgres(url)) {
    throw new StartProblem('The database is PostgreSQL; copy it with pg_dump.');
  }
  if (existsSync(target)) throw new StartProblem(`The file is there already: ${target}`);
  const path = pathOf(url);
  if (!existsSync(path)) throw new StartProblem(`There is no database: ${path}`);
  const database = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  try {
    await sql`VACUUM INTO ${target}`.execute(database);
  } finally {
    await database.destroy();
  }
}
