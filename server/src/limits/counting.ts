/*
 * Counts what comes in. While the database is at work on one batch, everything that comes is gathered for the next:
 * so a flood costs few writes, however many requests it has.
 */
import { addToCounters, type Counted } from '../storage/counters.js';
import type { Database } from '../storage/database.js';

/** A counter, and how far it may count. */
export interface Counter {
  id: string;
  max: number;
  /** How long it counts before it begins again, milliseconds. */
  length: number;
}

/** A counter that has passed its limit. */
export interface Passed {
  counter: Counter;
  /** When it begins again, milliseconds since 1970. */
  ends: number;
}

interface Gathered {
  counter: Counter;
  taken: number;
  givenBack: number;
}

interface Batch {
  gathered: Map<string, Gathered>;
  done: Promise<Map<string, Counted>>;
}

export class Counting {
  readonly #database: Database;
  readonly #now: () => number;
  /** The batch that still gathers. */
  #open: Batch | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * Counts one request with all its counters.
   *
   * @returns the first counter that has passed its limit, if one has; then the others have not counted the request
   */
  async take(counters: readonly Counter[]): Promise<Passed | undefined> {
    const batch = this.#batch();
    // Of more than a whole limit in one batch, the rest is refused whatever the database says. So a flood from one
    // address adds nothing to the counters that it shares with others.
    const full = counters.find(({ id, max }) => (batch.gathered.get(id)?.taken ?? 0) >= max);
    if (full) return passed(full, await batch.done);
    const places = counters.map((counter) => (entryOf(batch, counter).taken += 1));
    const counted = await batch.done;
    const counter = counters.find(({ id, max }, index) => {
      const before = counted.get(id)!.count - batch.gathered.get(id)!.taken;
      return before + places[index]! > max;
    });
    if (!counter) return undefined;
    await this.giveBack(counters.filter((other) => other !== counter));
    return passed(counter, counted);
  }

  /** Takes back what a request has counted. */
  async giveBack(counters: readonly Counter[]): Promise<void> {
    if (counters.length === 0) return;
    const batch = this.#batch();
    for (const counter of counters) entryOf(batch, counter).givenBack += 1;
    await batch.done;
  }

  /** The batch that gathers at present. It is written when the one before is. */
  #batch(): Batch {
    if (this.#open) return this.#open;
    const gathered = new Map<string, Gathered>();
    const done = this.#last.then(() => {
      this.#open = undefined;
      return this.#write(gathered);
    });
    this.#last = done.catch(() => undefined);
    this.#open = { gathered, done };
    return this.#open;
  }

  #write(gathered: Map<string, Gathered>): Promise<Map<string, Counted>> {
    const now = this.#now();
    const increments = [...gathered.values()].map(({ counter, taken, givenBack }) => ({
      id: counter.id,
      by: taken - givenBack,
      ends: now + counter.length,
    }));
    return addToCounters(this.#database, increments, now);
  }
}

function entryOf({ gathered }: Batch, counter: Counter): Gathered {
  let entry = gathered.get(counter.id);
  if (!entry) {
    entry = { counter, taken: 0, givenBack: 0 };
    gathered.set(counter.id, entry);
  }
  return entry;
}

const passed = (counter: Counter, counted: Map<string, Counted>): Passed => ({
  counter,
  ends: counted.get(counter.id)!.ends,
});
