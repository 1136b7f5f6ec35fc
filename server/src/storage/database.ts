/* Opens the database that the configuration names, and says in a sentence why it cannot. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { isPassingFailure } from './failures.js';
import { migrate } from './migrations.js';
import { StartProblem } from './start-problem.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

const pathOf = (url: string): string => url.replace(/^file:/, '');

/** Opens a SQLite file. It loads the driver only now, because a process on PostgreSQL needs none. */
async function sqlite(path: string): Promise<Database> {
  const { sqliteDialect } = await import('./sqlite.js');
  return new Kysely<Tables>({ dialect: sqliteDialect(path) });
}

/** Explains what is wrong with a SQLite file, by the primary result code. */
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
    `The database is damaged or is not a SQLite file: ${path}. Put the latest backup in its place.`,
    { cause: error },
  );
}

function explainPostgres(error: unknown): StartProblem {
  const { code } = error as { code?: string };
  return new StartProblem(
    `The PostgreSQL server of the setting "databaseUrl" cannot be used${code ? ` (${code})` : ''}.`,
  );
}

/** Refuses a file that the service cannot write, before it takes any comment. */
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
  const database = await sqlite(path);
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
  const { postgres, postgresForMigrations } = await import('./postgres.js');
  const deadline = Date.now() + wait;
  let isWaiting = false;
  for (;;) {
    const database = postgresForMigrations(url);
    try {
      await migrate(database);
      return postgres(url, poolSize);
    } catch (error) {
      if (!isPassingFailure(error) || Date.now() > deadline) throw explainPostgres(error);
      if (!isWaiting) onWait();
      isWaiting = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    } finally {
      await database.destroy();
    }
  }
}

/**
 * Opens the database as it is, for reading: this makes no file and changes no table.
 *
 * @param table - the latest table that is needed
 * @throws StartProblem
 */
export async function openAsItIs(url: string, table: keyof Tables = 'thread'): Promise<Database> {
  const path = isPostgres(url) ? undefined : pathOf(url);
  if (path !== undefined && !existsSync(path)) {
    throw new StartProblem(`There is no database: ${path}`);
  }
  const database =
    path === undefined ? (await import('./postgres.js')).postgres(url, 1) : await sqlite(path);
  const tables = await database.introspection.getTables().catch(async (error: unknown) => {
    await database.destroy();
    throw path === undefined ? explainPostgres(error) : explainSqlite(error, path);
  });
  if (tables.some(({ name }) => name === table)) return database;
  await database.destroy();
  throw new StartProblem(
    'The database has no tables yet, or those of an older version: start the service once.',
  );
}

/**
 * Copies a SQLite database as it is at one moment. The service may run meanwhile.
 *
 * @throws StartProblem
 */
export async function backUp(url: string, target: string): Promise<void> {
  if (isPostgres(url)) {
    throw new StartProblem('The database is PostgreSQL; copy it with pg_dump.');
  }
  if (existsSync(target)) throw new StartProblem(`The file exists already: ${target}`);
  const path = pathOf(url);
  if (!existsSync(path)) throw new StartProblem(`There is no database: ${path}`);
  const database = await sqlite(path);
  try {
    await sql`VACUUM INTO ${target}`.execute(database);
  } finally {
    await database.destroy();
  }
}
