/* An error says why a request failed. A problem is a place that somebody has to correct. */

/** Kinds of errors between the box and its engine. */
export const PROVIDER_ERROR_KINDS = [
  'offline',
  'timeout',
  'rate-limited',
  'queue-full',
  'already-received',
  'captcha',
  'consent',
  'validation',
  'parent',
  'unauthorized',
  'forbidden',
  'closed',
  'not-found',
  'conflict',
  'key-reused',
  'too-large',
  'server',
  'protocol',
] as const;

/**
 * `offline`: no response. `timeout`: no response in time. `queue-full`: too many comments wait for
 * review. `already-received`: the comment was stored so long ago that its receipt is not given
 * again. `consent`: the privacy notice has changed. `parent`: the comment to reply to is not public. `unauthorized`: the user is not signed
 * in to the host site, or the session has ended. `forbidden`: the engine, or something in front of
 * it, rejects this page. `conflict`: the same draft is being sent. `key-reused`: the key belongs to
 * another comment. `protocol`: the response does not come from the engine.
 */
export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number];

/** A field to correct before the comment can be accepted. */
export interface FieldProblem {
  /** Name of a property of the draft, or `captcha` or `consent`. */
  readonly field: string;
  /** Stable key: `blank`, `too-long`, … */
  readonly key: string;
  /** The limit that was exceeded. */
  readonly limit?: number | undefined;
}

/** Details of an error. */
export interface ProviderErrorDetails {
  /**
   * True if the comment may have been stored anyway. Default: true for `offline`, `timeout`,
   * `conflict`, `server` and `protocol`.
   */
  readonly outcomeUnknown?: boolean | undefined;
  /**
   * True if the engine itself refused the draft: no earlier request stored it. Default: `false`.
   */
  readonly isFinal?: boolean | undefined;
  /** Milliseconds to wait before a retry. */
  readonly retryAfterMs?: number | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  readonly reason?: unknown;
}

const UNANSWERED: readonly ProviderErrorKind[] = [
  'offline',
  'timeout',
  'conflict',
  'server',
  'protocol',
];

/** Longest wait of a timer, in milliseconds. A longer one would end at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

const isFieldProblem = (value: unknown): value is FieldProblem => {
  const { field, key } = Object(value) as Partial<FieldProblem>;
  return typeof field === 'string' && typeof key === 'string';
};

/** The only error with which a provider rejects. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;

  /** True if the comment may have been stored anyway. */
  readonly outcomeUnknown: boolean;

  /** True if the engine itself refused the draft: no earlier request stored it. */
  readonly isFinal: boolean;

  readonly reason: unknown;
  readonly retryAfterMs: number | undefined;
  readonly fields: readonly FieldProblem[];

  constructor(kind: ProviderErrorKind, details: ProviderErrorDetails = {}) {
    super(kind);
    this.name = 'ProviderError';
    this.kind = kind;
    this.reason = details.reason;
    this.isFinal = details.isFinal ?? false;
    this.outcomeUnknown = details.outcomeUnknown ?? UNANSWERED.includes(kind);
    const { retryAfterMs = -1, fields } = details;
    this.retryAfterMs = retryAfterMs >= 0 ? Math.min(retryAfterMs, LONGEST_WAIT) : undefined;
    this.fields = Array.isArray(fields) ? fields.filter(isFieldProblem) : [];
  }
}

/**
 * Wraps whatever a provider threw, because providers of a page may throw anything. Errors are
 * recognised by name, because each script file of the library has its own class `ProviderError`.
 */
export function asProviderError(thrown: unknown): ProviderError {
  try {
    if (thrown instanceof ProviderError) return thrown;
    const { name, kind, ...details } = thrown as ProviderError;
    if (name === 'ProviderError' && PROVIDER_ERROR_KINDS.includes(kind)) {
      return new ProviderError(kind, details);
    }
  } catch {
    // Even a reason can be something that cannot be read.
  }
  return new ProviderError('protocol', { reason: thrown });
}
