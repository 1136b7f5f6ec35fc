/* The one way to ask a server. Nothing else in the library fetches. */

/**
 * Why no usable answer came. `offline`: none came. `timeout`: none came in time. `redirected`: something led a change
 * elsewhere, and following it would lose what was sent. `status`: the answer is no success. `format`: it is not JSON.
 */
export type RequestErrorKind = 'offline' | 'timeout' | 'redirected' | 'status' | 'format';

/** The only error that a request ends with, but for the `AbortError` of its own signal. */
export class RequestError extends Error {
  readonly kind: RequestErrorKind;
  /** The address that was asked. */
  readonly url: string;
  /** What was thrown below, or the answer that is no use. */
  readonly reason: unknown;
  /** Status of the answer, where one came. */
  readonly status: number | undefined;
  /** Whether the request may have arrived all the same. */
  readonly wasSent: boolean;

  constructor(
    kind: RequestErrorKind,
    url: string,
    details: { reason?: unknown; status?: number; wasSent?: boolean } = {},
  ) {
    super(`${url}: ${kind}`);
    this.name = 'RequestError';
    this.kind = kind;
    this.url = url;
    this.reason = details.reason;
    this.status = details.status;
    this.wasSent = details.wasSent ?? true;
  }
}

/** What is sent with a request, and how long it may take. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE' | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `no-cache` asks the server whether what is at hand is still current. */
  readonly cache?: 'default' | 'no-cache' | undefined;
  /** Milliseconds after which a silent server counts as unreachable: a reader has given up long before. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How the answer is read. Default: as JSON. */
  readonly read?: 'json' | 'blob' | undefined;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  /** The JSON or the blob of the answer; `undefined` when it is no success and no JSON either. */
  readonly value: unknown;
}

const TIMEOUT = 30_000;

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

function readJson(text: string, { status, ok }: Response, url: string): unknown {
  if (status === 204) return undefined;
  try {
    return JSON.parse(text);
  } catch (reason) {
    if (ok) throw new RequestError('format', url, { reason, status });
    return undefined;
  }
}

/**
 * Asks a server and reads the whole answer.
 *
 * @param url - absolute address
 * @throws RequestError `offline`, `timeout`, `redirected`, or `format` for a success that is not JSON
 */
export async function request(url: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, headers, cache, signal, timeout = TIMEOUT, read } = options;
  const limit = limited(signal, timeout);
  // Known before the request: afterwards it may have got through before the connection went.
  const isOffline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  try {
    const response = await fetch(url, {
      method,
      cache: cache ?? 'default',
      signal: limit.signal,
      redirect: method === 'GET' ? 'follow' : 'manual',
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.type === 'opaqueredirect') throw new RequestError('redirected', url);
    const value =
      read === 'blob'
        ? await response.blob()
        : // Unlike json(), text() also takes the byte order mark away that some editors write.
          readJson(await response.text(), response, url);
    return { status: response.status, ok: response.ok, headers: response.headers, value };
  } catch (reason) {
    if (reason instanceof RequestError || signal?.aborted) throw reason;
    if (limit.timedOut) throw new RequestError('timeout', url, { reason });
    throw new RequestError('offline', url, { reason, wasSent: !isOffline });
  } finally {
    limit.end();
  }
}
