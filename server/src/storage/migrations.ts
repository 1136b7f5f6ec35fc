/* The migrations of the tables. A released one is never changed; every change is a new migration. */
import { type Kysely, type MigrationProvider, Migrator } from 'kysely';
import { audit } from './migrations/audit.js';
import { indexes } from './migrations/indexes.js';
import { staff } from './migrations/staff.js';
import { tables } from './migrations/tables.js';
import type { Tables } from './tables.js';

/** Runs in the order of these names. */
const provider: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '2026-11-tables': tables,
      '2026-12-01-indexes': indexes,
      '2026-12-03-audit': audit,
      '2026-12-04-staff': staff,
    }),
};

/** Brings the tables up to date; processes that start at once wait for the one that came first. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error) throw error as Error;
}
