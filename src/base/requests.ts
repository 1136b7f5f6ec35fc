import { problem } from '../agency/parse.js';
import type { Problem, ProblemCode } from '../agency/types.js';

/** The only error that a request ends with; it carries what went wrong as a problem of the data. */
export class RequestError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.problem = problem('', code, detail);
  }
}

interface Shared {
  readonly answer: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
  settled?: boolean;
}

/** Milliseconds after which a silent server counts as unreachable: a reader has given up long before. */
const TIMEOUT = 30_000;

/** Answers that are kept. */
const LIMIT = 50;

/**
 * One table for the whole page, also when several script files of the library are loaded: each carries
 * this module, and all of them meet under the same global symbol. Its number changes with its shape.
 */
const requests = ((globalThis as never as Record<symbol, Map<string, Shared>>)[
  Symbol.for('customs-widgets/requests/1')
] ??= new Map<string, Shared>());

async function load(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  let body: string;
  try {
    const response = await fetch(url, { signal, cache: fresh ? 'no-cache' : 'default' });
    // Unlike json(), text() also takes the byte order mark away that some editors write.
    body = await response.text();
    if (!response.ok) throw new RequestError('status', String(response.status));
  } catch (error) {
    throw error instanceof RequestError ? error : new RequestError('network', url);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw new RequestError('format', `JSON: ${url}`);
  }
}

function start(url: string, fresh?: boolean): Shared {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  const answer = load(url, controller.signal, fresh).finally(() => {
    shared.settled = true;
    clearTimeout(timer);
  });
  const shared: Shared = { answer, controller, waiting: 0 };
  requests.set(url, shared);
  // A page that polls ever new addresses must not fill the memory.
  for (const oldest of requests.keys()) if (requests.size > LIMIT) requests.delete(oldest);
  // A failure is never kept: the next element, or a retry, asks again.
  answer.catch(() => requests.get(url) === shared && requests.delete(url));
  return shared;
}

/**
 * Fetches JSON once a page for each address. The request is cancelled when everybody who waited for it
 * has left.
 *
 * @param url - absolute address
 * @param signal - aborted by a caller who no longer needs the answer, and then has to ignore it
 * @param fresh - `true` asks the server again although an answer is at hand
 * @returns the parsed JSON; rejects with a `RequestError`
 */
export function request(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  const known = requests.get(url);
  const shared = known && !(fresh && known.settled) ? known : start(url, fresh);
  shared.waiting += 1;
  signal.addEventListener('abort', () => {
    shared.waiting -= 1;
    if (shared.waiting || shared.settled) return;
    requests.delete(url);
    shared.controller.abort();
  });
  return shared.answer;
}
