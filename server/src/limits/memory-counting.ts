/* Counts in the memory of one process. */
import type { Counter, Passed } from './counting.js';

/** How many counters are kept; the oldest goes first. One takes about 200 bytes. */
const MOST = 20_000;

interface Window {
  count: number;
  /** Milliseconds since 1970. */
  ends: number;
}

export class MemoryCounting {
  readonly #windows = new Map<string, Window>();
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
    this.#windows.delete(id);
    // A Map keeps the order in which its entries came.
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= MOST && oldest !== undefined) this.#windows.delete(oldest);
    const window = { count: 0, ends: now + length };
    this.#windows.set(id, window);
    return window;
  }
}
