import { ProviderError } from '../errors.js';
import type { Capabilities, CommentPage, CommentRecord, Receipt, ReceiptStatus } from '../types.js';

/*
 * Answers of the service as records. A proxy, a sign-in page or a firewall may answer in the place of the service,
 * so what the box relies on is looked at first.
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

export function readRecord(value: unknown): CommentRecord {
  const record = fields(value, 'id', 'kind', 'status', 'body', 'createdAt');
  return {
    ...(record as unknown as CommentRecord),
    replies: listOf(record['officialReplies'] ?? []).map(readRecord),
  };
}

export function readPage(value: unknown): CommentPage {
  const page = fields(value);
  const { nextCursor, total, published } = page as Partial<CommentPage> & { published?: number };
  return {
    items: listOf(page['items']).map(readRecord),
    nextCursor: nextCursor ?? null,
    total,
    published,
  };
}

export const readReceipt = (value: unknown): Receipt =>
  fields(value, 'token', 'id', 'status', 'createdAt') as unknown as Receipt;

export function readReceiptStatus(value: unknown): ReceiptStatus {
  const status = fields(value, 'id', 'status', 'createdAt', 'updatedAt');
  return {
    ...(status as unknown as ReceiptStatus),
    replies: listOf(status['replies']).map(readRecord),
  };
}

export function readCapabilities(value: unknown): Capabilities {
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
