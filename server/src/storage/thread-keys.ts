/* Erases keys of threads, which may say something about a person: the address of a case, for example. */
import type { ExpressionBuilder } from 'kysely';
import type { Database } from './database.js';
import type { Tables } from './tables.js';
import { isPostgres } from './threads.js';

/** How many keys are erased at a time. */
const BATCH = 100;

/**
 * Erases the keys of threads whose comments are all erased. The row stays: its revision must not begin anew, for
 * caches know pages by it.
 *
 * @returns whether there may be more of them
 */
export function eraseKeys(database: Database, site: string): Promise<boolean> {
  return database.transaction().execute(async (work) => {
    const hasNone = ({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'thread'>) =>
      not(
        exists(
          selectFrom('comment')
            .select('comment.id')
            .whereRef('comment.thread_id', '=', 'thread.id')
            .where('comment.status', '<>', 'withdrawn'),
        ),
      );
    const empty = work
      .selectFrom('thread')
      .select('id')
      .where('site', '=', site)
      .where('published', '=', 0)
      .where('key', '<>', '')
      .where(hasNone)
      .limit(BATCH);
    // Leaves out a thread that a new comment is just coming to: it holds the key.
    const found = await (isPostgres(work) ? empty.forUpdate().skipLocked() : empty).execute();
    if (found.length === 0) return false;
    const ids = found.map(({ id }) => id);
    // Looks again, now that the rows are locked: a comment may have come after the first look.
    const { numUpdatedRows } = await work
      .updateTable('thread')
      .set({ key: '' })
      .where('id', 'in', ids)
      .where(hasNone)
      .executeTakeFirst();
    return numUpdatedRows === BigInt(BATCH);
  });
}
