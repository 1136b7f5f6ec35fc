/* Tokens of staff that can be made and revoked while the service runs. */
import type { Kysely, Migration } from 'kysely';

export const staff: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('staff_token')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('sites', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addColumn('idle_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .addColumn('revoked_by', 'text')
      .addColumn('last_used_day', 'bigint')
      .execute();
    await database.schema.createIndex('staff_name').on('staff_token').column('name').execute();
  },
};
