import type { Count } from './engines/counting.js';
import { readCount } from './read-answers.js';

/** Most threads that an engine counts in one request. */
const MOST_THREADS = 50;

type Counts = ReadonlyMap<string, number>;

interface Batch {
  readonly threads: Set<string>;
  readonly counts: Promise<Counts>;
  readonly controller: AbortController;
  /** Number of callers that wait. */
  waiting: number;
}

/** Engine → threads requested in the current task. */
const batches = new Map<unknown, Batch>();

async function countAll(count: Count, threads: Set<string>, signal: AbortSignal): Promise<Counts> {
  const all = [...threads];
  const counts = new Map<string, number>();
  for (let start = 0; start < all.length; start += MOST_THREADS) {
    const some = await count(all.slice(start, start + MOST_THREADS), signal);
    some.forEach((number, thread) => counts.set(thread, number));
  }
  return counts;
}

/**
 * Counts the comments of a thread. On a page that lists articles, all counts share one request. It is
 * cancelled when all callers have left.
 *
 * @param engine - identifies the engine; callers with the same value share requests
 * @param signal - aborted by a caller that no longer waits
 * @throws ProviderError
 */
export async function countComments(
  engine: unknown,
  count: Count,
  thread: string,
  signal: AbortSignal,
): Promise<number> {
  let batch = batches.get(engine);
  if (!batch) {
    const threads = new Set<string>();
    const controller = new AbortController();
    const counts = new Promise((resolve) => setTimeout(resolve)).then(() => {
      batches.delete(engine);
      return countAll(count, threads, controller.signal);
    });
    batch = { threads, counts, controller, waiting: 0 };
    batches.set(engine, batch);
  }
  const joined = batch;
  joined.threads.add(thread);
  joined.waiting += 1;
  signal.addEventListener('abort', () => {
    joined.waiting -= 1;
    if (joined.waiting) return;
    // A caller that comes now must not join.
    if (batches.get(engine) === joined) batches.delete(engine);
    joined.controller.abort();
  });
  return readCount((await joined.counts).get(thread));
}
