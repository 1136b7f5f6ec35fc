/* Moderators' routes: the queue, decisions, official replies, the audit. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Comment, LIMITS, REJECTION_REASONS } from '../contract/comments.js';
import {
  AuditPage,
  AuditQuery,
  CommentParams,
  Decision,
  ModeratedComment,
  OfficialReply,
  Queue,
  QueueQuery,
  Session,
} from '../contract/moderation.js';
import { reference } from '../contract/reference.js';
import type { ModeratorSettings } from '../configuration/settings.js';
import type { Context } from '../context.js';
import { readCursor, writeCursor } from '../cursors.js';
import { checkAccess, findModerator, sitesOf } from '../moderation/moderators.js';
import { reply as officialReply } from '../moderation/replies.js';
import { fieldProblem, ServiceProblem } from '../problems.js';
import { readAudit } from '../storage/audit.js';
import { decide } from '../storage/decisions.js';
import { findQueued, type QueuedComment, readQueue, readReports } from '../storage/queue.js';
import { threadId } from '../storage/threads.js';
import { checkText } from '../text.js';
import { answers, json } from './answers.js';
import type { App } from './app.js';
import { presentComment, presentModerated } from './present.js';

const PAGE_SIZE = 20;

/** What the documents say of every route here. */
const GUARDED = { security: [{ bearer: [] }], tags: ['moderation'] };

const tagOf = (version: number): string => `"${version}"`;

