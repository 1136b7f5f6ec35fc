/* What needs two persons: one proposes it, another one approves or refuses it. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, PAGE_SIZE } from './comments.js';
import { LIMITS } from './limits.js';
import { ModeratedComment } from './moderation.js';
import { reference } from './reference.js';

export const PROPOSAL_KINDS = ['erasure', 'reply'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Days for which a proposal waits. */
export const PROPOSAL_DAYS = 7;

export const Proposal = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum([...PROPOSAL_KINDS], {
      description: '`erasure`: of the comment, for good. `reply`: an official reply to it.',
    }),
    site: Type.String(),
    comment: reference(ModeratedComment),
    body: Nullable(Type.String({ description: 'Text of the reply; null for an erasure.' })),
    lang: Nullable(Type.String()),
    proposedBy: Type.String(),
    proposedAt: Instant('When it was proposed.'),
    expiresAt: Instant('When it ends unless somebody decides.'),
    mayApprove: Type.Boolean({
      description:
        'Whether the one who asks may approve it: another person than the proposer, who may do the thing itself. Whoever uses a token that the proposer has made is no other person.',
    }),
    mayRefuse: Type.Boolean({
      description: 'Whether the one who asks may refuse it; the proposer may, too.',
    }),
  },
  {
    $id: 'Proposal',
    description:
      'It ends by itself when nothing is left to do: when the comment is withdrawn, or no longer public where it should get a reply. Contact and identity of the comment are left out.',
  },
);
export type Proposal = Static<typeof Proposal>;

export const ProposalQuery = Type.Object(
  {
    site: Type.String(),
    cursor: Type.Optional(Type.String()),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: LIMITS.pageSize, default: PAGE_SIZE }),
    ),
  },
  { additionalProperties: false },
);

export const ProposalPage = Type.Object(
  { items: Type.Array(reference(Proposal)), nextCursor: Nullable(Type.String()) },
  { $id: 'ProposalPage', description: 'Oldest first.' },
);

export const ProposalParams = Type.Object({ id: Id('The proposal.') });
