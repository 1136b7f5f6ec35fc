import { writeJson } from './json.js';

/* The only way to reach a server. Nothing else in the library fetches. */

/** Milliseconds after which a silent server counts as unreachable. */
export const LONGEST_SILENCE = 30_000;

/**
 * Why there is no usable response. `offline`: none arrived. `timeout`: none arrived in time.
 * `redirected`: a change was redirected, and following would lose the data sent. `status`: the
 * response has an error status. `format`: it is not JSON.
 */
export type RequestErrorKind = 'offline' | 'timeout' | 'redirected' | 'status' | 'format';

/** The only error with which a request rejects, except for the `AbortError` of its own signal. */
export class RequestError extends Error {
  readonly kind: RequestErrorKind;
  /** Requested address. */
  readonly url: string;
  /** The error below this one, or the unusable response. */
  readonly reason: unknown;
  /** Text that is not JSON, if the bytes are text. */
  readonly text: string | undefined;
  /** Status of the response, if one arrived. */
  readonly status: number | undefined;
  /** True if the request may have reached the server anyway. */
  readonly wasSent: boolean;

  constructor(
    kind: RequestErrorKind,
    url: string,
    details: { reason?: unknown; text?: string; status?: number; wasSent?: boolean } = {},
  ) {
    super(`${url}: ${kind}`);
    this.name = 'RequestError';
    this.kind = kind;
    this.url = url;
    this.reason = details.reason;
    this.text = details.text;
    this.status = details.status;
    this.wasSent = details.wasSent ?? true;
  }
}

/** Options of `fetch`, and a time limit. */
export interface FetchOptions extends RequestInit {
  /** Milliseconds after which a silent server counts as unreachable. Readers give up earlier. */
  readonly timeout?: number | undefined;
}

/** Data to send with a request, and a time limit. */
export interface RequestOptions extends Pick<FetchOptions, 'cache' | 'signal' | 'timeout'> {
  readonly method?: 'GET' | 'POST' | 'DELETE' | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How to read the response. Default: as JSON. */
  readonly read?: 'json' | 'blob' | undefined;
}

/** Response of a server. */
export interface Answer extends Pick<Response, 'status' | 'ok' | 'headers'> {
  /** JSON or blob of the response; `undefined` for an error status without JSON. */
  readonly value: unknown;
}

/**
 * Sends a request, and ends it when the time is over or the caller aborts it.
 *
 * @param url - absolute address
 * @param read - reads the whole response; may throw its own `RequestError`
 * @throws RequestError `offline` or `timeout`
 */
export async function receive<Value>(
  url: string,
  { timeout = LONGEST_SILENCE, signal, ...init }: FetchOptions,
  read: (response: Response) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeout);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  // Read before the request. Later, the connection may have been lost after the request got
  // through.
  const isOffline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  try {
    return await read(await fetch(url, { ...init, signal: controller.signal }));
  } catch (reason) {
    if (reason instanceof RequestError || signal?.aborted) throw reason;
    // If the caller still waits, only the timer can have aborted the request.
    if (controller.signal.aborted) throw new RequestError('timeout', url, { reason });
    throw new RequestError('offline', url, { reason, wasSent: !isOffline });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Reads a response as JSON; `undefined` if it has no content, or an error status and another
 * format.
 *
 * @param read - reads the text of the response, and throws a `DecodeError` if the bytes are no text;
 * default: as UTF-8
 * @throws RequestError `format` for a success that is not JSON; whatever ended the response early
 */
export async function readJson(
  response: Response,
  url: string,
  // Unlike json(), text() also removes the byte order mark that some editors write.
  read = (whole: Response): Promise<string> => whole.text(),
): Promise<unknown> {
  const { ok, status } = response;
  let text: string | undefined;
  try {
    text = await read(response);
    return JSON.parse(text);
  } catch (reason) {
    if (!ok || status === 204) return undefined;
    // The file is not to blame if the connection was lost, or the time is over.
    if (text === undefined && (reason as Error).name !== 'DecodeError') throw reason;
    throw new RequestError('format', url, { reason, status, ...(text !== undefined && { text }) });
  }
}

/**
 * Reads or changes something on a server, and reads the whole response.
 *
 * @param url - absolute address
 * @throws RequestError `offline`, `timeout`, `redirected`, or `format` for a success that is not
 * JSON
 */
export function request(url: string, options: RequestOptions = {}): Promise<Answer> {
  const { method = 'GET', body, headers, read, ...rest } = options;
  const init: RequestInit = {
    ...rest,
    method,
    redirect: method === 'GET' ? 'follow' : 'manual',
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: writeJson(body) }),
  };
  return receive(url, init, async (response) => {
    const { status, ok, headers, type } = response;
    if (type === 'opaqueredirect') throw new RequestError('redirected', url);
    const value = read === 'blob' ? await response.blob() : await readJson(response, url);
    return { status, ok, headers, value };
  });
}