export function moderationRoutes(app: App, context: Context): void {
  const { database, settings } = context;
  const moderatorOf = (request: FastifyRequest) =>
    findModerator(settings, request.headers.authorization);

  /** A comment of a site that is the moderator's; others are as good as absent. */
  async function findOwn(moderator: ModeratorSettings, id: string) {
    const comment = await findQueued(database, id);
    if (!comment) throw new ServiceProblem('not-found');
    checkAccess(moderator, settings, comment.site);
    return comment;
  }

  async function present(comments: readonly QueuedComment[], isAdministrator: boolean) {
    const reports = await readReports(database, comments);
    return comments.map((comment) =>
      presentModerated(comment, reports.get(comment.id) ?? [], isAdministrator),
    );
  }

  app.get(
    '/v1/moderation/session',
    {
      schema: {
        ...GUARDED,
        operationId: 'readSession',
        summary: 'Who the token belongs to',
        response: answers({ 200: json('The moderator.', reference(Session)) }, [
          'unauthorized',
          'origin',
        ]),
      },
    },
    (request, reply) => {
      const moderator = moderatorOf(request);
      const { name, role } = moderator;
      return reply.send({
        name,
        role,
        sites: sitesOf(moderator, settings),
        rejectionReasons: [...REJECTION_REASONS],
      });
    },
  );

  app.get(
    '/v1/moderation/comments',
    {
      schema: {
        ...GUARDED,
        operationId: 'readQueue',
        summary: 'Comments in the order in which they were received',
        querystring: QueueQuery,
        response: answers({ 200: json('One page.', reference(Queue)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
          'validation',
          'cursor',
        ]),
      },
    },
    async (request) => {
      const moderator = moderatorOf(request);
      const { site, status, reported, q, thread, cursor } = request.query;
      const { sort = 'oldest', limit = PAGE_SIZE } = request.query;
      checkAccess(moderator, settings, site);
      const list = JSON.stringify(['queue', site, status, reported, q, thread, sort]);
      const rows = await readQueue(database, {
        site,
        status,
        reported,
        text: q?.trim(),
        searchContacts: moderator.role === 'administrator',
        threadId: thread === undefined ? undefined : threadId(site, thread),
        sort,
        after: cursor === undefined ? undefined : readCursor(context.keys, list, cursor),
        limit: limit + 1,
      });
      const shown = rows.slice(0, limit);
      return {
        items: await present(shown, moderator.role === 'administrator'),
        nextCursor: rows.length > limit ? writeCursor(context.keys, list, shown.at(-1)!.id) : null,
      };
    },
  );

  app.get(
    '/v1/moderation/comments/:id',
    {
      schema: {
        ...GUARDED,
        operationId: 'readModeratedComment',
        summary: 'One comment, with the tag that a decision needs',
        params: CommentParams,
        response: answers({ 200: json('The comment.', reference(ModeratedComment)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
        ]),
      },
    },
    async (request, reply) => {
      const moderator = moderatorOf(request);
      const comment = await findOwn(moderator, request.params.id);
      const [shown] = await present([comment], moderator.role === 'administrator');
      return reply.header('etag', tagOf(comment.version)).send(shown!);
    },
  );

  app.patch(
    '/v1/moderation/comments/:id',
    {
      schema: {
        ...GUARDED,
        operationId: 'decideComment',
        summary: 'Publishes, rejects or erases a comment',
        params: CommentParams,
        headers: Type.Object({
          'if-match': Type.Optional(
            Type.String({ description: 'Needed. The ETag of the version that was decided on.' }),
          ),
        }),
        body: reference(Decision),
        response: answers({ 200: json('The comment now.', reference(ModeratedComment)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
          'conflict',
          'stale',
          'too-large',
          'media-type',
          'validation',
          'precondition-required',
        ]),
      },
    },
    async (request, reply) => {
      const moderator = moderatorOf(request);
      const comment = await findOwn(moderator, request.params.id);
      const expected = request.headers['if-match'];
      if (expected === undefined) throw new ServiceProblem('precondition-required');
      const version = /^"(\d+)"$/.exec(expected.trim())?.[1];
      if (version === undefined) throw new ServiceProblem('stale');
      const { status, reasonCode } = request.body;
      if (status === 'rejected' && !reasonCode) throw fieldProblem('/reasonCode', 'required');
      const isRejection = status === 'rejected';
      const note = checkText(request.body.note ?? '', LIMITS.note, 'many');
      if ('problem' in note && note.problem !== 'blank') {
        throw fieldProblem('/note', note.problem, note.limit);
      }
      await decide(database, comment.id, {
        status,
        reasonCode: isRejection ? reasonCode : undefined,
        note: isRejection && 'text' in note ? note.text : undefined,
        version: Number(version),
        actor: moderator.name,
        now: context.now(),
      });
      const now = (await findQueued(database, comment.id))!;
      const [shown] = await present([now], moderator.role === 'administrator');
      return reply.header('etag', tagOf(now.version)).send(shown!);
    },
  );

  app.post(
    '/v1/moderation/comments/:id/replies',
    {
      schema: {
        ...GUARDED,
        operationId: 'replyOfficially',
        summary: 'Answers a published comment in the name of the site',
        params: CommentParams,
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({ description: 'Needed. 16 to 255 visible ASCII characters.' }),
          ),
        }),
        body: OfficialReply,
        response: answers(
          {
            200: json('It was stored before; `Idempotent-Replayed: true`.', reference(Comment)),
            201: json('The reply, published.', reference(Comment)),
          },
          [
            'idempotency-key',
            'unauthorized',
            'forbidden',
            'not-found',
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
      const moderator = moderatorOf(request);
      const comment = await findOwn(moderator, request.params.id);
      const { stored, replayed } = await officialReply(context, {
        parent: comment,
        moderator,
        idempotencyKey: request.headers['idempotency-key'],
        ...request.body,
      });
      if (replayed) void reply.header('idempotent-replayed', 'true');
      return reply.code(replayed ? 200 : 201).send(presentComment(stored));
    },
  );

  app.get(
    '/v1/moderation/audit',
    {
      schema: {
        ...GUARDED,
        operationId: 'readAudit',
        summary: 'Who did what, latest first',
        querystring: AuditQuery,
        response: answers({ 200: json('One page.', reference(AuditPage)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
          'validation',
          'cursor',
        ]),
      },
    },
    async (request) => {
      const moderator = moderatorOf(request);
      const { site, commentId, cursor, limit = PAGE_SIZE } = request.query;
      checkAccess(moderator, settings, site);
      const list = JSON.stringify(['audit', site, commentId]);
      const before = cursor === undefined ? undefined : readCursor(context.keys, list, cursor);
      const rows = await readAudit(database, { site, commentId, before }, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        items: shown.map((row) => ({
          id: row.id,
          at: new Date(row.at).toISOString(),
          actor: row.actor,
          action: row.action,
          commentId: row.comment_id,
          reasonCode: row.reason_code,
        })),
        nextCursor: rows.length > limit ? writeCursor(context.keys, list, shown.at(-1)!.id) : null,
      };
    },
  );
}
