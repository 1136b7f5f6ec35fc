/* The list of comments. */
import { Type } from 'typebox';
import { checkThreadKey } from '../../comments/submissions.js';
import { hash } from '../../configuration/keys.js';
import { type Context, findSite, type Site } from '../../context.js';
import { CommentPage, ListQuery, PAGE_SIZE } from '../../contract/comments.js';
import { LIMITS } from '../../contract/limits.js';
import { reference } from '../../contract/reference.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import type { Database } from '../../storage/database.js';
import {
  countReplies,
  measureOfficialReplies,
  readOfficialRepliesOfPage,
  readPage,
} from '../../storage/lists.js';
import type { ThreadTable } from '../../storage/tables.js';
import { findThread, threadId } from '../../storage/threads.js';
import { answers, empty, json } from '../answers.js';
import type { App } from '../app.js';
import { countFitting, cutPage, readCursor } from '../cursors.js';
import { presentListed } from '../present.js';
import { RecentAnswers } from '../recent-answers.js';
import { isKnown } from '../tags.js';
import { type ThreadAddress, THREAD_ADDRESSES, threadOf } from './thread-address.js';

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

export function listRoutes(app: App, context: Context): void {
  // Keeps pages by their tag. The tag has the revision of the thread, which every request reads; so an old page is
  // never found, whichever process changed the thread.
  const pages = new RecentAnswers(PAGES);
  for (const address of THREAD_ADDRESSES) listAt(address, app, context, pages);
}

function listAt(
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
}
