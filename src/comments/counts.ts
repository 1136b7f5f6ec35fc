import type { Count } from './engines/counting.js';
import { readCount } from './read-answers.js';

/** Most threads that an engine counts in one request. */
const MOST_THREADS = 50;

type Counts = ReadonlyMap<string, number>;

interface Batch {
  readonly threads: Set<string>;
  readonly counts: Promise<Counts>;
}

/** Engine → threads requested in the current task. */
const batches = new Map<unknown, Batch>();

async function countAll(count: Count, threads: Set<string>): Promise<Counts> {
  const all = [...threads];
  const counts = new Map<string, number>();
  for (let start = 0; start < all.length; start += MOST_THREADS) {
    const some = await count(all.slice(start, start + MOST_THREADS));
    some.forEach((number, thread) => counts.set(thread, number));
  }
  return counts;
}

/**
 * Counts the comments of a thread. On a page that lists articles, all counts share one request.
 *
 * @param engine - identifies the engine; callers with the same value share requests
 * @throws ProviderError
 */
export async function countComments(
  engine: unknown,
  count: Count,
  thread: string,
): Promise<number> {
  let batch = batches.get(engine);
  if (!batch) {
    const threads = new Set<string>();
    const counts = new Promise((resolve) => setTimeout(resolve)).then(() => {
      batches.delete(engine);
      return countAll(count, threads);
    });
    batch = { threads, counts };
    batches.set(engine, batch);
  }
  batch.threads.add(thread);
  return readCount((await batch.counts).get(thread));
}
