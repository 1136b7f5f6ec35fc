/* What is kept of a new comment, and its row. */
import { v7 } from 'uuid';
import type { Kind } from '../contract/comments.js';
import type { Database } from './database.js';
import type { Proof } from './proofs.js';
import type { CommentTable } from './tables.js';
import type { Work } from './threads.js';

export interface Submission {
  threadId: string;
  site: string;
  threadKey: string;
  kind: Kind;
  /** Empty for a comment of the thread's own list. */
  parentId: string;
  body: string;
  lang: string | null;
  authorName: string | null;
  contact: string | null;
  identity: string | null;
  consent: { version: string; at: number };
  idempotencyHash: string;
  requestHash: string;
  /** Makes the hash of the receipt number from the id of the comment. */
  receiptHash: (id: string) => string | null;
  proof?: Proof | undefined;
  /** Id of the proposal that this carries out. */
  proposalId?: string | undefined;
  publish: boolean;
  actor: string;
  now: number;
}

/** What was stored under an idempotency key. */
export const findByKey = (
  database: Database | Work,
  idempotencyHash: string,
): Promise<CommentTable | undefined> =>
  database
    .selectFrom('comment')
    .selectAll()
    .where('idempotency_hash', '=', idempotencyHash)
    .executeTakeFirst();

/** Makes the row of a comment that is in no list yet. */
function commentOf(submission: Submission): CommentTable {
  const { now, publish } = submission;
  const id = v7();
  return {
    id,
    thread_id: submission.threadId,
    site: submission.site,
    parent_id: submission.parentId,
    kind: submission.kind,
    status: publish ? 'published' : 'pending',
    body: submission.body,
    lang: submission.lang,
    author_name: submission.authorName,
    contact: submission.contact,
    identity: submission.identity,
    created_at: now,
    published_at: publish ? now : null,
    updated_at: now,
    position: null,
    reply_count: 0,
    report_count: 0,
    version: 1,
    reason_code: null,
    reason_note: null,
    consent_version: submission.consent.version,
    consent_at: submission.consent.at,
    receipt_hash: submission.receiptHash(id),
    idempotency_hash: submission.idempotencyHash,
    request_hash: submission.requestHash,
    imported_at: null,
    imported_by: null,
    imported_from: null,
    held_at: null,
    held_by: null,
    hold_reason: null,
  };
}

const byKey = (one: CommentTable, other: CommentTable): number =>
  one.idempotency_hash < other.idempotency_hash ? -1 : 1;

/**
 * Writes the rows of comments whose keys are new.
 *
 * @returns submission → row; what another request has stored meanwhile is missing
 */
export async function insert(
  work: Work,
  submissions: readonly Submission[],
): Promise<Map<Submission, CommentTable>> {
  const rows = new Map(submissions.map((submission) => [submission, commentOf(submission)]));
  const inserted = await work
    .insertInto('comment')
    // In the order of their keys, so that two transactions never wait for each other.
    .values([...rows.values()].sort(byKey))
    .onConflict((conflict) => conflict.column('idempotency_hash').doNothing())
    .returning('id')
    .execute();
  const ids = new Set(inserted.map(({ id }) => id));
  for (const [submission, { id }] of rows) if (!ids.has(id)) rows.delete(submission);
  return rows;
}
