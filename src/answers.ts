import { request, RequestError } from './request.js';

/* Answers for the whole page: whoever asks for the same address shares one request. */

interface Shared {
  readonly answer: Promise<unknown>;
  /** Cancels the request; absent where the answer was handed over. */
  readonly controller?: AbortController;
  waiting: number;
  settled?: boolean;
  /** A script of the page handed the answer over, and it stays: there may be nobody to ask. */
  readonly given?: boolean;
}

/** Answers that are kept. */
const LIMIT = 50;

/**
 * One table for the whole page, also when several script files of the library are loaded: each carries
 * this module, and all of them meet under the same global symbol. Its number changes with its shape, which the
 * packs know too (`gacc/en.js` beside `gacc/en.json`): scripts that put an answer in without a request.
 */
const answers = ((globalThis as never as Record<symbol, Map<string, Shared>>)[
  Symbol.for('customs-widgets/requests/2')
] ??= new Map<string, Shared>());

async function load(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  const { ok, status, value } = await request(url, {
    signal,
    cache: fresh ? 'no-cache' : 'default',
  });
  if (!ok) throw new RequestError('status', url, { status });
  return value;
}

/**
 * The answer that a pack has handed over while the request was under way. A page that is still being read may
 * bring one below: where nothing can be fetched at all, the failure comes before it.
 */
async function given(url: string, error: unknown): Promise<unknown> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });
  }
  const known = answers.get(url);
  if (known?.given) return known.answer;
  throw error;
}

function start(url: string, fresh?: boolean): Shared {
  const controller = new AbortController();
  const answer = load(url, controller.signal, fresh)
    .catch((error: unknown) => given(url, error))
    .finally(() => {
      shared.settled = true;
    });
  const shared: Shared = { answer, controller, waiting: 0 };
  answers.set(url, shared);
  // A page that polls ever new addresses must not fill the memory.
  for (const [oldest, { given }] of answers) {
    if (answers.size > LIMIT && !given) answers.delete(oldest);
  }
  // A failure is never kept: the next element, or a retry, asks again.
  answer.catch(() => answers.get(url) === shared && answers.delete(url));
  return shared;
}

/**
 * Fetches JSON once a page for each address. The request is cancelled when everybody who waited for it
 * has left.
 *
 * @param url - absolute address
 * @param signal - aborted by a caller who no longer needs the answer, and then has to ignore it
 * @param fresh - `true` asks the server again although an answer is at hand, unless a pack handed it over
 * @returns the parsed JSON; rejects with a `RequestError`
 */
export function requestOnce(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  const known = answers.get(url);
  const shared = known && (known.given || !(fresh && known.settled)) ? known : start(url, fresh);
  shared.waiting += 1;
  signal.addEventListener('abort', () => {
    shared.waiting -= 1;
    if (shared.waiting || shared.settled) return;
    // A pack may have put its answer in the place of the request.
    if (answers.get(url) === shared) answers.delete(url);
    shared.controller?.abort();
  });
  return shared.answer;
}
