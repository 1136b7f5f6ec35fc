/* What was proposed and waits for a second person. */
import { type Kysely, type Migration, sql } from 'kysely';

export const approvals: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('proposal')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('comment_id', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .addColumn('lang', 'text')
      .addColumn('idempotency_hash', 'text', (column) => column.unique())
      .addColumn('request_hash', 'text')
      .addColumn('proposed_by', 'text', (column) => column.notNull())
      .addColumn('proposed_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('proposal_site')
      .on('proposal')
      .columns(['site', 'id'])
      .execute();
    await database.schema
      .createIndex('proposal_comment')
      .on('proposal')
      .column('comment_id')
      .execute();
    await database.schema
      .createIndex('proposal_erasure')
      .unique()
      .on('proposal')
      .column('comment_id')
      .where(sql.ref('kind'), '=', sql.lit('erasure'))
      .execute();
  },
};
