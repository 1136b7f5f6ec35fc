import { readJson, receive, RequestError } from './request.js';

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

async function ask(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  try {
    const cache = fresh ? 'no-cache' : 'default';
    return await receive(url, { signal, cache }, async (response) => {
      const value = await readJson(response, url);
      const { ok, status } = response;
      if (!ok) throw new RequestError('status', url, { status });
      return value;
    });
  } catch (error) {
    // A page that is still being read may bring a pack below: where nothing can be fetched, the failure comes first.
    if (document.readyState === 'loading') {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
      });
    }
    const known = answers.get(url);
    if (known?.given) return known.answer;
    throw error;
  }
}

/** Drops an answer, unless a pack has put its own in the place. */
function forget(url: string, shared: Shared): void {
  if (answers.get(url) === shared) answers.delete(url);
}

function start(url: string, fresh?: boolean): Shared {
  const controller = new AbortController();
  const shared: Shared = { answer: ask(url, controller.signal, fresh), controller, waiting: 0 };
  answers.set(url, shared);
  // A page that polls ever new addresses must not fill the memory.
  for (const [oldest, { given }] of answers) {
    if (answers.size > LIMIT && !given) answers.delete(oldest);
  }
  shared.answer.then(
    () => (shared.settled = true),
    // A failure is never kept: the next element, or a retry, asks again.
    () => forget(url, shared),
  );
  return shared;
}

/** Asks for what will be asked for in a moment. */
export function askAhead(url: string): void {
  if (!answers.has(url)) start(url);
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
    forget(url, shared);
    shared.controller?.abort();
  });
  return shared.answer;
}
