import type { RequestOptions } from '../../request.js';
import { ProviderError } from '../errors.js';
import {
  listOf,
  readCapabilities,
  readPage,
  readReceipt,
  readReceiptStatus,
} from '../read-answers.js';
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

/** Takes the official replies, with which the service lists a comment, for its replies. */
const commentOf = (value: unknown): object => {
  const { officialReplies = [], ...comment } = Object(value) as { officialReplies?: unknown };
  return { ...comment, replies: listOf(officialReplies).map(commentOf) };
};

function pageOf(value: unknown): CommentPage {
  const { items } = Object(value) as { items?: unknown };
  return readPage({ ...Object(value), items: listOf(items).map(commentOf) });
}

function receiptOf(value: unknown): Receipt {
  const receipt = readReceipt(value);
  if (!receipt.token) throw new ProviderError('protocol', { reason: value });
  return receipt;
}

function statusOf(value: unknown): ReceiptStatus {
  const { replies } = Object(value) as { replies?: unknown };
  return readReceiptStatus({ ...Object(value), replies: listOf(replies).map(commentOf) });
}

function capabilitiesOf(value: unknown): Capabilities {
  const capabilities = readCapabilities(value);
  if (!capabilities.consent) throw new ProviderError('protocol', { reason: value });
  return capabilities;
}

/**
 * Comments in a service that follows the published contract (`openapi.yaml`), such as
 * `customs-comment-server`.
 */
export class HttpCommentProvider implements CommentProvider {
  readonly #service: ServiceAddress;

  constructor(service: ServiceAddress) {
    this.#service = service;
  }

  async capabilities(signal?: AbortSignal): Promise<Capabilities> {
    const query = new URLSearchParams({ site: this.#service.site });
    return capabilitiesOf(await this.#ask(`v1/capabilities?${query}`, { signal }));
  }

  async list(thread: string, request: ListRequest): Promise<CommentPage> {
    const { cursor, limit, sort, parentId, signal } = request;
    const query = new URLSearchParams({ limit: String(limit), sort });
    if (cursor) query.set('cursor', cursor);
    if (parentId) query.set('parentId', parentId);
    return pageOf(await this.#ask(`${this.#commentsOf(thread)}?${query}`, { signal }));
  }

  async submit(thread: string, draft: CommentDraft, options: SubmitOptions): Promise<Receipt> {
    const { idempotencyKey, captcha, identity, signal } = options;
    return receiptOf(
      await this.#ask(this.#commentsOf(thread), {
        method: 'POST',
        headers: { 'Idempotency-Key': idempotencyKey },
        body: { ...draft, captcha, identity },
        signal,
      }),
    );
  }

  async status(token: string, signal?: AbortSignal): Promise<ReceiptStatus> {
    return statusOf(await this.#ask(receiptPath(token), { signal }));
  }

  async withdraw(token: string, signal?: AbortSignal): Promise<void> {
    statusOf(await this.#ask(receiptPath(token), { method: 'DELETE', signal }));
  }

  count(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
    return countByService(this.#service, threads, signal);
  }

  async report(id: string, reason: string, signal?: AbortSignal): Promise<void> {
    const path = `v1/comments/${encodeURIComponent(id)}/reports`;
    const answer = await this.#ask(path, { method: 'POST', body: { reason }, signal });
    // The service says nothing more. What says more is a gateway in front of it.
    if (answer !== undefined) throw new ProviderError('protocol', { reason: answer });
  }

  #ask(path: string, options: RequestOptions): Promise<unknown> {
    return askService(this.#service, path, options);
  }

  #commentsOf(thread: string): string {
    return `${sitePath(this.#service)}/threads/${encodeURIComponent(thread)}/comments`;
  }
}

/** Counts comments in a service. A separate function, for pages that show only numbers. */
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
