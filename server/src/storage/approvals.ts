/* Proposes what needs two persons, and carries it out. */
import { v7 } from 'uuid';
import { audit } from './audit.js';
import type { Database } from './database.js';
import { decideWithin, lockComment } from './decisions.js';
import { endProposal, lapseProposals } from './proposals.js';
import { attempt, Refusal, type Result } from './refusals.js';
import type { CommentTable, ProposalTable } from './tables.js';

export type NewProposal = Omit<ProposalTable, 'id'> & {
  /** The version of the comment that was decided on; without it any. */
  version?: number | undefined;
};

/** Refuses what could not be done at once, either. */
function check(
  kind: ProposalTable['kind'],
  { status, held_at: heldAt }: Pick<CommentTable, 'status' | 'held_at'>,
): void {
  if (kind === 'erasure' && heldAt !== null) throw new Refusal('held');
  if (kind === 'erasure' && status === 'withdrawn') throw new Refusal('settled');
  if (kind === 'reply' && status !== 'published') throw new Refusal('parent');
}

/**
 * Keeps a proposal, and records it. One that waits already stays as it is: an erasure of the same comment, or a reply
 * under the same key.
 *
 * @returns the proposal that waits, or why there is none: `missing`, `changed`, `settled`, `held`, `parent`,
 *   `used-key`
 */
export function propose(
  database: Database,
  { version, ...wanted }: NewProposal,
): Promise<Result<{ proposal: ProposalTable; isNew: boolean }>> {
  return attempt(database, async (work) => {
    const { kind, site, comment_id, idempotency_hash, proposed_at: now } = wanted;
    const { comment } = await lockComment(work, comment_id, version);
    check(kind, comment);
    await lapseProposals(work, comment_id, [], now);
    const proposal = await work
      .insertInto('proposal')
      .values({ ...wanted, id: v7() })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (proposal) {
      const actor = wanted.proposed_by;
      const action = `${kind}-proposed` as const;
      await audit(work, { site, at: now, actor, action, commentId: comment_id });
      return { proposal, isNew: true };
    }
    const waiting = await work
      .selectFrom('proposal')
      .selectAll()
      .where((row) =>
        kind === 'erasure'
          ? row.and({ kind, comment_id })
          : row('idempotency_hash', '=', idempotency_hash),
      )
      .executeTakeFirstOrThrow();
    if (waiting.request_hash !== wanted.request_hash) throw new Refusal('used-key');
    return { proposal: waiting, isNew: false };
  });
}

/**
 * Erases what a second person has approved: both happen, or nothing.
 *
 * @returns the comment as it is now, or why it was not erased: `missing`, `settled`, `held`, `ended`
 */
export function eraseApproved(
  database: Database,
  { id, comment_id }: ProposalTable,
  act: { actor: string; now: number },
): Promise<Result<CommentTable>> {
  return attempt(database, async (work) => {
    // Locks the thread first, as everybody does who ends a proposal and changes its comment.
    await lockComment(work, comment_id);
    if (!(await endProposal(work, id, 'approved', act))) throw new Refusal('ended');
    return decideWithin(work, comment_id, { status: 'withdrawn', ...act });
  });
}
