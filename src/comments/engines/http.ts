import type { RequestOptions } from '../../request.js';
import {
  listOf,
  readCapabilities,
  readPage,
  readReceipt,
  readReceiptStatus,
} from './http-records.js';
import { askService, type ServiceAddress } from './http-service.js';
import type {
  Capabilities,
  CommentDraft,
  CommentPage,
  CommentProvider,
  ListRequest,
  Receipt,
  ReceiptStatus,
  SubmitOptions,
} from '../types.js';

/** Comments kept by a service of the published contract (`openapi.yaml`), such as `customs-comment-server`. */
export class HttpCommentProvider implements CommentProvider {
  readonly #service: ServiceAddress;

  constructor(service: ServiceAddress) {
    this.#service = service;
  }

  async capabilities(signal?: AbortSignal): Promise<Capabilities> {
    const query = new URLSearchParams({ site: this.#service.site });
    return readCapabilities(await this.#ask(`v1/capabilities?${query}`, { signal }));
  }

  async list(thread: string, request: ListRequest): Promise<CommentPage> {
    const { cursor, limit, sort, parentId, signal } = request;
    const query = new URLSearchParams({ limit: String(limit), sort });
    if (cursor) query.set('cursor', cursor);
    if (parentId) query.set('parentId', parentId);
    return readPage(await this.#ask(`${this.#commentsOf(thread)}?${query}`, { signal }));
  }

  async submit(thread: string, draft: CommentDraft, options: SubmitOptions): Promise<Receipt> {
    const { idempotencyKey, captcha, identity, signal } = options;
    return readReceipt(
      await this.#ask(this.#commentsOf(thread), {
        method: 'POST',
        headers: { 'Idempotency-Key': idempotencyKey },
        body: { ...draft, captcha, identity },
        signal,
      }),
    );
  }

  async status(token: string, signal?: AbortSignal): Promise<ReceiptStatus> {
    return readReceiptStatus(await this.#ask(receiptPath(token), { signal }));
  }

  async withdraw(token: string, signal?: AbortSignal): Promise<void> {
    await this.#ask(receiptPath(token), { method: 'DELETE', signal });
  }

  count(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
    return countByService(this.#service, threads, signal);
  }

  async report(id: string, reason: string, signal?: AbortSignal): Promise<void> {
    const path = `v1/comments/${encodeURIComponent(id)}/reports`;
    await this.#ask(path, { method: 'POST', body: { reason }, signal });
  }

  readonly #ask = (path: string, options: RequestOptions): Promise<unknown> =>
    askService(this.#service, path, options);

  readonly #commentsOf = (thread: string): string =>
    `${sitePath(this.#service)}/threads/${encodeURIComponent(thread)}/comments`;
}

/** Counts the comments of threads that a service keeps; apart, for pages that show numbers alone. */
export async function countByService(
  service: ServiceAddress,
  threads: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const path = `${sitePath(service)}/counts`;
  const answer = await askService(service, path, { method: 'POST', body: { threads }, signal });
  const counts = listOf((Object(answer) as { counts?: unknown }).counts);
  return new Map(
    (counts as readonly { thread: string; count: number }[]).map(({ thread, count }) => [
      thread,
      count,
    ]),
  );
}

const sitePath = ({ site }: ServiceAddress): string => `v1/sites/${encodeURIComponent(site)}`;

const receiptPath = (token: string): string => `v1/receipts/${encodeURIComponent(token)}`;
