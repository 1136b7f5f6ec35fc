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

  async count(
    threads: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, number>> {
    const path = `${this.#site()}/counts`;
    const answer = await this.#ask(path, { method: 'POST', body: { threads }, signal });
    const counts = listOf((Object(answer) as { counts?: unknown }).counts);
    return new Map(
      (counts as readonly { thread: string; count: number }[]).map(({ thread, count }) => [
        thread,
        count,
      ]),
    );
  }

  async report(id: string, reason: string, signal?: AbortSignal): Promise<void> {
    const path = `v1/comments/${encodeURIComponent(id)}/reports`;
    await this.#ask(path, { method: 'POST', body: { reason }, signal });
  }

  readonly #ask = (path: string, options: RequestOptions): Promise<unknown> =>
    askService(this.#service, path, options);

  readonly #site = (): string => `v1/sites/${encodeURIComponent(this.#service.site)}`;

  readonly #commentsOf = (thread: string): string =>
    `${this.#site()}/threads/${encodeURIComponent(thread)}/comments`;
}

const receiptPath = (token: string): string => `v1/receipts/${encodeURIComponent(token)}`;
