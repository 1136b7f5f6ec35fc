/* The chain of the audit, and where imported rows come from. */
import { type Kysely, type Migration, sql } from 'kysely';

/** The columns that say who imported a row, when, and from which site. */
const ORIGIN = { imported_at: 'bigint', imported_by: 'text', imported_from: 'text' } as const;

/** Adds columns that are null in the rows that are there. SQLite takes one at a time. */
async function addColumns(
  database: Kysely<unknown>,
  table: string,
  columns: Record<string, 'bigint' | 'text'>,
): Promise<void> {
  for (const [name, type] of Object.entries(columns)) {
    await database.schema.alterTable(table).addColumn(name, type).execute();
  }
}

export const audit: Migration = {
  async up(database: Kysely<unknown>) {
    await addColumns(database, 'comment', ORIGIN);
    await addColumns(database, 'audit', {
      count: 'bigint',
      detail: 'text',
      sequence: 'bigint',
      hash: 'text',
      ...ORIGIN,
    });
    await database.schema
      .createTable('audit_head')
      .addColumn('site', 'text', (column) => column.primaryKey())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('audit_sequence')
      .unique()
      .on('audit')
      .columns(['site', 'sequence'])
      .where(sql.ref('sequence'), 'is not', null)
      .execute();
    // Holds only what waits to be linked, so it is small whatever the audit is.
    await database.schema
      .createIndex('audit_unlinked')
      .on('audit')
      .columns(['site', 'id'])
      .where(sql.ref('sequence'), 'is', null)
      .where(sql.ref('imported_at'), 'is', null)
      .execute();
  },
};
