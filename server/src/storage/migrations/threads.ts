/* Which version has made which change of the tables. */
import type { Kysely, Migration } from 'kysely';

export const threads: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('upgrade')
      .addColumn('migration', 'text', (column) => column.primaryKey())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute();
  },
};
