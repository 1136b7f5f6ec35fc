/* What waits for a second person: the list, and what that person decides. */
import { accepted } from '../../comments/refusals.js';
import type { Context } from '../../context.js';
import { PAGE_SIZE } from '../../contract/comments.js';
import { ModeratedComment } from '../../contract/moderation.js';
import { ProposalPage, ProposalParams, ProposalQuery } from '../../contract/proposals.js';
import { reference } from '../../contract/reference.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { checkAccess, type Moderator } from '../../moderation/moderators.js';
import { PERMISSION_FOR, SecondPerson } from '../../moderation/proposals.js';
import { publishApproved } from '../../moderation/replies.js';
import { eraseApproved } from '../../storage/approvals.js';
import { findProposal, readProposals, refuseProposal } from '../../storage/proposals.js';
import type { ProposalTable } from '../../storage/tables.js';
import { empty, json } from '../answers.js';
import type { App } from '../app.js';
import { cutPage, readCursor } from '../cursors.js';
import { Desk, deskAnswers } from './desk.js';

export function approvalRoutes(app: App, context: Context): void {
  const { database, settings } = context;
  const desk = new Desk(context);

  /** Finds a proposal of a site that is the moderator's. */
  async function findOwn(moderator: Moderator, id: string): Promise<ProposalTable> {
    const proposal = await findProposal(database, id, context.now());
    if (!proposal) throw new ServiceProblem('not-found');
    checkAccess(moderator, settings, proposal.site, PERMISSION_FOR[proposal.kind]);
    return proposal;
  }

  app.get(
    '/v1/moderation/approvals',
    {
      schema: {
        operationId: 'listProposals',
        summary: 'What waits for a second person',
        description:
          'Erasures and official replies of one site, where its settings ask for two persons.',
        querystring: ProposalQuery,
        response: deskAnswers({ 200: json('One page.', reference(ProposalPage)) }, [
          'validation',
          'cursor',
        ]),
      },
    },
    async (request) => {
      const { moderator } = request;
      const { site, cursor, limit = PAGE_SIZE } = request.query;
      checkAccess(moderator, settings, site);
      const list = JSON.stringify(['approvals', site]);
      const after = cursor === undefined ? undefined : readCursor(context.keys, list, cursor);
      const rows = await readProposals(database, { site, now: context.now(), after }, limit + 1);
      const { shown, nextCursor } = cutPage(context.keys, list, rows, limit, ({ id }) => id);
      return { items: await desk.presentProposals(moderator, shown), nextCursor };
    },
  );

  app.post(
    '/v1/moderation/approvals/:id/approval',
    {
      schema: {
        operationId: 'approveProposal',
        summary: 'Approves what another person has proposed',
        description:
          'It is done at once: the comment is erased, or the reply published. Whoever proposed it cannot approve it, with whatever token.',
        params: ProposalParams,
        response: deskAnswers(
          {
            200: json('The comment that is erased, or the reply.', reference(ModeratedComment)),
          },
          ['second-person', 'conflict', 'held', 'parent'],
        ),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const proposal = await findOwn(moderator, request.params.id);
      (await SecondPerson.of(context, moderator)).check(proposal);
      const comment = await desk.findOwn(moderator, proposal.comment_id);
      const actor = moderator.name;
      const done =
        proposal.kind === 'erasure'
          ? accepted(await eraseApproved(database, proposal, { actor, now: context.now() }))
          : await publishApproved(context, proposal, comment, actor);
      return desk.send(reply, moderator, { ...done, thread_key: comment.thread_key });
    },
  );

  app.delete(
    '/v1/moderation/approvals/:id',
    {
      schema: {
        operationId: 'refuseProposal',
        summary: 'Refuses a proposal, or takes it back',
        description: 'For all who may do what is proposed; so its author may take it back.',
        params: ProposalParams,
        response: deskAnswers({ 204: empty('It has ended; nothing is done.') }),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const { id } = await findOwn(moderator, request.params.id);
      const act = { actor: moderator.name, now: context.now() };
      if (!(await refuseProposal(database, id, act))) throw new ServiceProblem('not-found');
      return reply.code(204).send();
    },
  );
}
