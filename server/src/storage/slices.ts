/* Walks through the comments of a site in slices, so that no statement takes long however many there are. */
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { Status } from '../contract/comments.js';
import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** How many comments one statement looks at. It takes a few milliseconds. */
const SLICE = 2000;

/** Which comments, and in which order. */
export interface SliceRequest {
  site: string;
  status?: Status | undefined;
  reported?: boolean | undefined;
  threadId?: string | undefined;
  sort: 'newest' | 'oldest';
  /** The id after which the walk begins. */
  after?: string | undefined;
}

/** A part of the comments: those behind one id, up to another one and with it. */
export interface Slice {
  after: string | undefined;
  last?: string | undefined;
}

/** The condition of a query for the comments of a slice. */
export const inSlice =
  (
    { site, status, reported, threadId, sort }: Omit<SliceRequest, 'after'>,
    { after, last }: Slice,
  ) =>
  ({ eb, and }: ExpressionBuilder<Tables, 'comment'>): Expression<SqlBool> => {
    const newest = sort === 'newest';
    // A thread is of one site. To name the site too would lead SQLite to its index, and so past all other threads.
    const conditions = [
      threadId ? eb('comment.thread_id', '=', threadId) : eb('comment.site', '=', site),
    ];
    if (status) conditions.push(eb('comment.status', '=', status));
    if (reported) conditions.push(eb('comment.report_count', '>', sql.lit(0)));
    if (after) conditions.push(eb('comment.id', newest ? '<' : '>', after));
    if (last) conditions.push(eb('comment.id', newest ? '>=' : '<=', last));
    return and(conditions);
  };

/** Gives one slice after the other. The last one has no end, for comments that come meanwhile. */
export async function* slices(database: Database, request: SliceRequest): AsyncGenerator<Slice> {
  let { after } = request;
  for (;;) {
    const row = await database
      .selectFrom('comment')
      .select('id')
      .where(inSlice(request, { after }))
      .orderBy('comment.id', request.sort === 'newest' ? 'desc' : 'asc')
      .offset(SLICE - 1)
      .limit(1)
      .executeTakeFirst();
    yield { after, last: row?.id };
    if (!row) return;
    after = row.id;
  }
}
