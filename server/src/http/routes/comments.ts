/* The list of comments, and the way to add one. */
import { Type } from 'typebox';
import { checkThreadKey, submit } from '../../comments/submissions.js';
import { type Context, findSite, type Site } from '../../context.js';
import {
  CommentPage,
  Draft,
  FormFields,
  ListQuery,
  PAGE_SIZE,
  Receipt,
} from '../../contract/comments.js';
import { LIMITS } from '../../contract/limits.js';
import { reference } from '../../contract/reference.js';
import { hash } from '../../configuration/keys.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import {
  countReplies,
  measureOfficialReplies,
  readOfficialRepliesOfPage,
  readPage,
} from '../../storage/lists.js';
import type { Database } from '../../storage/database.js';
import type { ThreadTable } from '../../storage/tables.js';
import { findThread, threadId } from '../../storage/threads.js';
import { answers, empty, json, media } from '../answers.js';
import type { App } from '../app.js';
import { countFitting, cutPage, readCursor } from '../cursors.js';
import { isForm } from '../bodies.js';
import { answerFormProblem, draftOf, redirectToReceipt, sendForm } from './form.js';
import { type ThreadAddress, THREAD_ADDRESSES, threadOf } from './thread-address.js';
import { presentListed, presentReceipt } from '../present.js';
import { sendProblem } from '../problems.js';
import { isKnown } from '../tags.js';
import { RecentAnswers } from '../recent-answers.js';

/** Bytes of pages that are kept: more than a thousand pages of usual comments. */
const PAGES = 32 * 1024 * 1024;

interface ListRequest {
  site: Site;
  threadKey: string;
  parentId: string;
  sort: 'newest' | 'oldest';
  limit: number;
  cursor: string | undefined;
}

/**
 * What caches may do with a list. They ask again after ten seconds, and may show an old page for ten minutes while the
 * service is down: long enough for a restart, and no longer, for a comment on it may be erased.
 */
const CACHING = 'public, max-age=10, stale-if-error=600';

/** Reads the page, and a tag that changes with everything that the page shows. */
async function list(context: Context, request: ListRequest) {
  const { site, parentId, sort, limit, cursor } = request;
  const id = threadId(site.name, checkThreadKey(request.threadKey));
  const name = `${id}/${parentId}/${sort}`;
  const after = cursor === undefined ? undefined : Number(readCursor(context.keys, name, cursor));
  const suffix = hash(name, String(limit), cursor ?? '').slice(0, 16);
  const tagOf = (thread?: ThreadTable) => `"${thread?.revision ?? 0}-${suffix}"`;
  const find = (database: Database) => findThread(database, id);
  const readPageOf = async (database: Database, thread?: ThreadTable) => {
    if (!thread) return { items: [], nextCursor: null, total: 0, published: 0 };
    const total = parentId ? await countReplies(database, id, parentId) : thread.listed;
    if (total === undefined) return undefined;
    const rows = await readPage(database, {
      threadId: id,
      parentId,
      sort,
      after,
      limit: limit + 1,
      bytes: LIMITS.pageBytes,
    });
    const { officialReplies, pageBytes } = LIMITS;
    const replyBytes = await measureOfficialReplies(database, id, rows, officialReplies);
    const bytes = rows.map((row) => Buffer.byteLength(row.body) + (replyBytes.get(row.id) ?? 0));
    const most = Math.min(limit, countFitting(bytes, pageBytes));
    const { shown, nextCursor } = cutPage(context.keys, name, rows, most, ({ position }) =>
      String(position),
    );
    const replies = await readOfficialRepliesOfPage(database, id, shown, officialReplies);
    const items = shown.map((row) => presentListed(row, replies.get(row.id)));
    return { items, nextCursor, total, published: thread.published };
  };
  const known = await context.reading.one(find);
  const read = async (): Promise<{ tag: string; page: CommentPage }> => {
    const found = await context.reading.together(async (database) => {
      // Reads the thread first: a page newer than its tag is merely asked for once more. One of a standby is read
      // again, for another standby may answer now.
      const thread = context.settings.databaseReadUrl ? await find(database) : known;
      const page = await readPageOf(database, thread);
      return page && { tag: tagOf(thread), page };
    });
    if (!found) throw new ServiceProblem('parent');
    return found;
  };
  return { tag: tagOf(known), read };
}

/** Refuses an address that has long passed its limit, before its request is read. */
function refuseUnread(context: Context, site: string, address: string): void {
  const { rateLimits } = context;
  rateLimits.refuseUnread(rateLimits.ofAddress(findSite(context, site), 'comments', address), 0);
}

export function commentRoutes(app: App, context: Context): void {
  // Keeps pages by their tag. The tag has the revision of the thread, which every request reads; so an old page is
  // never found, whichever process changed the thread.
  const pages = new RecentAnswers(PAGES);
  for (const address of THREAD_ADDRESSES) routesAt(address, app, context, pages);
}

