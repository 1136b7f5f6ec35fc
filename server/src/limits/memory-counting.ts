/* Counts in the memory of one process. */
import { LRUCache } from 'lru-cache';
import type { Counter, Passed } from './counting.js';

/** How many counters are kept. The one that was used longest ago goes first. One takes about 200 bytes. */
const MOST = 20_000;

interface Window {
  count: number;
  /** Milliseconds since 1970. */
  ends: number;
}

export class MemoryCounting {
  readonly #windows = new LRUCache<string, Window>({ max: MOST });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one request with all its counters, and tells the first that has passed its limit. */
  take(counters: readonly Counter[]): Passed | undefined {
    for (const counter of counters) {
      const window = this.#window(counter);
      window.count += 1;
      if (window.count > counter.max) return { counter, ends: window.ends };
    }
    return undefined;
  }

  #window({ id, length }: Counter): Window {
    const now = this.#now();
    const kept = this.#windows.get(id);
    // More time than a window ever has means that the clock was set back.
    if (kept && kept.ends > now && kept.ends <= now + length) return kept;
    const window = { count: 0, ends: now + length };
    this.#windows.set(id, window);
    return window;
  }
}
