/* What becomes of a comment: published, rejected, withdrawn. */
import type { Status } from '../contract/comments.js';
import type { AuditAction } from '../contract/moderation.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../contract/proposals.js';
import { audit } from './audit.js';
import type { Database } from './database.js';
import { lapseProposals } from './proposals.js';
import { attempt, Refusal, type Result } from './refusals.js';
import type { CommentTable } from './tables.js';
import { list, nextRevision, unlist, type Work } from './threads.js';

export interface Decision {
  status: Exclude<Status, 'pending'>;
  reasonCode?: string | undefined;
  note?: string | undefined;
  /** The version that was decided on; without it any. */
  version?: number | undefined;
  actor: string;
  /** Whether the author decides, who may hide even what is kept by order. */
  isAuthor?: boolean;
  action?: AuditAction;
  now: number;
}

export const findComment = (
  database: Database | Work,
  id: string,
): Promise<CommentTable | undefined> =>
  database.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst();

export const findByReceipt = (
  database: Database,
  receiptHash: string,
): Promise<CommentTable | undefined> =>
  database
    .selectFrom('comment')
    .selectAll()
    .where('receipt_hash', '=', receiptHash)
    .executeTakeFirst();

/** Clears what a person wrote or is known by. The proof of consent stays, for it names nobody. */
const ERASED = {
  body: '',
  author_name: null,
  contact: null,
  identity: null,
  lang: null,
  reason_note: null,
  report_count: 0,
};

/**
 * What may be kept of the draft's hash, so that a retry is told from a new draft. The hash of older versions was made
 * without the key of the client: whoever has the secret of the service could try texts.
 */
const keptHash = ({ request_hash }: CommentTable): string | null =>
  request_hash?.startsWith('2.') ? request_hash : null;

/**
 * Locks the thread of a comment and reads the comment as it is then.
 *
 * @param version - the version that was decided on; without it any
 * @returns the comment, and the revision that the thread has got
 * @throws Refusal `missing`, `changed`
 */
export async function lockComment(
  work: Work,
  id: string,
  version?: number,
): Promise<{ comment: CommentTable; revision: number }> {
  const found = await findComment(work, id);
  if (!found) throw new Refusal('missing');
  const revision = await nextRevision(work, found.thread_id);
  // Reads it again: it may have changed while another transaction held the thread.
  const comment = (await findComment(work, id))!;
  if (comment.thread_id !== found.thread_id) return lockComment(work, id, version);
  if (version !== undefined && version !== comment.version) throw new Refusal('changed');
  return { comment, revision };
}

/** Erases what a person wrote or is known by, and the reports of it. The thread is locked. */
export async function eraseWithin(work: Work, comment: CommentTable): Promise<void> {
  const { id } = comment;
  await work
    .updateTable('comment')
    .set({ ...ERASED, request_hash: keptHash(comment) })
    .where('id', '=', id)
    .execute();
  await work.deleteFrom('report').where('comment_id', '=', id).execute();
}

/** What a decision leaves nothing to do of. */
const MOOT: Record<Decision['status'], readonly ProposalKind[]> = {
  published: [],
  rejected: ['reply'],
  withdrawn: PROPOSAL_KINDS,
};

/**
 * Decides on a comment, as part of a transaction.
 *
 * @returns the comment as it is now
 * @throws Refusal `missing`, `changed`, `settled`, `parent`, `held`
 */
export async function decideWithin(
  work: Work,
  id: string,
  decision: Decision,
): Promise<CommentTable> {
  const { comment, revision } = await lockComment(work, id, decision.version);
  const { now, status } = decision;
  const isHeld = comment.held_at !== null;
  if (status === 'withdrawn' && isHeld && !decision.isAuthor) throw new Refusal('held');
  if (comment.status === 'withdrawn' || comment.status === status) throw new Refusal('settled');
  if (status === 'published' && comment.parent_id !== '') {
    const parent = await findComment(work, comment.parent_id);
    if (!parent || parent.position === null) throw new Refusal('parent');
  }
  await work
    .updateTable('comment')
    .set({
      status,
      updated_at: now,
      version: comment.version + 1,
      published_at: status === 'published' ? now : null,
      reason_code: decision.reasonCode ?? null,
      reason_note: decision.note ?? null,
    })
    .where('id', '=', id)
    .execute();
  if (status === 'published') await list(work, comment, revision);
  else await unlist(work, comment, status === 'withdrawn');
  if (MOOT[status].length > 0) await lapseProposals(work, id, MOOT[status], now);
  if (status === 'withdrawn' && !isHeld) await eraseWithin(work, comment);
  await audit(work, {
    site: comment.site,
    at: now,
    actor: decision.actor,
    action: decision.action ?? status,
    commentId: id,
    reasonCode: decision.reasonCode,
  });
  return (await findComment(work, id))!;
}

/**
 * Decides on a comment.
 *
 * @returns the comment as it is now, or why nothing was decided: `missing`, `changed`, `settled`, `parent`,
 *   `held`
 */
export const decide = (
  database: Database,
  id: string,
  decision: Decision,
): Promise<Result<CommentTable>> => attempt(database, (work) => decideWithin(work, id, decision));
