/* Opens the database that the configuration names, and says in a sentence why it cannot. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { isPassingFailure } from './failures.js';
import { findNewer, migrate } from './migrations.js';
import { explainPostgres, explainSqlite } from './start-failures.js';
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

/** Says so if a newer version has written the database; that is no damage, whatever fails because of it. */
async function refuseNewer(database: Database): Promise<void> {
  const newer = await findNewer(database);
  if (newer) throw new StartProblem('newer', { ...newer });
}

/** Refuses a file that the service cannot write, before it takes any comment. */
function checkFile(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw new StartProblem('no-folder', { path: folder });
  }
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK);
  } catch {
    throw new StartProblem('no-writing', { path });
  }
}

/** Opens a file that is a sound database, or a new one, and brings its tables up to date. */
async function openSqlite(path: string): Promise<Database> {
  if (path !== ':memory:') checkFile(path);
  const database = await sqlite(path);
  try {
    const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(database);
    if (rows[0]?.quick_check !== 'ok') throw new StartProblem('damaged', { path });
    await refuseNewer(database);
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
      await refuseNewer(database);
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

/** Opens a standby of PostgreSQL. The first query connects, so the service starts without it too. */
export async function openStandby(url: string, poolSize: number): Promise<Database> {
  const { postgres } = await import('./postgres.js');
  return postgres(url, poolSize);
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
    throw new StartProblem('no-file', { path });
  }
  const database =
    path === undefined ? (await import('./postgres.js')).postgres(url, 1) : await sqlite(path);
  try {
    const tables = await database.introspection.getTables();
    await refuseNewer(database);
    if (!tables.some(({ name }) => name === table)) throw new StartProblem('no-tables');
    return database;
  } catch (error) {
    await database.destroy();
    throw path === undefined ? explainPostgres(error) : explainSqlite(error, path);
  }
}

/**
 * Copies a SQLite database as it is at one moment. The service may run meanwhile.
 *
 * @throws StartProblem
 */
export async function backUp(url: string, target: string): Promise<void> {
  if (isPostgres(url)) throw new StartProblem('backup-postgres');
  if (existsSync(target)) throw new StartProblem('file-exists', { path: target });
  const path = pathOf(url);
  if (!existsSync(path)) throw new StartProblem('no-file', { path });
  const database = await sqlite(path);
  try {
    await sql`VACUUM INTO ${target}`.execute(database);
  } finally {
    await database.destroy();
  }
}
