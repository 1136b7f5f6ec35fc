/* The first tables. */
import { type Kysely, type Migration, sql } from 'kysely';

export const tables: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('thread')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('listed', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('published', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await database.schema
      .createTable('comment')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('thread_id', 'text', (column) => column.notNull())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('parent_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('lang', 'text')
      .addColumn('author_name', 'text')
      .addColumn('contact', 'text')
      .addColumn('identity', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('published_at', 'bigint')
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('position', 'bigint')
      .addColumn('reply_count', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('report_count', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(1))
      .addColumn('reason_code', 'text')
      .addColumn('reason_note', 'text')
      .addColumn('consent_version', 'text', (column) => column.notNull())
      .addColumn('consent_at', 'bigint', (column) => column.notNull())
      .addColumn('receipt_hash', 'text', (column) => column.unique())
      .addColumn('idempotency_hash', 'text', (column) => column.notNull().unique())
      .addColumn('request_hash', 'text')
      .execute();
    await database.schema
      .createIndex('comment_listed')
      .on('comment')
      .columns(['thread_id', 'parent_id', 'position'])
      .execute();
    await database.schema
      .createIndex('comment_queue')
      .on('comment')
      .columns(['site', 'status', 'id'])
      .execute();
    await database.schema
      .createIndex('comment_reported')
      .on('comment')
      .columns(['site', 'id'])
      .where(sql.ref('report_count'), '>', sql.lit(0))
      .execute();
    await database.schema
      .createTable('report')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('comment_id', 'text', (column) => column.notNull())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('reporter', 'text', (column) => column.notNull())
      .addUniqueConstraint('report_once', ['comment_id', 'reporter'])
      .execute();
    await database.schema
      .createTable('audit')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('comment_id', 'text')
      .addColumn('reason_code', 'text')
      .execute();
    await database.schema.createIndex('audit_site').on('audit').columns(['site', 'id']).execute();
    await database.schema
      .createIndex('audit_comment')
      .on('audit')
      .columns(['comment_id', 'id'])
      .execute();
    await database.schema
      .createTable('used_challenge')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('forget_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('rate')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addColumn('resets_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
