/* What all routes of moderators share. */
import type { FastifyReply } from 'fastify';
import type { ModeratedComment } from '../../contract/moderation.js';
import type { ProblemKey } from '../../contract/problems.js';
import type { Proposal } from '../../contract/proposals.js';
import type { Permission } from '../../contract/staff.js';
import type { Context } from '../../context.js';
import { checkAccess, checkPermission, may, type Moderator } from '../../moderation/moderators.js';
import { SecondPerson } from '../../moderation/proposals.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { audit } from '../../storage/audit.js';
import { findAllQueued, findQueued, type QueuedComment, readReports } from '../../storage/queue.js';
import type { ProposalTable } from '../../storage/tables.js';
import { answers } from '../answers.js';
import type { App } from '../app.js';
import { BEARER, group } from '../openapi.js';
import { presentModerated, presentProposal } from '../present.js';

/** The answers of a route about one site, which the token may not cover. */
export const deskAnswers = (good: Record<number, object>, keys: ProblemKey[] = []) =>
  answers(good, ['unauthorized', 'forbidden', 'not-found', 'rate-limited', ...keys]);

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on the routes behind `guard`. */
    moderator: Moderator;
  }
}

/** Checks the token before anything else, and says so in the document. */
export function guard(app: App, { authentication }: Context): void {
  group('moderation', BEARER)(app);
  app.decorateRequest('moderator');
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      request.moderator = await authentication.find(request.headers.authorization, request.ip);
    } catch (error) {
      if (error instanceof ServiceProblem && error.key === 'unauthorized') {
        const { reason } = error.extras;
        // Whoever sends no token at all only asks; the line about the answer says that.
        if (reason !== 'missing') request.log.warn({ reason }, 'token refused');
      }
      throw error;
    }
  });
}

/** Knows what a moderator may see. */
export class Desk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Finds a comment of a site that is the moderator's. For the others, the answer is as if there were none.
   *
   * @param needed - what the moderator must be allowed to do with it, besides reading
   */
  async findOwn(
    moderator: Moderator,
    id: string,
    needed?: (comment: QueuedComment) => Permission,
  ): Promise<QueuedComment> {
    const { database, settings } = this.#context;
    const comment = await findQueued(database, id);
    if (!comment) throw new ServiceProblem('not-found');
    checkAccess(moderator, settings, comment.site);
    if (needed) checkPermission(moderator, needed(comment));
    return comment;
  }

  /**
   * Records that an administrator gets to see contacts or identities: one entry for a request, however many it
   * shows. A search is recorded too when it finds nothing, but never what was searched for, which may be a contact.
   */
  async recordReading(
    moderator: Moderator,
    site: string,
    comments: readonly QueuedComment[],
    { isSearch = false } = {},
  ): Promise<void> {
    if (!may(moderator, 'contacts')) return;
    const shown = comments.filter(({ contact, identity }) => contact ?? identity);
    if (shown.length === 0 && !isSearch) return;
    const { database, now } = this.#context;
    await audit(database, {
      site,
      at: now(),
      actor: moderator.name,
      action: isSearch ? 'contacts-searched' : 'contacts-read',
      commentId: shown.length === 1 ? shown[0]!.id : undefined,
      count: shown.length,
    });
  }

  /** Comments as the moderator may see them, with what readers reported. */
  async present(
    moderator: Moderator,
    comments: readonly QueuedComment[],
  ): Promise<ModeratedComment[]> {
    const reports = await readReports(this.#context.database, comments);
    return comments.map((comment) =>
      presentModerated(comment, reports.get(comment.id) ?? [], {
        contacts: may(moderator, 'contacts'),
        held: may(moderator, 'hold'),
      }),
    );
  }

  /** Proposals, with what the moderator may do about them. Who decides on them needs no contact. */
  async presentProposals(
    moderator: Moderator,
    proposals: readonly ProposalTable[],
  ): Promise<Proposal[]> {
    if (proposals.length === 0) return [];
    const ids = proposals.map(({ comment_id }) => comment_id);
    const [second, comments] = await Promise.all([
      SecondPerson.of(this.#context, moderator),
      findAllQueued(this.#context.database, ids),
    ]);
    const reports = await readReports(this.#context.database, comments);
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    return proposals.map((proposal) => {
      const comment = byId.get(proposal.comment_id)!;
      return presentProposal(proposal, {
        comment: presentModerated(comment, reports.get(comment.id) ?? [], {
          contacts: false,
          held: false,
        }),
        mayApprove: second.mayApprove(proposal),
        mayRefuse: second.mayRefuse(proposal),
      });
    });
  }

  /** Answers with a proposal that waits now. */
  async sendProposal(reply: FastifyReply, moderator: Moderator, proposal: ProposalTable) {
    const [shown] = await this.presentProposals(moderator, [proposal]);
    return reply.code(202).send(shown);
  }

  /** Answers with a comment as it is, and with the tag for the next decision. */
  async send(reply: FastifyReply, moderator: Moderator, comment: QueuedComment) {
    const [shown] = await this.present(moderator, [comment]);
    return reply.header('etag', `"${comment.version}"`).send(shown);
  }
}
