import { exchange, type Exchange, retryAfter } from './exchange.js';
import { ProviderError, type FieldProblem, type ProviderErrorKind } from '../errors.js';

/** Where a comment service is. */
export interface ServiceAddress {
  /** Address of the service, relative to the page. */
  readonly endpoint: string;
  /** Name of the site, as the configuration of the service has it. */
  readonly site: string;
  /** Milliseconds to wait for an answer. Default: 20,000. */
  readonly timeout?: number;
}

/** The address of something of the service. */
export const serviceUrl = (endpoint: string, path: string): string =>
  new URL(path.replace(/^\//, ''), new URL(endpoint.replace(/\/?$/, '/'), document.baseURI)).href;

const KIND_OF_PROBLEM: Readonly<Record<string, ProviderErrorKind>> = {
  captcha: 'captcha',
  closed: 'closed',
  consent: 'consent',
  identity: 'unauthorized',
  'idempotency-key-reused': 'key-reused',
  'in-flight': 'conflict',
  parent: 'parent',
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

/**
 * What a refusal means: a problem of RFC 9457 from the service. One that names no problem of the contract comes
 * from something in between, and may look like anything.
 */
function refusal(status: number, headers: Headers, value: unknown): ProviderError {
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
 * Asks the service.
 *
 * @returns the JSON of a success
 * @throws ProviderError
 */
export async function askService(
  { endpoint, timeout }: ServiceAddress,
  path: string,
  request?: Exchange,
): Promise<unknown> {
  const { status, headers, value } = await exchange(serviceUrl(endpoint, path), {
    timeout,
    ...request,
  });
  if (status < 200 || status > 299) throw refusal(status, headers, value);
  return value;
}
