/* Small public routes: capabilities, counts, reports, health. */
import { Type } from 'typebox';
import { checkThreadKey } from '../../comments/submissions.js';
import { accepted } from '../../comments/refusals.js';
import { checkText } from '../../comments/text.js';
import { type Context, findSite, requestBytesOf } from '../../context.js';
import { Capabilities, CapabilitiesQuery } from '../../contract/capabilities.js';
import {
  Counts,
  CountsRequest,
  Report,
  REPORT_REASONS,
  SiteParams,
} from '../../contract/comments.js';
import { LIMITS } from '../../contract/limits.js';
import { CommentParams } from '../../contract/moderation.js';
import { reference } from '../../contract/reference.js';
import { fieldProblem, ServiceProblem } from '../../contract/service-problem.js';
import { findComment } from '../../storage/decisions.js';
import { countPublished } from '../../storage/lists.js';
import { report } from '../../storage/reports.js';
import { threadId } from '../../storage/threads.js';
import { checkOrigin, isForeign } from '../access.js';
import { answers, empty, json } from '../answers.js';
import type { App } from '../app.js';

/** Version of the contract. It grows when clients can rely on more; a new major version gets a new path. */
export const CONTRACT = '1.2';

export function publicRoutes(app: App, context: Context): void {
  app.get(
    '/v1/capabilities',
    {
      schema: {
        operationId: 'readCapabilities',
        summary: 'What a site takes and asks for',
        description:
          'Ask for them before the form is shown: they hold its limits, the kinds of captcha and the privacy notice. They may be kept for a minute.',
        querystring: CapabilitiesQuery,
        response: answers({ 200: json('The capabilities.', reference(Capabilities)) }, [
          'not-found',
          'validation',
        ]),
      },
    },
    (request, reply) => {
      const names = Object.keys(context.settings.sites);
      const name = request.query.site ?? (names.length === 1 ? names[0] : undefined);
      if (name === undefined) throw fieldProblem('/site', 'required');
      const site = findSite(context, name);
      checkOrigin(context, request, site);
      void reply.header('cache-control', 'public, max-age=60');
      return reply.send({
        contract: CONTRACT,
        site: site.name,
        open: site.open,
        moderation: site.moderation,
        contact: site.contact,
        identity: site.identity ? (site.identity.required ? 'required' : 'optional') : 'off',
        captcha: site.captcha,
        consent: site.consent,
        limits: {
          body: site.bodyLimit,
          bodyBytes: LIMITS.bodyBytes,
          authorName: LIMITS.authorName,
          contact: LIMITS.contact,
          pageSize: LIMITS.pageSize,
          requestBytes: requestBytesOf(context.settings),
        },
        reportReasons: [...REPORT_REASONS],
        threadQuery: true,
      });
    },
  );

  app.post(
    '/v1/sites/:site/counts',
    {
      schema: {
        tags: ['comments'],
        operationId: 'countComments',
        summary: 'How many comments threads have',
        description:
          'Published comments, replies included. A thread that nobody has written to has 0.',
        params: SiteParams,
        body: CountsRequest,
        response: answers({ 200: json('In the order of the request.', reference(Counts)) }, [
          'not-found',
          'too-large',
          'media-type',
          'validation',
        ]),
      },
    },
    async (request) => {
      const site = findSite(context, request.params.site);
      const threads = request.body.threads.map((key) => ({
        thread: key,
        id: threadId(site.name, checkThreadKey(key)),
      }));
      const ids = threads.map(({ id }) => id);
      const found = await context.reading.one((database) => countPublished(database, ids));
      return { counts: threads.map(({ thread, id }) => ({ thread, count: found.get(id) ?? 0 })) };
    },
  );

  app.post(
    '/v1/comments/:id/reports',
    {
      schema: {
        tags: ['comments'],
        operationId: 'reportComment',
        summary: 'Tells the moderators of a comment',
        description:
          'The comment stays published until a moderator decides. A second report by the same reader changes nothing.',
        params: CommentParams,
        body: Report,
        response: answers({ 204: empty('The moderators will see it.') }, [
          'not-found',
          'too-large',
          'media-type',
          'validation',
          'rate-limited',
        ]),
      },
    },
    async (request, reply) => {
      const comment = await findComment(context.database, request.params.id);
      // Says the same about comments that nobody can see, and to pages of other sites: no id is told to exist.
      if (comment?.status !== 'published') throw new ServiceProblem('not-found');
      const site = findSite(context, comment.site);
      if (isForeign(context, request, site.origins)) throw new ServiceProblem('not-found');
      const { reason, note } = request.body;
      const checked = note === undefined ? undefined : checkText(note, LIMITS.note, 'many');
      if (checked && 'problem' in checked && checked.problem !== 'blank') {
        throw fieldProblem('/note', checked.problem, checked.limit);
      }
      const { rateLimits } = context;
      await rateLimits.count(rateLimits.ofAddress(site, 'reports', request.ip));
      const result = await report(context.database, {
        comment_id: comment.id,
        reason,
        note: checked && 'text' in checked ? checked.text : null,
        at: context.now(),
        reporter: rateLimits.pseudonym(`report/${comment.id}`, request.ip),
      });
      accepted(result);
      return reply.code(204).send();
    },
  );

  const Health = (status: string) => Type.Object({ status: Type.Literal(status) });

  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'readHealth',
        summary: 'Whether the process lives',
        description:
          'Asks nothing of the database. For what starts the process anew when it hangs.',
        response: answers({ 200: json('It does.', Health('ok')) }),
      },
    },
    (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'readReadiness',
        summary: 'Whether the database answers',
        description:
          'For what spreads requests over several processes: it leaves out one that answers with a problem.',
        response: answers({ 200: json('It does.', Health('ready')) }),
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      await context.database.selectFrom('thread').select('id').limit(1).execute();
      return { status: 'ready' as const };
    },
  );
}
