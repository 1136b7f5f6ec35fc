/* The two ways in which an address names a thread. */
import type { FastifyRequest } from 'fastify';
import { SiteParams, ThreadParams, ThreadQuery } from '../../contract/comments.js';

/** How the address of a thread begins, and what it holds. */
export interface ThreadAddress {
  path: string;
  /** Ends the names of the operations. */
  suffix: string;
  params: typeof ThreadParams | typeof SiteParams;
  query: Partial<typeof ThreadQuery.properties>;
}

/** In the path; and as a parameter, for proxies that let no `%2F` through in a path. */
export const THREAD_ADDRESSES: readonly ThreadAddress[] = [
  { path: '/v1/sites/:site/threads/:thread', suffix: '', params: ThreadParams, query: {} },
  {
    path: '/v1/sites/:site',
    suffix: 'ByQuery',
    params: SiteParams,
    query: ThreadQuery.properties,
  },
];

/** The key of the thread that a request names. */
export function threadOf(request: FastifyRequest): string {
  const params = request.params as { thread?: string };
  return params.thread ?? (request.query as { thread: string }).thread;
}

/** Writes the address of a thread's comments in the way in which the request has named the thread. */
export function commentsAddress(request: FastifyRequest, site: string, thread: string): string {
  const key = encodeURIComponent(thread);
  const path = `/v1/sites/${encodeURIComponent(site)}`;
  const { thread: inPath } = request.params as { thread?: string };
  return inPath === undefined
    ? `${path}/comments?thread=${key}`
    : `${path}/threads/${key}/comments`;
}
