/* Keeps a new comment: the comment, its proof and its audit entry at once, or nothing. */
import { v7 } from 'uuid';
import type { Kind } from '../contract/comments.js';
import { audit } from './audit.js';
import type { Database } from './database.js';
import { attempt, Refusal, type Result } from './refusals.js';
import type { CommentTable } from './tables.js';
import { ensureThread, list, nextRevision, type Work } from './threads.js';

/** A proof that may be used once. */
export interface Proof {
  id: string;
  /** When the service may forget that it was used, milliseconds since 1970. */
  forgetAt: number;
}

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

/** Marks a proof as used, and says whether it was unused until now. */
export async function useProof(work: Work | Database, proof: Proof): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work
    .insertInto('used_challenge')
    .values({ id: proof.id, forget_at: proof.forgetAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

async function checkParent(work: Work, { parentId, threadId }: Submission): Promise<void> {
  if (parentId === '') return;
  const parent = await work
    .selectFrom('comment')
    .select('id')
    .where('id', '=', parentId)
    .where('thread_id', '=', threadId)
    .where('status', '=', 'published')
    .executeTakeFirst();
  if (!parent) throw new Refusal('parent');
}

/**
 * Stores a comment.
 *
 * @returns the comment, or undefined when another request has stored one under the same key meanwhile; or why it was
 *   refused: `parent`, `used-proof`
 */
export function store(
  database: Database,
  submission: Submission,
): Promise<Result<CommentTable | undefined>> {
  return attempt(database, async (work) => {
    const { now, publish } = submission;
    const comment: CommentTable = {
      id: v7(),
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
      receipt_hash: null,
      idempotency_hash: submission.idempotencyHash,
      request_hash: submission.requestHash,
      imported_at: null,
      imported_by: null,
      imported_from: null,
    };
    comment.receipt_hash = submission.receiptHash(comment.id);
    // Comes first: a second request with the same key waits here until this one is done.
    const inserted = await work
      .insertInto('comment')
      .values(comment)
      .onConflict((conflict) => conflict.column('idempotency_hash').doNothing())
      .executeTakeFirst();
    if (!Number(inserted.numInsertedOrUpdatedRows)) return undefined;
    await ensureThread(work, submission.threadId, submission.site, submission.threadKey);
    // Reads the parent under the lock, where there is one, so that nobody can withdraw it meanwhile.
    if (publish) comment.position = await nextRevision(work, submission.threadId);
    await checkParent(work, submission);
    if (submission.proof && !(await useProof(work, submission.proof))) {
      throw new Refusal('used-proof');
    }
    if (comment.position !== null) await list(work, comment, comment.position);
    await audit(work, {
      site: submission.site,
      at: now,
      actor: submission.actor,
      action: submission.kind === 'official-reply' ? 'replied' : 'received',
      commentId: comment.id,
    });
    return comment;
  });
}
