/* The migrations of the tables. A released one is never changed; every change is a new migration. */
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { VERSION } from '../version.js';
import { approvals } from './migrations/approvals.js';
import { audit } from './migrations/audit.js';
import { holds } from './migrations/holds.js';
import { indexes } from './migrations/indexes.js';
import { staff } from './migrations/staff.js';
import { tables } from './migrations/tables.js';
import { threads } from './migrations/threads.js';
import type { Tables } from './tables.js';

/** Runs in the order of these names. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-tables': tables,
  '2026-12-01-indexes': indexes,
  '2026-12-03-audit': audit,
  '2026-12-04-staff': staff,
  '2026-12-05-threads': threads,
  '2026-12-07-approvals': approvals,
  '2026-12-08-holds': holds,
};

const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };

/**
 * Brings the tables up to date; processes that start at once wait for the one that came first. It also writes down
 * which version has changed them, for an older one that may come after it.
 */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const { error, results } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error) throw error as Error;
  const done = (results ?? []).map(({ migrationName }) => ({
    migration: migrationName,
    version: VERSION,
  }));
  if (done.length === 0) return;
  await database
    .insertInto('upgrade')
    .values(done)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A change of the tables that this version does not know, and the version that has made it, if it said so. */
export interface NewerTables {
  migration: string;
  version?: string;
}

/** Finds what a newer version has changed in the tables; the first such change if there are several. */
export async function findNewer(database: Kysely<Tables>): Promise<NewerTables | undefined> {
  // Has no such table, or cannot be read at all: then no newer version has been here.
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(database)
    .catch(() => ({ rows: [] }));
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(MIGRATIONS, name));
  const [migration] = unknown;
  if (migration === undefined) return undefined;
  const known = await database
    .selectFrom('upgrade')
    .select('version')
    .where('migration', '=', unknown.at(-1)!)
    .executeTakeFirst()
    .catch(() => undefined);
  return { migration, ...(known && { version: known.version }) };
}
