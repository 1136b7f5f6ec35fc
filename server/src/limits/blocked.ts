/* Which counters are full at present. Refusing from here costs no look at the database. */

import { LRUCache } from 'lru-cache';

/** How many are remembered. One takes about 200 bytes; the database still knows those that have no room here. */
const MOST = 20_000;

interface Block {
  /** Milliseconds since 1970. */
  ends: number;
  /** How long its counter counts, milliseconds. */
  length: number;
  /** How many requests may still be looked up that were perhaps taken before. */
  lookUps: number;
}

export class Blocked {
  readonly #blocks = new LRUCache<string, Block>({ max: MOST });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Remembers that a counter is full. */
  add(id: string, block: Block): void {
    if (this.#blocks.get(id)?.ends === block.ends) return;
    this.#blocks.set(id, block);
  }

  /** Until when a counter is full; undefined when it is not, as far as this process knows. */
  find(id: string): Block | undefined {
    const block = this.#blocks.get(id);
    if (!block) return undefined;
    const left = block.ends - this.#now();
    // More time than it ever had means that the clock was set back.
    if (left > 0 && left <= block.length) return block;
    this.#blocks.delete(id);
    return undefined;
  }
}
