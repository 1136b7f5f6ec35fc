/* What moderators do: decide, dismiss reports, reply. */
import { Type } from 'typebox';
import { accepted } from '../../comments/refusals.js';
import { checkText } from '../../comments/text.js';
import type { Context } from '../../context.js';
import { Comment } from '../../contract/comments.js';
import { LIMITS } from '../../contract/limits.js';
import {
  CommentParams,
  Decision,
  ModeratedComment,
  OfficialReply,
} from '../../contract/moderation.js';
import { Proposal } from '../../contract/proposals.js';
import { reference } from '../../contract/reference.js';
import { permissionFor } from '../../moderation/permissions.js';
import { proposeErasure } from '../../moderation/proposals.js';
import { reply as officialReply } from '../../moderation/replies.js';
import { fieldProblem, ServiceProblem } from '../../contract/service-problem.js';
import { decide } from '../../storage/decisions.js';
import { dismissReports } from '../../storage/reports.js';
import { json } from '../answers.js';
import type { App } from '../app.js';
import { Desk, deskAnswers } from './desk.js';
import { presentComment } from '../present.js';

const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'Needed. The ETag of the version that was decided on.' }),
  ),
});

const PROPOSED = json(
  'Nothing is done yet: the site asks for two persons, and it waits for the second one.',
  reference(Proposal),
);

/** Reads the version that If-Match names. A tag of another form matches no version. */
function expectedVersion(header: string | undefined): number {
  if (header === undefined) throw new ServiceProblem('precondition-required');
  const version = /^"(\d+)"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new ServiceProblem('stale');
  return Number(version);
}

export function decisionRoutes(app: App, context: Context): void {
  const { database, settings } = context;
  const desk = new Desk(context);

  app.patch(
    '/v1/moderation/comments/:id',
    {
      schema: {
        operationId: 'decideComment',
        summary: 'Publishes, rejects or erases a comment',
        description:
          'A decision on an older version than the current one is refused, so that nobody overwrites what another moderator decided.',
        params: CommentParams,
        headers: IfMatch,
        body: reference(Decision),
        response: deskAnswers(
          { 200: json('The comment now.', reference(ModeratedComment)), 202: PROPOSED },
          [
            'conflict',
            'held',
            'stale',
            'too-large',
            'media-type',
            'validation',
            'parent',
            'precondition-required',
          ],
        ),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const { status, reasonCode } = request.body;
      const comment = await desk.findOwn(moderator, request.params.id, ({ kind }) =>
        permissionFor(kind, status),
      );
      const version = expectedVersion(request.headers['if-match']);
      if (status === 'rejected' && !reasonCode) throw fieldProblem('/reasonCode', 'required');
      const isRejection = status === 'rejected';
      const note = checkText(request.body.note ?? '', LIMITS.note, 'many');
      if ('problem' in note && note.problem !== 'blank') {
        throw fieldProblem('/note', note.problem, note.limit);
      }
      if (status === 'withdrawn' && settings.sites[comment.site]?.twoPersons.erasing) {
        const act = { actor: moderator.name, version };
        return desk.sendProposal(reply, moderator, await proposeErasure(context, comment, act));
      }
      const result = await decide(database, comment.id, {
        status,
        reasonCode: isRejection ? reasonCode : undefined,
        note: isRejection && 'text' in note ? note.text : undefined,
        version,
        actor: moderator.name,
        now: context.now(),
      });
      const now = accepted(result);
      return desk.send(reply, moderator, { ...comment, ...now });
    },
  );

  app.delete(
    '/v1/moderation/comments/:id/reports',
    {
      schema: {
        operationId: 'dismissReports',
        summary: 'Keeps a comment that was reported, and puts the reports aside',
        description:
          'All reports so far are removed. A later one puts the comment on the list of reported ones again.',
        params: CommentParams,
        headers: IfMatch,
        response: deskAnswers({ 200: json('The comment now.', reference(ModeratedComment)) }, [
          'conflict',
          'stale',
          'precondition-required',
        ]),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const comment = await desk.findOwn(moderator, request.params.id, () => 'decide');
      const result = await dismissReports(database, comment.id, {
        version: expectedVersion(request.headers['if-match']),
        actor: moderator.name,
        now: context.now(),
      });
      const now = accepted(result);
      return desk.send(reply, moderator, { ...comment, ...now });
    },
  );

  app.post(
    '/v1/moderation/comments/:id/replies',
    {
      schema: {
        operationId: 'replyOfficially',
        summary: 'Answers a published comment in the name of the site',
        description: 'Safe to repeat: the same Idempotency-Key with the same text is stored once.',
        params: CommentParams,
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({ description: 'Needed. 16 to 255 visible ASCII characters.' }),
          ),
        }),
        body: OfficialReply,
        response: deskAnswers(
          {
            200: json('It was stored before; `Idempotent-Replayed: true`.', reference(Comment)),
            201: json('The reply, published.', reference(Comment)),
            202: PROPOSED,
          },
          [
            'idempotency-key',
            'in-flight',
            'too-large',
            'media-type',
            'validation',
            'parent',
            'idempotency-key-reused',
          ],
        ),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const comment = await desk.findOwn(moderator, request.params.id, () => 'reply');
      const outcome = await officialReply(context, {
        parent: comment,
        moderator,
        idempotencyKey: request.headers['idempotency-key'],
        ...request.body,
      });
      const { replayed } = outcome;
      if (replayed) void reply.header('idempotent-replayed', 'true');
      if ('proposed' in outcome) return desk.sendProposal(reply, moderator, outcome.proposed);
      return reply.code(replayed ? 200 : 201).send(presentComment(outcome.stored));
    },
  );
}
