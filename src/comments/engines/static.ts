import { CLOSED } from './closed.js';
import { listOf, readRecord } from './http.js';
import { exchange } from './http-service.js';
import { ProviderError } from '../errors.js';
import type {
  Capabilities,
  CommentPage,
  CommentProvider,
  CommentRecord,
  ListRequest,
} from '../types.js';

/** Newest first; RFC 3339 in one zone sorts as text does, but zones may differ. */
const byAge = (one: CommentRecord, other: CommentRecord): number =>
  Date.parse(other.createdAt) - Date.parse(one.createdAt);

/**
 * Published comments from a JSON file `{"comments": [{id, parentId?, kind?, body, lang?, authorName?, createdAt}]}`,
 * for archives and for pages whose comments are closed. Nothing can be posted.
 */
export class StaticCommentProvider implements CommentProvider {
  readonly #url: string;

  /** @param endpoint - address of the file, relative to the page */
  constructor({ endpoint }: { readonly endpoint: string }) {
    this.#url = endpoint;
  }

  capabilities(): Promise<Capabilities> {
    return Promise.resolve(CLOSED);
  }

  /** The file holds one thread, whatever it is called. */
  async list(_thread: string, request: ListRequest): Promise<CommentPage> {
    const { cursor, limit, sort, parentId, signal } = request;
    const all = await this.#read(signal);
    const repliesTo = (id: string): CommentRecord[] =>
      all
        .filter((record) => record.parentId === id)
        .sort((one, other) => byAge(other, one))
        .map((record) => ({ ...record, replyCount: repliesTo(record.id).length }));
    const found = all
      .filter((record) => (record.parentId ?? undefined) === parentId)
      .sort(sort === 'newest' ? byAge : (one, other) => byAge(other, one));
    const start = Number(cursor ?? 0);
    const items = found.slice(start, start + limit).map((record) => {
      const replies = repliesTo(record.id);
      return { ...record, replies, replyCount: replies.length };
    });
    const end = start + limit;
    const nextCursor = end < found.length ? String(end) : null;
    return { items, nextCursor, total: found.length, published: all.length };
  }

  async count(threads: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { length } = await this.#read();
    return new Map(threads.map((thread) => [thread, length]));
  }

  readonly #read = async (signal?: AbortSignal): Promise<CommentRecord[]> => {
    const { status, value } = await exchange(new URL(this.#url, document.baseURI).href, { signal });
    if (status !== 200) throw new ProviderError(status === 404 ? 'not-found' : 'protocol');
    const { comments } = Object(value) as { comments?: unknown };
    return listOf(comments).map((entry) =>
      readRecord({
        parentId: null,
        kind: 'comment',
        status: 'published',
        lang: null,
        authorName: null,
        ...Object(entry),
      }),
    );
  };
}
