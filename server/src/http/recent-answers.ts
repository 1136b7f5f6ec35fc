/* Keeps recent answers, which may be asked for again. */
import { LRUCache } from 'lru-cache';

/**
 * Keeps answers, as many as fit into a number of bytes. The one that nobody has asked for the longest goes first.
 *
 * An answer is a buffer, not a text: a buffer says how much memory it takes, and is sent as it is.
 */
export class RecentAnswers {
  readonly #answers: LRUCache<string, Buffer>;

  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      // Node cuts small buffers out of a larger block, which stays as long as one of them does.
      sizeCalculation: (answer) => Math.max(1, answer.buffer.byteLength),
    });
  }

  get(key: string): Buffer | undefined {
    return this.#answers.get(key);
  }

  /** Keeps an answer. One that is larger than all the room is not kept. */
  set(key: string, answer: Buffer): void {
    this.#answers.set(key, answer);
  }
}
