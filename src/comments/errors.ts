/* An error says why an answer did not come. A problem is a place that somebody has to correct. */

/** What can go wrong between the box and its engine. */
export const PROVIDER_ERROR_KINDS = [
  'offline',
  'timeout',
  'rate-limited',
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
 * `offline`: no answer came. `timeout`: none came in time. `consent`: the privacy notice has changed.
 * `parent`: the comment to reply to is not public. `unauthorized`: the host's sign-in is missing or over.
 * `forbidden`: the engine, or something in front of it, does not serve this page.
 * `conflict`: the same draft is being sent. `key-reused`: the key belongs to another comment. `protocol`: the
 * answer is none of the engine's.
 */
export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number];

/** A field that has to be corrected before the comment can be taken. */
export interface FieldProblem {
  /** Name of a property of the draft, or `captcha` or `consent`. */
  readonly field: string;
  /** Stable key: `blank`, `too-long`, … */
  readonly key: string;
  /** The limit that was passed. */
  readonly limit?: number | undefined;
}

/** More about an error. */
export interface ProviderErrorDetails {
  /** Whether what was sent may have been stored all the same. Default: for `offline`, `timeout`, `conflict`, `server` and `protocol`. */
  readonly outcomeUnknown?: boolean | undefined;
  /** Whether the engine itself refused the draft, so that no earlier request for it was stored either. Default: `false`. */
  readonly isFinal?: boolean | undefined;
  /** Milliseconds after which a retry makes sense. */
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

/** The only error a provider rejects with. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;

  /** Whether what was sent may have been stored all the same. */
  readonly outcomeUnknown: boolean;

  /** Whether the engine itself refused the draft, so that no earlier request for it was stored either. */
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
    this.retryAfterMs = details.retryAfterMs;
    this.fields = details.fields ?? [];
  }
}

/**
 * A provider of the page may reject with anything. Each script file of the library has a class `ProviderError` of
 * its own, so errors are known by their name.
 */
export const asProviderError = (thrown: unknown): ProviderError =>
  (thrown as Error | undefined)?.name === 'ProviderError'
    ? (thrown as ProviderError)
    : new ProviderError('protocol', { reason: thrown });
