/* What moderators read. */
import { sql } from 'kysely';
import type { Database } from './database.js';
import { inSlice, type Slice, type SliceRequest, slices } from './slices.js';
import type { CommentTable, ReportTable } from './tables.js';

export interface QueueRequest extends SliceRequest {
  /** What to search for in text and name, and in contacts if `searchContacts` is set. */
  text?: string | undefined;
  searchContacts: boolean;
  /** Whether to search also what a legal hold keeps of withdrawn comments. */
  searchHeld: boolean;
  limit: number;
}

export type QueuedComment = CommentTable & { thread_key: string };

/** Writes a text as a pattern that finds just this text: `%` and `_` stand for themselves. */
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Reads what one statement can read at once: all that is asked for, or the matches of one slice. */
function readSlice(database: Database, request: QueueRequest, limit: number, slice: Slice) {
  let query = database
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .selectAll('comment')
    .select('thread.key as thread_key')
    .where(inSlice(request, slice));
  if (request.text) {
    const wanted = pattern(request.text);
    if (!request.searchHeld) query = query.where('comment.status', '<>', 'withdrawn');
    const columns = ['body', 'author_name', ...(request.searchContacts ? ['contact'] : [])];
    query = query.where(({ or }) =>
      or(
        columns.map(
          (column) =>
            sql<boolean>`lower(${sql.ref(`comment.${column}`)}) like lower(${wanted}) escape '\\'`,
        ),
      ),
    );
  }
  return query
    .orderBy('comment.id', request.sort === 'newest' ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/**
 * One page of comments in the order in which they were received. A search looks at one slice after the other, because
 * it has to look at every text: nothing else waits for it.
 */
export async function readQueue(
  database: Database,
  request: QueueRequest,
): Promise<QueuedComment[]> {
  const { after, limit } = request;
  if (!request.text) return readSlice(database, request, limit, { after });
  const found: QueuedComment[] = [];
  for await (const slice of slices(database, request)) {
    found.push(...(await readSlice(database, request, limit - found.length, slice)));
    if (found.length === limit) break;
  }
  return found;
}

/** One comment with the key of its thread. */
export const findQueued = (database: Database, id: string): Promise<QueuedComment | undefined> =>
  database
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .selectAll('comment')
    .select('thread.key as thread_key')
    .where('comment.id', '=', id)
    .executeTakeFirst();

/** Several comments with the keys of their threads, in no order. */
export const findAllQueued = (
  database: Database,
  ids: readonly string[],
): Promise<QueuedComment[]> =>
  database
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .selectAll('comment')
    .select('thread.key as thread_key')
    .where('comment.id', 'in', ids)
    .execute();

/** How many reports of one comment are shown. */
const REPORTS = 20;

/** The latest reports of each comment. */
export async function readReports(
  database: Database,
  comments: readonly { id: string; report_count: number }[],
): Promise<Map<string, ReportTable[]>> {
  const reported = comments.filter(({ report_count }) => report_count > 0);
  const lists = await Promise.all(
    reported.map(({ id }) =>
      database
        .selectFrom('report')
        .selectAll()
        .where('comment_id', '=', id)
        .orderBy('id', 'desc')
        .limit(REPORTS)
        .execute(),
    ),
  );
  return new Map(reported.map(({ id }, at) => [id, lists[at]!]));
}
