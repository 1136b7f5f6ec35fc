/* Indexes for walks through all comments of a site or a thread: export, search, retention. */
import { type Kysely, type Migration, sql } from 'kysely';

export const indexes: Migration = {
  async up(database: Kysely<unknown>) {
    const index = (name: string, columns: string[]) =>
      database.schema.createIndex(name).on('comment').columns(columns);
    await index('comment_site', ['site', 'id']).execute();
    await index('comment_thread', ['thread_id', 'id']).execute();
    // Has to be younger than `comment_site`: of two indexes that seem equal, SQLite takes the younger one.
    await database.schema.dropIndex('comment_reported').execute();
    await index('comment_reported', ['site', 'id'])
      .where(sql.ref('report_count'), '>', sql.lit(0))
      .execute();
    await index('comment_reported_status', ['site', 'status', 'id'])
      .where(sql.ref('report_count'), '>', sql.lit(0))
      .execute();
  },
};
