import { CLOSED } from './closed.js';
import { listOf, readRecord } from '../read-answers.js';
import { exchange } from './http-service.js';
import { ProviderError } from '../errors.js';
import type {
  Capabilities,
  CommentPage,
  CommentProvider,
  CommentRecord,
  ListRequest,
} from '../types.js';

/** Sorts newest first. Times in different zones (RFC 3339) do not sort as text. */
const byAge = (one: CommentRecord, other: CommentRecord): number =>
  new Date(other.createdAt).getTime() - new Date(one.createdAt).getTime();

interface FileAddress {
  /** Address of the file, relative to the page. */
  readonly endpoint: string;
}

/**
 * Published comments from a JSON file
 * `{"comments": [{id, parentId?, kind?, body, lang?, authorName?, createdAt}]}`, for archives and
 * for pages with closed comments. Nothing can be posted.
 */
export class StaticCommentProvider implements CommentProvider {
  readonly #file: FileAddress;

  /** @param file - address of the comments */
  constructor(file: FileAddress) {
    this.#file = file;
  }

  capabilities(): Promise<Capabilities> {
    return Promise.resolve(CLOSED);
  }

  /** Ignores the thread name, because the file contains a single thread. */
  async list(_thread: string, request: ListRequest): Promise<CommentPage> {
    const { cursor, limit, sort, parentId, signal } = request;
    const all = await readFile(this.#file, signal);
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

  count(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
    return countInFile(this.#file, threads, signal);
  }
}

async function readFile(
  { endpoint }: FileAddress,
  signal: AbortSignal | undefined,
): Promise<CommentRecord[]> {
  const { status, value } = await exchange(new URL(endpoint, document.baseURI).href, { signal });
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
}

/** Counts comments in a file. A separate function, for pages that show only numbers. */
export async function countInFile(
  file: FileAddress,
  threads: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const { length } = await readFile(file, signal);
  return new Map(threads.map((thread) => [thread, length]));
}
