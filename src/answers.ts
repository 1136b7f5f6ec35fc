import { LazyModule } from './lazy-module.js';
import { readJson, receive, RequestError } from './request.js';

/* Responses for the whole page. All callers that request the same address share one request. */

interface Shared {
  readonly answer: Promise<unknown>;
  /** Cancels the request; absent if the response was handed over. */
  readonly controller?: AbortController;
  waiting: number;
  settled?: boolean;
  /** True if a script of the page provided the response. It stays, as there may be no server. */
  readonly given?: boolean;
}

/** Number of responses to keep. */
const LIMIT = 50;

/**
 * One table for the whole page, even with several script files of the library: each contains this
 * module, and all share the same global symbol. The number in its name changes with its shape. The
 * packs (`gacc/en.js` beside `gacc/en.json`) know it too: these scripts add a response without a
 * request.
 */
const answers = ((globalThis as never as Record<symbol, Map<string, Shared>>)[
  Symbol.for('customs-widgets/requests/2')
] ??= new Map<string, Shared>());

/** Code that knows other encodings than UTF-8. */
const decoder = new LazyModule(() => import('./decode.js'));

/** Reads a file as its author saved it. */
async function readText(response: Response): Promise<string> {
  const contentType = response.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  try {
    if (/charset=(?!["']?utf-?8)/i.test(contentType)) throw new TypeError(contentType);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const module = await decoder.bring();
    if (!module) throw error;
    return module.decodeText(bytes, contentType);
  }
}

/** True if the deferred scripts of the page have run. A picture may keep it from completing. */
function haveDeferredRun(): boolean {
  // jsdom keeps no such entries.
  const entries = (performance as Partial<Performance>).getEntriesByType?.('navigation') ?? [];
  const [page] = entries as PerformanceNavigationTiming[];
  return document.readyState === 'complete' || Boolean(page?.domContentLoadedEventStart);
}

async function ask(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  try {
    const cache = fresh ? 'no-cache' : 'default';
    return await receive(url, { signal, cache }, async (response) => {
      const value = await readJson(response, url, readText);
      const { ok, status } = response;
      if (!ok) throw new RequestError('status', url, { status });
      return value;
    });
  } catch (error) {
    // A pack further down, or a deferred one, may still provide the data. Where nothing can be
    // fetched, the failure comes first. Deferred scripts run before the earlier of these events.
    if (!haveDeferredRun()) {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
        window.addEventListener('load', resolve, { once: true });
      });
    }
    const known = answers.get(url);
    if (known?.given) return known.answer;
    throw error;
  }
}

/** Removes a response, unless a pack has replaced it. */
function forget(url: string, shared: Shared): void {
  if (answers.get(url) === shared) answers.delete(url);
}

function start(url: string, fresh?: boolean): Shared {
  const controller = new AbortController();
  const shared: Shared = { answer: ask(url, controller.signal, fresh), controller, waiting: 0 };
  answers.set(url, shared);
  // A page that polls changing addresses must not fill the memory.
  for (const [oldest, { given }] of answers) {
    if (answers.size > LIMIT && !given) answers.delete(oldest);
  }
  shared.answer.then(
    () => (shared.settled = true),
    // Failures are never kept. The next element, or a retry, asks again.
    () => forget(url, shared),
  );
  return shared;
}

/** Sends a request whose response will be needed in a moment. */
export function askAhead(url: string): void {
  if (!answers.has(url)) start(url);
}

/**
 * Fetches JSON once per page and address. The request is cancelled when all callers have left.
 *
 * @param url - absolute address
 * @param signal - aborted by a caller that no longer needs the response and then has to ignore it
 * @param fresh - `true` asks the server again despite a kept response, unless a pack provided it
 * @returns the parsed JSON; rejects with a `RequestError`
 */
export function requestOnce(url: string, signal: AbortSignal, fresh?: boolean): Promise<unknown> {
  const known = answers.get(url);
  const shared = known && (known.given || !(fresh && known.settled)) ? known : start(url, fresh);
  shared.waiting += 1;
  signal.addEventListener('abort', () => {
    shared.waiting -= 1;
    // An element that is moved in the DOM leaves, and is back within the same task.
    setTimeout(() => {
      if (shared.waiting || shared.settled) return;
      forget(url, shared);
      shared.controller?.abort();
    });
  });
  return shared.answer;
}
