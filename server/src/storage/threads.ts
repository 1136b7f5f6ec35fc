/* Threads: where a comment stands in the lists, and how many there are. */
import { PostgresAdapter, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { keptKey } from '../contract/thread-key.js';
import { hash } from '../configuration/keys.js';
import type { Database } from './database.js';
import type { CommentTable, Tables, ThreadTable } from './tables.js';

export type Work = Transaction<Tables>;

/** The id of a thread, known without asking the database. All ways to write a path give one id. */
export const threadId = (site: string, key: string): string => hash(site, keptKey(key));

/** Reads the row of a thread; there is one from its first comment on. */
export const findThread = (database: Database, id: string): Promise<ThreadTable | undefined> =>
  database.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirst();

/** Whether the database has locks of rows. */
export const isPostgres = (database: Database): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;

/** Makes the row of a thread unless it is there, and gives it its key again if that was erased. */
export async function ensureThread(work: Work, id: string, site: string, key: string) {
  const kept = keptKey(key);
  const { numInsertedOrUpdatedRows } = await work
    .insertInto('thread')
    .values({ id, site, key: kept, revision: 0, listed: 0, published: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows)) return;
  const thread = await holdKey(work, work.selectFrom('thread').select('key').where('id', '=', id));
  if (thread.key === '') {
    await work.updateTable('thread').set({ key: kept }).where('id', '=', id).execute();
  }
}

/**
 * Reads a key that nobody may erase until the transaction ends. PostgreSQL has a lock for this that lets others count
 * changes of the thread meanwhile; SQLite has one writer at a time.
 */
function holdKey(work: Work, query: SelectQueryBuilder<Tables, 'thread', { key: string }>) {
  return (isPostgres(work) ? query.forKeyShare() : query).executeTakeFirstOrThrow();
}

/**
 * Locks the thread for the rest of the transaction and counts one public change. Every change of a list begins
 * with this, so changes of one thread follow each other and no two transactions wait for each other.
 */
export async function nextRevision(work: Work, id: string): Promise<number> {
  const { revision } = await work
    .updateTable('thread')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** Adds to the numbers that lists show: those of the thread, or of the replies to a comment. */
async function count(
  work: Work,
  comment: Pick<CommentTable, 'thread_id' | 'parent_id'>,
  listed: number,
  published: number,
): Promise<void> {
  const isReply = comment.parent_id !== '';
  await work
    .updateTable('thread')
    .set((row) => ({
      published: row('published', '+', published),
      listed: row('listed', '+', isReply ? 0 : listed),
    }))
    .where('id', '=', comment.thread_id)
    .execute();
  if (!isReply || !listed) return;
  await work
    .updateTable('comment')
    .set((row) => ({ reply_count: row('reply_count', '+', listed) }))
    .where('id', '=', comment.parent_id)
    .execute();
}

/** Counts anew what the lists of a thread show. The thread is locked. */
export async function recount(work: Work, id: string): Promise<void> {
  await work
    .updateTable('thread')
    .set(({ selectFrom, fn }) => ({
      listed: selectFrom('comment')
        .select(fn.countAll<number>().as('count'))
        .where('thread_id', '=', id)
        .where('parent_id', '=', '')
        .where('position', 'is not', null),
      published: selectFrom('comment')
        .select(fn.countAll<number>().as('count'))
        .where('thread_id', '=', id)
        .where('status', '=', 'published')
        .where('position', 'is not', null),
    }))
    .where('id', '=', id)
    .execute();
}

/** Puts a comment into the lists. The thread is locked, and `position` is its new revision. */
export async function list(
  work: Work,
  comment: Pick<CommentTable, 'id' | 'thread_id' | 'parent_id'>,
  position: number,
): Promise<void> {
  await work.updateTable('comment').set({ position }).where('id', '=', comment.id).execute();
  await count(work, comment, 1, 1);
}

/**
 * Puts new comments of one thread into its lists, in their order. This locks the thread as `nextRevision` does, and
 * asks the database as rarely as it can while the lock is held.
 */
export async function placeNew(
  work: Work,
  id: string,
  comments: readonly CommentTable[],
): Promise<void> {
  const { length } = comments;
  const ids = comments.map((comment) => comment.id);
  const { revision } = await work
    .updateTable('thread')
    .set((row) => ({
      revision: row('revision', '+', length),
      published: row('published', '+', length),
      listed: row('listed', '+', comments.filter(({ parent_id: parent }) => parent === '').length),
    }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  comments.forEach((comment, at) => (comment.position = revision - length + 1 + at));
  // PostgreSQL takes a value here for a text unless it is told.
  const cases = comments.map(
    (comment) => sql`when ${comment.id} then cast(${comment.position} as bigint)`,
  );
  await work
    .updateTable('comment')
    .set({ position: sql<number>`case id ${sql.join(cases, sql` `)} end` })
    .where('id', 'in', ids)
    .execute();
}

/** Counts new replies, one for each time that a parent is named. The thread is locked. */
export async function countReplies(work: Work, parentIds: readonly string[]): Promise<void> {
  for (const id of parentIds) {
    await work
      .updateTable('comment')
      .set((row) => ({ reply_count: row('reply_count', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Takes a comment out of the lists. A withdrawn one with replies keeps its place, without its text, so that the
 * replies stay within reach; it goes when the last of them goes.
 */
export async function unlist(
  work: Work,
  comment: Pick<CommentTable, 'id' | 'thread_id' | 'parent_id' | 'reply_count' | 'position'>,
  keepsPlace: boolean,
): Promise<void> {
  if (comment.position === null) return;
  if (keepsPlace && comment.reply_count > 0) {
    await count(work, comment, 0, -1);
    return;
  }
  await work.updateTable('comment').set({ position: null }).where('id', '=', comment.id).execute();
  await count(work, comment, -1, -1);
  if (comment.parent_id === '') return;
  const parent = await work
    .selectFrom('comment')
    .select(['id', 'thread_id', 'parent_id', 'position', 'reply_count', 'status'])
    .where('id', '=', comment.parent_id)
    .executeTakeFirst();
  if (parent?.status !== 'withdrawn' || parent.reply_count > 0 || parent.position === null) return;
  await work.updateTable('comment').set({ position: null }).where('id', '=', parent.id).execute();
  await count(work, parent, -1, 0);
}
