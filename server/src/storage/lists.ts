/* What everybody may read. */
import { sql } from 'kysely';
import type { Database } from './database.js';
import type { CommentTable } from './tables.js';

export interface PageRequest {
  threadId: string;
  /** Empty for the thread's own list. */
  parentId: string;
  sort: 'newest' | 'oldest';
  /** The position after which the page begins. */
  after?: number | undefined;
  limit: number;
  /** Bytes of texts after which the page ends early. */
  bytes: number;
}

export type PublicComment = Pick<
  CommentTable,
  | 'id'
  | 'parent_id'
  | 'kind'
  | 'status'
  | 'body'
  | 'lang'
  | 'author_name'
  | 'created_at'
  | 'published_at'
  | 'position'
  | 'reply_count'
>;

const COLUMNS = [
  'id',
  'parent_id',
  'kind',
  'status',
  'body',
  'lang',
  'author_name',
  'created_at',
  'published_at',
  'position',
  'reply_count',
] as const;

/**
 * One page: a walk along the index, as fast on the last page as on the first. It ends early where its texts are long,
 * with the one that passes the limit of bytes and the one after it: many readers at once must not fill the memory.
 */
export function readPage(database: Database, page: PageRequest): Promise<PublicComment[]> {
  const newest = page.sort === 'newest';
  const order = newest ? 'desc' : 'asc';
  let query = database
    .selectFrom('comment')
    .select(COLUMNS)
    .where('thread_id', '=', page.threadId)
    .where('parent_id', '=', page.parentId)
    .where('position', 'is not', null);
  if (page.after !== undefined) query = query.where('position', newest ? '<' : '>', page.after);
  const before = sql<number>`coalesce(sum(octet_length(body)) over (
    order by position ${sql.raw(order)} rows between unbounded preceding and 2 preceding), 0)`;
  const measured = database
    .selectFrom(query.orderBy('position', order).limit(page.limit).as('found'))
    .select([...COLUMNS, before.as('bytes_before')]);
  return database
    .selectFrom(measured.as('measured'))
    .select(COLUMNS)
    .where('bytes_before', '<=', page.bytes)
    .orderBy('position', order)
    .execute();
}

/** How many replies a list of them shows; undefined when no such comment is listed in the thread. */
export async function countReplies(
  database: Database,
  threadId: string,
  id: string,
): Promise<number | undefined> {
  const row = await database
    .selectFrom('comment')
    .select('reply_count')
    .where('id', '=', id)
    .where('thread_id', '=', threadId)
    .where('position', 'is not', null)
    .executeTakeFirst();
  return row?.reply_count;
}

/** The published official replies to some comments of a thread. */
const selectOfficialReplies = (
  database: Database,
  threadId: string,
  parentIds: readonly string[],
) =>
  database
    .selectFrom('comment')
    .select(COLUMNS)
    .where('thread_id', '=', threadId)
    .where('parent_id', 'in', parentIds)
    .where('position', 'is not', null)
    .where('kind', '=', 'official-reply')
    .where('status', '=', 'published');

/** The official replies to a comment, oldest first. */
export const readOfficialReplies = (
  database: Database,
  comment: Pick<CommentTable, 'id' | 'thread_id'>,
): Promise<PublicComment[]> =>
  selectOfficialReplies(database, comment.thread_id, [comment.id])
    .orderBy('position')
    .limit(50)
    .execute();

/** The first official replies to each of some comments of a thread. */
function selectFirstReplies(
  database: Database,
  threadId: string,
  parentIds: readonly string[],
  limit: number,
) {
  const numbered = selectOfficialReplies(database, threadId, parentIds).select(({ fn }) =>
    fn
      .agg<number>('row_number')
      .over((over) => over.partitionBy('parent_id').orderBy('position'))
      .as('number'),
  );
  return database.selectFrom(numbered.as('reply')).where('number', '<=', limit);
}

const withReplies = (page: readonly PublicComment[]): string[] =>
  page.filter((comment) => comment.reply_count > 0).map(({ id }) => id);

/**
 * How many bytes the official replies to each comment of a page have together. The database is not asked when none
 * has replies.
 *
 * @param limit - how many of each comment
 */
export async function measureOfficialReplies(
  database: Database,
  threadId: string,
  page: readonly PublicComment[],
  limit: number,
): Promise<Map<string, number>> {
  const parentIds = withReplies(page);
  if (parentIds.length === 0) return new Map();
  const rows = await selectFirstReplies(database, threadId, parentIds, limit)
    .select(['parent_id', sql<number>`sum(octet_length(body))`.as('bytes')])
    .groupBy('parent_id')
    .execute();
  return new Map(rows.map(({ parent_id, bytes }) => [parent_id, bytes]));
}

/**
 * The official replies to the comments of a page, oldest first; the database is not asked when none has replies.
 *
 * @param limit - how many of each comment
 */
export async function readOfficialRepliesOfPage(
  database: Database,
  threadId: string,
  page: readonly PublicComment[],
  limit: number,
): Promise<Map<string, PublicComment[]>> {
  const replies = new Map<string, PublicComment[]>();
  const parentIds = withReplies(page);
  if (parentIds.length === 0) return replies;
  const rows = await selectFirstReplies(database, threadId, parentIds, limit)
    .select(COLUMNS)
    .orderBy('position')
    .execute();
  for (const row of rows) {
    replies.set(row.parent_id, [...(replies.get(row.parent_id) ?? []), row]);
  }
  return replies;
}

/** Published comments of each of the threads that has any. */
export async function countPublished(
  database: Database,
  threadIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('thread')
    .select(['id', 'published'])
    .where('id', 'in', threadIds)
    .execute();
  return new Map(rows.map(({ id, published }) => [id, published]));
}
