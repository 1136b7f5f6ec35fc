/* What moderators read. */
import { sql } from 'kysely';
import type { Status } from '../contract/comments.js';
import type { Database } from './database.js';
import type { CommentTable, ReportTable } from './tables.js';

export interface QueueRequest {
  site: string;
  status?: Status | undefined;
  reported?: boolean | undefined;
  /** What to search for in text and name, and in contacts if `searchContacts` is set. */
  text?: string | undefined;
  searchContacts: boolean;
  threadId?: string | undefined;
  sort: 'newest' | 'oldest';
  /** The id after which the page begins. */
  after?: string | undefined;
  limit: number;
}

export type QueuedComment = CommentTable & { thread_key: string };

/** Writes a text as a pattern that finds just this text: `%` and `_` stand for themselves. */
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** One page of comments in the order in which they were received. */
export function readQueue(database: Database, request: QueueRequest): Promise<QueuedComment[]> {
  let query = database
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .selectAll('comment')
    .select('thread.key as thread_key')
    .where('comment.site', '=', request.site);
  if (request.status) query = query.where('comment.status', '=', request.status);
  if (request.reported) query = query.where('comment.report_count', '>', sql.lit(0));
  if (request.threadId) query = query.where('comment.thread_id', '=', request.threadId);
  if (request.text) {
    const wanted = pattern(request.text);
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
  const newest = request.sort === 'newest';
  if (request.after) query = query.where('comment.id', newest ? '<' : '>', request.after);
  return query
    .orderBy('comment.id', newest ? 'desc' : 'asc')
    .limit(request.limit)
    .execute();
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
