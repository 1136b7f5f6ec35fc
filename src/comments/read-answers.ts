/*
 * Reads what engines answer. A page may bring an engine of its own, and a proxy, a sign-in page or a
 * firewall may respond in place of a service, so what the box relies on is checked first.
 */
import { ProviderError } from './errors.js';
import type {
  Capabilities,
  Challenge,
  CommentPage,
  CommentRecord,
  Receipt,
  ReceiptStatus,
} from './types.js';

type Fields = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/**
 * Reads an object that has these texts. One whose name ends with `?` may be absent.
 *
 * @throws ProviderError `protocol`
 */
export function fields(value: unknown, ...texts: readonly string[]): Fields {
  const found = Object(value) as Fields;
  const isWrong = (text: string): boolean => {
    const name = text.replace('?', '');
    return typeof found[name] !== 'string' && !(name !== text && isNothing(found[name]));
  };
  if (texts.some(isWrong)) throw new ProviderError('protocol', { reason: value });
  return found;
}

/** @throws ProviderError `protocol` */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new ProviderError('protocol', { reason: value });
  return value;
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 ? value : undefined;

const RECORD = ['id', 'kind', 'status', 'body', 'createdAt', 'authorName?', 'lang?', 'parentId?'];

/** Reads the replies inside a comment or a status. Copies it only if something is missing in it. */
function withReplies<Owner extends { readonly replies: readonly CommentRecord[] }>(
  owner: Owner,
  missing: Partial<Owner>,
): Owner {
  const replies = listOf(owner.replies).map(readRecord);
  const isWhole = replies.every((reply, index) => reply === owner.replies[index]);
  return isWhole && !Object.keys(missing).length ? owner : { ...owner, ...missing, replies };
}

/** @throws ProviderError `protocol` */
export function readRecord(value: unknown): CommentRecord {
  const record = fields(value, ...RECORD) as unknown as CommentRecord;
  const replies = isNothing(record.replies) ? [] : record.replies;
  const count = numberOf(record.replyCount) === undefined ? { replyCount: replies.length } : {};
  return record.replies === replies ? withReplies(record, count) : { ...record, ...count, replies };
}

/** @throws ProviderError `protocol` */
export function readPage(value: unknown): CommentPage {
  const { items, nextCursor, total, published } = fields(value, 'nextCursor?');
  return {
    items: listOf(items).map(readRecord),
    nextCursor: (nextCursor as string | null | undefined) ?? null,
    total: numberOf(total),
    published: numberOf(published),
  };
}

/** @throws ProviderError `protocol` */
export const readReceipt = (value: unknown): Receipt =>
  fields(value, 'token?', 'id', 'status', 'createdAt') as unknown as Receipt;

/** @throws ProviderError `protocol` */
export function readReceiptStatus(value: unknown): ReceiptStatus {
  const status = fields(value, 'id', 'status', 'createdAt', 'updatedAt');
  if (!isNothing(status['reason'])) fields(status['reason'], 'code', 'note?');
  return withReplies(status as unknown as ReceiptStatus, {});
}

function readConsent(value: unknown): Capabilities['consent'] {
  if (isNothing(value)) return undefined;
  const consent = fields(value, 'version');
  if (typeof consent['notice'] !== 'object') throw new ProviderError('protocol', { reason: value });
  const texts = ['handler', 'purpose', 'means', 'kinds', 'retention', 'rights'].map(
    (one) => `${one}?`,
  );
  const notices = Object.entries(fields(consent['notice']));
  const notice = Object.fromEntries(notices.map(([lang, text]) => [lang, fields(text, ...texts)]));
  return { ...consent, notice } as unknown as Capabilities['consent'];
}

/** @throws ProviderError `protocol` */
export function readCapabilities(value: unknown): Capabilities {
  const capabilities = fields(value, 'contact', 'identity');
  const limits = fields(capabilities['limits']);
  const { body, authorName, contact } = limits;
  if (![body, authorName, contact].every((limit) => Number(limit) > 0)) {
    throw new ProviderError('protocol', { reason: value });
  }
  return {
    ...(capabilities as unknown as Capabilities),
    limits: {
      ...(limits as unknown as Capabilities['limits']),
      bodyBytes: numberOf(limits['bodyBytes']) || undefined,
    },
    consent: readConsent(capabilities['consent']),
    captcha: listOf(capabilities['captcha']) as Capabilities['captcha'],
    reportReasons: listOf(capabilities['reportReasons']).map(String),
  };
}

/**
 * Reads digits to type.
 *
 * @throws ProviderError `protocol`
 */
export function readCode(value: unknown): Extract<Challenge, { kind: 'code' }> {
  const code = fields(value, 'id', 'image');
  if (!numberOf(code['digits'])) throw new ProviderError('protocol', { reason: value });
  return code as unknown as Extract<Challenge, { kind: 'code' }>;
}

/**
 * Reads a number of comments; 0 if a thread has none yet.
 *
 * @throws ProviderError `protocol`
 */
export function readCount(value: unknown): number {
  const count = numberOf(value ?? 0);
  if (count === undefined) throw new ProviderError('protocol', { reason: value });
  return count;
}
