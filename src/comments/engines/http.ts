import type { RequestOptions } from '../../request.js';
import { ProviderError } from '../errors.js';
import { askService, type ServiceAddress } from './http-service.js';
import type {
  Capabilities,
  CommentDraft,
  CommentPage,
  CommentProvider,
  CommentRecord,
  ListRequest,
  Receipt,
  ReceiptStatus,
  SubmitOptions,
} from '../types.js';

/*
 * Reads responses of the service as records. A proxy, a sign-in page or a firewall may respond in
 * place of the service, so the members that the box relies on are checked first.
 */

type Fields = Readonly<Record<string, unknown>>;

/** @throws ProviderError `protocol` */
function fields(value: unknown, ...texts: readonly string[]): Fields {
  const found = Object(value) as Fields;
  if (texts.some((name) => typeof found[name] !== 'string')) {
    throw new ProviderError('protocol', { reason: value });
  }
  return found;
}

/** @throws ProviderError `protocol` */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new ProviderError('protocol', { reason: value });
  return value;
}

/** @throws ProviderError `protocol` */
export function readRecord(value: unknown): CommentRecord {
  const record = fields(value, 'id', 'kind', 'status', 'body', 'createdAt');
  return {
    ...(record as unknown as CommentRecord),
    replies: listOf(record['officialReplies'] ?? []).map(readRecord),
  };
}

function readPage(value: unknown): CommentPage {
  const page = fields(value);
  const { nextCursor, total, published } = page as Partial<CommentPage> & { published?: number };
  return {
    items: listOf(page['items']).map(readRecord),
    nextCursor: nextCursor ?? null,
    total,
    published,
  };
}

const readReceipt = (value: unknown): Receipt =>
  fields(value, 'token', 'id', 'status', 'createdAt') as unknown as Receipt;

function readReceiptStatus(value: unknown): ReceiptStatus {
  const status = fields(value, 'id', 'status', 'createdAt', 'updatedAt');
  return {
    ...(status as unknown as ReceiptStatus),
    replies: listOf(status['replies']).map(readRecord),
  };
}

function readCapabilities(value: unknown): Capabilities {
  const capabilities = fields(value, 'contact', 'identity');
  const { body, authorName, contact } = fields(capabilities['limits']);
  if (![body, authorName, contact].every((limit) => Number(limit) > 0)) {
    throw new ProviderError('protocol', { reason: value });
  }
  const { notice } = fields(capabilities['consent'], 'version');
  if (typeof notice !== 'object') throw new ProviderError('protocol', { reason: value });
  listOf(capabilities['captcha']);
  listOf(capabilities['reportReasons']);
  return capabilities as unknown as Capabilities;
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