function routesAt(
  { path, suffix, params, query }: ThreadAddress,
  app: App,
  context: Context,
  pages: RecentAnswers,
): void {
  app.get(
    `${path}/comments`,
    {
      schema: {
        operationId: `listComments${suffix}`,
        summary: 'One page of the published comments',
        description: `Each comes with its official replies, so that a page needs no other request. A page ends before its \`limit\` where its texts would have more than ${LIMITS.pageBytes} bytes together; one comment it always has. \`nextCursor\` goes on from there.`,
        params,
        querystring: Type.Object({ ...ListQuery.properties, ...query }),
        response: answers(
          {
            200: json('The page.', reference(CommentPage)),
            304: empty('The page with the tag of If-None-Match is still right.'),
          },
          ['not-found', 'validation', 'cursor', 'parent'],
        ),
      },
    },
    async (request, reply) => {
      const { parentId, sort, limit, cursor } = request.query;
      const { tag, read } = await list(context, {
        site: findSite(context, request.params.site),
        threadKey: threadOf(request),
        parentId: parentId ?? '',
        sort: sort === 'oldest' ? 'oldest' : 'newest',
        limit: limit ?? PAGE_SIZE,
        cursor,
      });
      const caching = { etag: tag, 'cache-control': CACHING };
      if (isKnown(request.headers['if-none-match'], tag)) {
        return reply.code(304).headers(caching).send();
      }
      let page = pages.get(tag);
      if (page === undefined) {
        const found = await read();
        page = Buffer.from(JSON.stringify(found.page));
        caching.etag = found.tag;
        pages.set(found.tag, page);
      }
      return reply.headers(caching).type('application/json; charset=utf-8').send(page);
    },
  );

  app.post(
    `${path}/comments`,
    {
      schema: {
        operationId: `createComment${suffix}`,
        summary: 'Adds a comment',
        description:
          'Safe to repeat: the same Idempotency-Key with the same draft is stored once and answered with the same receipt. Only the proof of the captcha, the time of consent and the contact may differ between repetitions, for a page need not keep them; the contact that came first stays. 24 hours after the comment was received, the receipt is not given again: the answer is the problem `already-received`, and nothing needs to be sent any more.',
        params,
        querystring: Type.Object(query),
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({
              description:
                'Needed. 16 to 255 visible ASCII characters drawn at random, one key for one draft. Refused with fewer than 5 different characters, or when it is one pattern again and again.',
            }),
          ),
        }),
        body: {
          content: {
            'application/json': { schema: reference(Draft) },
            'application/x-www-form-urlencoded': { schema: reference(FormFields) },
          },
        },
        response: answers(
          {
            200: {
              description:
                'It was stored before; `Idempotent-Replayed: true`. For a form with `refresh`, the form again.',
              content: {
                ...json('', reference(Receipt)).content,
                ...media('', 'text/html').content,
              },
            },
            201: json('It is published.', reference(Receipt)),
            202: json('It waits for review.', reference(Receipt)),
            303: empty('To the page of the receipt, for a form.'),
          },
          [
            'idempotency-key',
            'closed',
            'identity',
            'not-found',
            'in-flight',
            'already-received',
            'too-large',
            'media-type',
            'validation',
            'idempotency-key-reused',
            'captcha',
            'parent',
            'consent',
            'rate-limited',
            'queue-full',
          ],
          true,
        ),
      },
      // A form is read all the same: its answer shows what was typed.
      onRequest: (request, _reply, done) => {
        if (!isForm(request)) refuseUnread(context, request.params.site, request.ip);
        done();
      },
      errorHandler: (error, request, reply) => {
        const answer = isForm(request)
          ? answerFormProblem(context, request, reply, error)
          : Promise.reject(error);
        answer.catch((reason: unknown) => void sendProblem(request, reply, reason));
      },
    },
    async (request, reply) => {
      const fields = isForm(request) ? (request.body as FormFields) : undefined;
      if (fields?.refresh) return sendForm(context, request, reply);
      const outcome = await submit(context, {
        site: findSite(context, request.params.site),
        threadKey: threadOf(request),
        idempotencyKey: fields ? fields.idempotencyKey : request.headers['idempotency-key'],
        draft: fields ? draftOf(fields) : (request.body as Draft),
        address: request.ip,
      });
      void reply.header('cache-control', 'no-store');
      if (fields) return redirectToReceipt(context, request, reply, outcome);
      if (outcome.replayed) void reply.header('idempotent-replayed', 'true');
      const created = outcome.comment.status === 'published' ? 201 : 202;
      return reply.code(outcome.replayed ? 200 : created).send(presentReceipt(outcome));
    },
  );
}
