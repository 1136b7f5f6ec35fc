/* Work that must follow one another, such as changes of one thread. What waits is done together. */
import { isPassingFailure, Overload } from './failures.js';

/** How many items are done together. */
const TOGETHER = 50;
/** How many items may wait for one turn, and how long, milliseconds. */
const WAITING = 1000;
const PATIENCE = 5000;

interface Waiting<Item, Result> {
  item: Item;
  since: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** Does what comes under one name in turn: an item that finds nobody at work at once, the others together after it. */
export class Turns<Item, Result> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Name → what waits. A name is there while somebody works for it. */
  readonly #waiting = new Map<string, Waiting<Item, Result>[]>();

  /** @param work - does several items, and gives their results in the same order */
  constructor(work: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#work = work;
  }

  /**
   * Does an item when it is its turn.
   *
   * @throws Overload when too many wait, or for too long
   */
  take(name: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const entry = { item, since: performance.now(), resolve, reject };
      const waiting = this.#waiting.get(name);
      if (!waiting) {
        this.#waiting.set(name, [entry]);
        void this.#workOff(name);
      } else if (waiting.length < WAITING) waiting.push(entry);
      else reject(new Overload());
    });
  }

  async #workOff(name: string): Promise<void> {
    const waiting = this.#waiting.get(name)!;
    while (waiting.length > 0) {
      const now = performance.now();
      const next = waiting.splice(0, TOGETHER);
      const late = next.filter(({ since }) => now - since > PATIENCE);
      for (const { reject } of late) reject(new Overload());
      const inTime = next.filter((entry) => !late.includes(entry));
      if (inTime.length > 0) await this.#do(inTime);
    }
    this.#waiting.delete(name);
  }

  async #do(entries: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work(entries.map(({ item }) => item));
      entries.forEach(({ resolve }, at) => resolve(results[at]!));
    } catch (error) {
      if (entries.length === 1 || isPassingFailure(error)) {
        for (const { reject } of entries) reject(error);
        return;
      }
      // Keeps the fault of one from the others.
      for (const entry of entries) await this.#do([entry]);
    }
  }
}
