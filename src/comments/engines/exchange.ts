import { ProviderError } from '../errors.js';

/** Milliseconds after which a silent engine counts as unreachable. */
const TIMEOUT = 20_000;

/** A request to an engine. */
export interface Exchange {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds to wait for the answer. */
  readonly timeout?: number | undefined;
}

/** What an engine answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; `undefined` when it is none. */
  readonly value: unknown;
}

/** The wait that `Retry-After` asks for, as seconds or as a date. */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('Retry-After');
  if (!text) return undefined;
  const wait = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Ends a request after a time, or when its caller no longer waits. */
function limited(signal: AbortSignal | undefined, timeout: number) {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const limit = { signal: controller.signal, timedOut: false, end: (): void => undefined };
  const timer = setTimeout(() => {
    limit.timedOut = true;
    abort();
  }, timeout);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  limit.end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return limit;
}

/**
 * Fetches from an engine and reads the whole answer.
 *
 * @throws ProviderError `offline`, `timeout`, `unauthorized` for a redirect of a change, `server` from 500 on,
 *   `protocol` for a success that is not JSON; the `AbortError` of the signal as it is
 */
async function receive(url: string, exchange: Exchange, read: 'text' | 'blob') {
  const { method = 'GET', body, headers, signal, timeout = TIMEOUT } = exchange;
  const limit = limited(signal, timeout);
  // Known before the request: afterwards it may have got through before the connection went.
  const offline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  try {
    const response = await fetch(url, {
      method,
      signal: limit.signal,
      // What was just published is asked for; the tag of the answer keeps that cheap.
      cache: 'no-cache',
      // A sign-in page stands in the way of a change; following it would lose what was sent.
      redirect: method === 'GET' ? 'follow' : 'manual',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.type === 'opaqueredirect') throw new ProviderError('unauthorized');
    if (response.status >= 500) {
      throw new ProviderError('server', { retryAfterMs: retryAfter(response.headers) });
    }
    return { response, content: await response[read]() };
  } catch (error) {
    if (error instanceof ProviderError || signal?.aborted) throw error;
    if (limit.timedOut) throw new ProviderError('timeout', { reason: error });
    throw new ProviderError('offline', { outcomeUnknown: !offline, reason: error });
  } finally {
    limit.end();
  }
}

/** Fetches JSON; see `receive` for what it throws. */
export async function exchange(url: string, request: Exchange = {}): Promise<Answer> {
  const { response, content } = await receive(url, request, 'text');
  const { status, headers, ok } = response;
  if (status === 204) return { status, headers, value: undefined };
  try {
    return { status, headers, value: JSON.parse(content as string) as unknown };
  } catch (reason) {
    if (ok) throw new ProviderError('protocol', { reason });
    return { status, headers, value: undefined };
  }
}

/** Fetches a picture or a sound. */
export async function exchangeMedia(url: string, signal?: AbortSignal): Promise<Blob> {
  const { response, content } = await receive(url, { signal }, 'blob');
  if (!response.ok)
    throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'expired' }] });
  return content as Blob;
}
