/* What everybody may read. */
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
}

export type ListedComment = Pick<
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

/** One page: a walk along the index, as fast on the last page as on the first. */
export function readPage(database: Database, page: PageRequest): Promise<ListedComment[]> {
  const newest = page.sort === 'newest';
  let query = database
    .selectFrom('comment')
    .select(COLUMNS)
    .where('thread_id', '=', page.threadId)
    .where('parent_id', '=', page.parentId)
    .where('position', 'is not', null);
  if (page.after !== undefined) query = query.where('position', newest ? '<' : '>', page.after);
  return query
    .orderBy('position', newest ? 'desc' : 'asc')
    .limit(page.limit)
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

/** The official replies to a comment, oldest first. */
export const readOfficialReplies = (
  database: Database,
  comment: Pick<CommentTable, 'id' | 'thread_id'>,
): Promise<ListedComment[]> =>
  database
    .selectFrom('comment')
    .select(COLUMNS)
    .where('thread_id', '=', comment.thread_id)
    .where('parent_id', '=', comment.id)
    .where('position', 'is not', null)
    .where('kind', '=', 'official-reply')
    .where('status', '=', 'published')
    .orderBy('position')
    .limit(50)
    .execute();

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
