/* What moderators read: who they are, the queue, one comment, the audit. */
import type { Context } from '../../context.js';
import { PAGE_SIZE, REJECTION_REASONS } from '../../contract/comments.js';
import {
  AuditPage,
  AuditQuery,
  CommentParams,
  ModeratedComment,
  Queue,
  QueueQuery,
} from '../../contract/moderation.js';
import { reference } from '../../contract/reference.js';
import { Session } from '../../contract/staff.js';
import { twoPersonsIn } from '../../moderation/proposals.js';
import { checkAccess, may, sitesOf } from '../../moderation/moderators.js';
import { readAudit } from '../../storage/audit.js';
import { readQueue } from '../../storage/queue.js';
import { threadId } from '../../storage/threads.js';
import { answers, json } from '../answers.js';
import type { App } from '../app.js';
import { cutPage, readCursor } from '../cursors.js';
import { presentEntry } from '../present.js';
import { Desk, deskAnswers } from './desk.js';

export function moderationRoutes(app: App, context: Context): void {
  const { database, settings } = context;
  const desk = new Desk(context);

  app.get(
    '/v1/moderation/session',
    {
      schema: {
        operationId: 'readSession',
        summary: 'Who the token belongs to',
        description:
          'It says also what the role allows, which sites the token is for, until when, and for which reasons comments can be rejected.',
        response: answers({ 200: json('The moderator.', reference(Session)) }, [
          'unauthorized',
          'rate-limited',
        ]),
      },
    },
    (request, reply) => {
      const { moderator } = request;
      const { name, role, permissions, expiresAt, kind } = moderator;
      return reply.send({
        name,
        role,
        permissions: [...permissions],
        sites: sitesOf(moderator, settings),
        twoPersons: twoPersonsIn(settings, sitesOf(moderator, settings)),
        rejectionReasons: [...REJECTION_REASONS],
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
        kind,
      });
    },
  );

  app.get(
    '/v1/moderation/comments',
    {
      schema: {
        operationId: 'readQueue',
        summary: 'Comments in the order in which they were received',
        description: 'Those of one site. Several filters narrow the list together.',
        querystring: QueueQuery,
        response: deskAnswers({ 200: json('One page.', reference(Queue)) }, [
          'validation',
          'cursor',
        ]),
      },
    },
    async (request) => {
      const { moderator } = request;
      const { site, status, reported, q, thread, cursor } = request.query;
      const { sort = 'oldest', limit = PAGE_SIZE } = request.query;
      checkAccess(moderator, settings, site);
      const list = JSON.stringify(['queue', site, status, reported, q, thread, sort]);
      const rows = await readQueue(database, {
        site,
        status,
        reported,
        text: q?.trim(),
        searchContacts: may(moderator, 'contacts'),
        searchHeld: may(moderator, 'hold'),
        threadId: thread === undefined ? undefined : threadId(site, thread),
        sort,
        after: cursor === undefined ? undefined : readCursor(context.keys, list, cursor),
        limit: limit + 1,
      });
      const { shown, nextCursor } = cutPage(context.keys, list, rows, limit, ({ id }) => id);
      await desk.recordReading(moderator, site, shown, { isSearch: Boolean(q?.trim()) });
      return { items: await desk.present(moderator, shown), nextCursor };
    },
  );

  app.get(
    '/v1/moderation/comments/:id',
    {
      schema: {
        operationId: 'readModeratedComment',
        summary: 'One comment, with the tag that a decision needs',
        description: 'Its `ETag` belongs into the `If-Match` of a decision.',
        params: CommentParams,
        response: deskAnswers({ 200: json('The comment.', reference(ModeratedComment)) }),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const comment = await desk.findOwn(moderator, request.params.id);
      await desk.recordReading(moderator, comment.site, [comment]);
      return desk.send(reply, moderator, comment);
    },
  );

  app.get(
    '/v1/moderation/audit',
    {
      schema: {
        operationId: 'readAudit',
        summary: 'Who did what, latest first',
        description:
          'All that happened to the comments of a site, from being received to being erased; also its exports and imports.',
        querystring: AuditQuery,
        response: deskAnswers({ 200: json('One page.', reference(AuditPage)) }, [
          'validation',
          'cursor',
        ]),
      },
    },
    async (request) => {
      const { moderator } = request;
      const { site, commentId, cursor, limit = PAGE_SIZE } = request.query;
      checkAccess(moderator, settings, site);
      const list = JSON.stringify(['audit', site, commentId]);
      const before = cursor === undefined ? undefined : readCursor(context.keys, list, cursor);
      const rows = await readAudit(database, { site, commentId, before }, limit + 1);
      const { shown, nextCursor } = cutPage(context.keys, list, rows, limit, ({ id }) => id);
      return {
        items: shown.map(presentEntry),
        nextCursor,
      };
    },
  );
}
