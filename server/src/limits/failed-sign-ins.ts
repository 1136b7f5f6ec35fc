/* Limits how often an address may send wrong tokens. Each costs a look into the database; this counts in memory. */
import { LRUCache } from 'lru-cache';
import { ServiceProblem } from '../contract/service-problem.js';

/** Wrong tokens of one address within a minute. */
const MAX = 30;
const MINUTE = 60_000;
/** Addresses, and tokens, that are remembered: enough for any office, and a few megabytes at most. */
const REMEMBERED = 10_000;

/**
 * Knows which addresses sent wrong tokens, by pseudonyms, and which tokens were good lately: colleagues behind the same
 * address go on working.
 */
export class FailedSignIns {
  readonly #failures = new LRUCache<string, { count: number; resetsAt: number }>({
    max: REMEMBERED,
  });
  readonly #good = new LRUCache<string, true>({ max: REMEMBERED });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Refuses an address that has sent too many wrong tokens, unless this one was good before.
   *
   * @throws ServiceProblem `rate-limited`
   */
  check(address: string, tokenHash: string): void {
    const found = this.#failures.get(address);
    if (!found || found.count < MAX || this.#good.has(tokenHash)) return;
    const left = found.resetsAt - this.#now();
    // A time that is too far off comes of a clock that was set back.
    if (left <= 0 || left > MINUTE) return;
    throw new ServiceProblem('rate-limited', { retryAfter: Math.ceil(left / 1000) });
  }

  /** Counts a wrong token. */
  fail(address: string, tokenHash: string): void {
    this.#good.delete(tokenHash);
    const now = this.#now();
    const found = this.#failures.get(address);
    const isOver = !found || found.resetsAt <= now || found.resetsAt > now + MINUTE;
    const next = isOver
      ? { count: 1, resetsAt: now + MINUTE }
      : { ...found, count: found.count + 1 };
    this.#failures.set(address, next);
  }

  /** Remembers a good token. */
  pass(tokenHash: string): void {
    this.#good.set(tokenHash, true);
  }
}
