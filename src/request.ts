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

/** What `fetch` takes, and how long the answer may take. */
export interface FetchOptions extends RequestInit {
  /** Milliseconds after which a silent server counts as unreachable: a reader has given up long before. */
  readonly timeout?: number | undefined;
}

/** What is sent with a request, and how long it may take. */
export interface RequestOptions extends Pick<FetchOptions, 'cache' | 'signal' | 'timeout'> {
  readonly method?: 'GET' | 'POST' | 'DELETE' | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How the answer is read. Default: as JSON. */
  readonly read?: 'json' | 'blob' | undefined;
}

/** What a server answered. */
export interface Answer extends Pick<Response, 'status' | 'ok' | 'headers'> {
  /** The JSON or the blob of the answer; `undefined` when it is no success and no JSON either. */
  readonly value: unknown;
}

/**
 * Asks a server, and ends when the time is over or its caller no longer waits.
 *
 * @param url - absolute address
 * @param read - reads the whole answer; a `RequestError` of its own is passed on
 * @throws RequestError `offline` or `timeout`
 */
export async function receive<Value>(
  url: string,
  { timeout = 30_000, signal, ...init }: FetchOptions,
  read: (response: Response) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeout);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  // Known before the request: afterwards it may have got through before the connection went.
  const isOffline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  try {
    return await read(await fetch(url, { ...init, signal: controller.signal }));
  } catch (reason) {
    if (reason instanceof RequestError || signal?.aborted) throw reason;
    // Nobody but the timer ends a request that its caller still waits for.
    if (controller.signal.aborted) throw new RequestError('timeout', url, { reason });
    throw new RequestError('offline', url, { reason, wasSent: !isOffline });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Reads an answer as JSON; `undefined` for one without content, and for a refusal in another format.
 *
 * @throws RequestError `format` for a success that is not JSON
 */
export async function readJson(response: Response, url: string): Promise<unknown> {
  const { ok, status } = response;
  // Unlike json(), text() also takes the byte order mark away that some editors write.
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (reason) {
    if (ok && status !== 204) throw new RequestError('format', url, { reason, status });
    return undefined;
  }
}

/**
 * Asks a server or changes something there, and reads the whole answer.
 *
 * @param url - absolute address
 * @throws RequestError `offline`, `timeout`, `redirected`, or `format` for a success that is not JSON
 */
export function request(url: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, headers, read, ...rest } = options;
  const init: RequestInit = {
    ...rest,
    method,
    redirect: method === 'GET' ? 'follow' : 'manual',
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  return receive(url, init, async (response) => {
    const { status, ok, headers, type } = response;
    if (type === 'opaqueredirect') throw new RequestError('redirected', url);
    const value = read === 'blob' ? await response.blob() : await readJson(response, url);
    return { status, ok, headers, value };
  });
}
