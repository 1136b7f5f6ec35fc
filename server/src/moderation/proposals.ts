/* Two persons: what one proposes, another one approves. */
import { accepted } from '../comments/refusals.js';
import type { Settings } from '../configuration/settings.js';
import type { Context } from '../context.js';
import { PROPOSAL_DAYS, type ProposalKind } from '../contract/proposals.js';
import type { Permission } from '../contract/staff.js';
import { ServiceProblem } from '../contract/service-problem.js';
import { propose } from '../storage/approvals.js';
import { readMakers } from '../storage/staff.js';
import type { Submission } from '../storage/submissions.js';
import type { CommentTable, ProposalTable } from '../storage/tables.js';
import { may, type Moderator } from './moderators.js';

const DAY = 86_400_000;

/** What somebody must be allowed who proposes, approves or refuses. */
export const PERMISSION_FOR: Readonly<Record<ProposalKind, Permission>> = {
  erasure: 'erase',
  reply: 'reply',
};

/** Site → what needs two persons there; only sites where something does. */
export const twoPersonsIn = (
  { sites }: Settings,
  names: readonly string[],
): Record<string, ProposalKind[]> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const { erasing, officialReplies } = sites[name]!.twoPersons;
      const kinds: ProposalKind[] = [];
      if (erasing) kinds.push('erasure');
      if (officialReplies) kinds.push('reply');
      return kinds.length > 0 ? [[name, kinds]] : [];
    }),
  );

/** Brings names together that differ only in their letters' case or width. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Knows which proposals somebody may decide on. */
export class SecondPerson {
  readonly #moderator: Moderator;
  /** Names that are no other person than the moderator: their own, and those who have made the token. */
  readonly #names: ReadonlySet<string>;

  private constructor(moderator: Moderator, makers: ReadonlySet<string>) {
    this.#moderator = moderator;
    this.#names = new Set([moderator.name, ...makers].map(plain));
  }

  static async of({ database }: Context, moderator: Moderator): Promise<SecondPerson> {
    return new SecondPerson(moderator, await readMakers(database, moderator.tokenHash));
  }

  mayRefuse({ kind }: Pick<ProposalTable, 'kind'>): boolean {
    return may(this.#moderator, PERMISSION_FOR[kind]);
  }

  mayApprove(proposal: Pick<ProposalTable, 'kind' | 'proposed_by'>): boolean {
    return this.mayRefuse(proposal) && !this.#names.has(plain(proposal.proposed_by));
  }

  /**
   * Refuses whoever may not approve.
   *
   * @throws ServiceProblem `forbidden`, `second-person`
   */
  check(proposal: Pick<ProposalTable, 'kind' | 'proposed_by'>): void {
    if (!this.mayRefuse(proposal)) throw new ServiceProblem('forbidden');
    if (!this.mayApprove(proposal)) throw new ServiceProblem('second-person');
  }
}

/** What all proposals begin with. */
const beginning = (comment: Pick<CommentTable, 'id' | 'site'>, actor: string, now: number) => ({
  site: comment.site,
  comment_id: comment.id,
  proposed_by: actor,
  proposed_at: now,
  expires_at: now + PROPOSAL_DAYS * DAY,
});

/** Proposes to erase a comment. */
export async function proposeErasure(
  { database, now }: Context,
  comment: Pick<CommentTable, 'id' | 'site'>,
  { actor, version }: { actor: string; version: number },
): Promise<ProposalTable> {
  const result = await propose(database, {
    ...beginning(comment, actor, now()),
    kind: 'erasure',
    body: null,
    lang: null,
    idempotency_hash: null,
    request_hash: null,
    version,
  });
  return accepted(result).proposal;
}

/** Proposes an official reply. */
export async function proposeReply(
  { database }: Context,
  parent: Pick<CommentTable, 'id' | 'site'>,
  said: Pick<Submission, 'body' | 'lang' | 'idempotencyHash' | 'requestHash' | 'actor' | 'now'>,
): Promise<{ proposed: ProposalTable; replayed: boolean }> {
  const result = await propose(database, {
    ...beginning(parent, said.actor, said.now),
    kind: 'reply',
    body: said.body,
    lang: said.lang,
    idempotency_hash: said.idempotencyHash,
    request_hash: said.requestHash,
  });
  const { proposal, isNew } = accepted(result);
  return { proposed: proposal, replayed: !isNew };
}
