/* Proposals that wait for a second person. Their rows go when they end; the audit keeps that they were. */
import type { ProposalKind } from '../contract/proposals.js';
import { audit } from './audit.js';
import type { Database } from './database.js';
import type { ProposalTable } from './tables.js';
import type { Work } from './threads.js';

/** How a proposal ends: somebody decides, or it ends by itself. */
export type ProposalEnd = 'approved' | 'refused' | 'lapsed';

/** A proposal that still waits at a time. */
export const findProposal = (
  database: Database,
  id: string,
  now: number,
): Promise<ProposalTable | undefined> =>
  database
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Proposals of a site that still wait at a time, oldest first. */
export async function readProposals(
  database: Database,
  { site, now, after }: { site: string; now: number; after?: string | undefined },
  limit: number,
): Promise<ProposalTable[]> {
  let query = database
    .selectFrom('proposal')
    .selectAll()
    .where('site', '=', site)
    .where('expires_at', '>', now);
  if (after !== undefined) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}

const record = (
  work: Work,
  ended: readonly ProposalTable[],
  end: ProposalEnd,
  { actor, now }: { actor: string; now: number },
): Promise<void> =>
  audit(
    work,
    ...ended.map(({ site, kind, comment_id, proposed_by }) => ({
      site,
      at: now,
      actor,
      action: `${kind}-${end}` as const,
      commentId: comment_id,
      detail: proposed_by,
    })),
  );

/**
 * Ends a proposal, and records who did so.
 *
 * @returns whether it was still there: of several who end it at once, one succeeds
 */
export async function endProposal(
  work: Work,
  id: string,
  end: Exclude<ProposalEnd, 'lapsed'>,
  act: { actor: string; now: number },
): Promise<boolean> {
  const ended = await work
    .deleteFrom('proposal')
    .where('id', '=', id)
    .where('expires_at', '>', act.now)
    .returningAll()
    .execute();
  if (ended.length > 0) await record(work, ended, end, act);
  return ended.length > 0;
}

/** Refuses a proposal, and says whether it was still there. */
export const refuseProposal = (
  database: Database,
  id: string,
  act: { actor: string; now: number },
): Promise<boolean> =>
  database.transaction().execute((work) => endProposal(work, id, 'refused', act));

/** Ends the proposals about a comment that have become moot, and those that have waited too long. */
export async function lapseProposals(
  work: Work,
  commentId: string,
  moot: readonly ProposalKind[],
  now: number,
): Promise<void> {
  const lapsed = await work
    .deleteFrom('proposal')
    .where('comment_id', '=', commentId)
    .where(({ or, eb }) =>
      or([...moot.map((kind) => eb('kind', '=', kind)), eb('expires_at', '<=', now)]),
    )
    .returningAll()
    .execute();
  if (lapsed.length > 0) await record(work, lapsed, 'lapsed', { actor: 'service', now });
}

/** Ends all proposals that have waited too long. */
export async function sweepProposals(database: Database, now: number): Promise<void> {
  const due = await database
    .selectFrom('proposal')
    .select('comment_id')
    .distinct()
    .where('expires_at', '<=', now)
    .execute();
  for (const { comment_id } of due) {
    await database.transaction().execute((work) => lapseProposals(work, comment_id, [], now));
  }
}
