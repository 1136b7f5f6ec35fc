import { type Answer, request, RequestError, type RequestOptions } from '../../request.js';
import { type FieldProblem, ProviderError, type ProviderErrorKind } from '../errors.js';

/** Address of a comment service. */
export interface ServiceAddress {
  /** Address of the service, relative to the page. */
  readonly endpoint: string;
  /** Name of the site in the configuration of the service. */
  readonly site: string;
  /** Milliseconds to wait for a response. Default: 20,000. */
  readonly timeout?: number;
}

/** Resolves a path of the service to an absolute address. */
export const serviceUrl = (endpoint: string, path: string): string =>
  new URL(path.replace(/^\//, ''), new URL(endpoint.replace(/\/?$/, '/'), document.baseURI)).href;

/** Milliseconds after which a silent engine counts as unreachable. */
const TIMEOUT = 20_000;

/** Maps request errors to comment errors. A redirected change usually leads to a sign-in page. */
const KIND_OF_ERROR = {
  offline: 'offline',
  timeout: 'timeout',
  redirected: 'unauthorized',
  status: 'server',
  format: 'protocol',
} as const;

const KIND_OF_PROBLEM: Readonly<Record<string, ProviderErrorKind>> = {
  'already-received': 'already-received',
  captcha: 'captcha',
  closed: 'closed',
  consent: 'consent',
  identity: 'unauthorized',
  'idempotency-key-reused': 'key-reused',
  'in-flight': 'conflict',
  parent: 'parent',
  'queue-full': 'queue-full',
  validation: 'validation',
};

const KIND_OF_STATUS: Readonly<Record<number, ProviderErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
};

interface RefusedField {
  readonly pointer: string;
  readonly key: string;
  readonly limit?: number;
}

/** Reads the wait from `Retry-After`, as seconds or as a date. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('Retry-After');
  if (!text) return undefined;
  const wait = /^\d+$/.test(text.trim())
    ? Number(text) * 1000
    : new Date(text).getTime() - Date.now();
  // A service that says 0 would be asked without a pause.
  return wait > 0 ? wait : undefined;
}

/**
 * Sends a request to an engine.
 *
 * @throws ProviderError if no usable response arrived; the `AbortError` of the signal unchanged
 */
export async function exchange(url: string, options: RequestOptions): Promise<Answer> {
  let answer: Answer;
  try {
    // Comments just published have to appear. The ETag of the response keeps revalidation cheap.
    answer = await request(url, { cache: 'no-cache', timeout: TIMEOUT, ...options });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const { kind, wasSent, reason } = error;
    const outcomeUnknown = wasSent ? undefined : false;
    throw new ProviderError(KIND_OF_ERROR[kind], { outcomeUnknown, reason });
  }
  const { status, headers } = answer;
  if (status >= 500) throw new ProviderError('server', { retryAfterMs: retryAfter(headers) });
  return answer;
}

/**
 * Reads a refusal: a problem of RFC 9457 from the service. Without a problem of the contract, it
 * comes from something in front of the service, and may look like anything.
 */
function refusal({ status, headers, value }: Answer): ProviderError {
  const { type, reason, errors } = Object(value) as Readonly<Record<string, unknown>>;
  const [, key = ''] = /^\/problems\/(.+)$/.exec(String(type)) ?? [];
  const kind = KIND_OF_PROBLEM[key] ?? KIND_OF_STATUS[status] ?? 'protocol';
  const listed = key && Array.isArray(errors) ? (errors as readonly RefusedField[]) : [];
  const fields: FieldProblem[] = listed.map(({ pointer, key, limit }) => ({
    field: pointer.split('/')[1] ?? '',
    key,
    limit,
  }));
  if (typeof reason === 'string') fields.push({ field: 'captcha', key: reason });
  return new ProviderError(kind, {
    outcomeUnknown: kind === 'conflict',
    isFinal: Boolean(key) && kind !== 'conflict',
    retryAfterMs: retryAfter(headers),
    fields,
    reason: value,
  });
}

/**
 * Sends a request to the service.
 *
 * @returns the JSON of a successful response
 * @throws ProviderError
 */
export async function askService(
  { endpoint, timeout = TIMEOUT }: ServiceAddress,
  path: string,
  options?: RequestOptions,
): Promise<unknown> {
  const answer = await exchange(serviceUrl(endpoint, path), { timeout, ...options });
  if (!answer.ok) throw refusal(answer);
  return answer.value;
}
