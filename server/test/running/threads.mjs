/* The threads of a SQLite file, which a test holds up like a slow disk, or ends like a crash. */

/** One thread, with what is sent to it. */
class DatabaseThread {
  #worker;
  #send;
  /** The orders that are kept back; undefined while none are. */
  #held;

  constructor(worker) {
    this.#worker = worker;
    this.#send = worker.postMessage.bind(worker);
    worker.postMessage = (order) => {
      if (this.#held) this.#held.push(order);
      else this.#send(order);
    };
  }

  /** Keeps back whatever is sent from now on. */
  hold() {
    this.#held = [];
  }

  /** Lets everything go on. */
  release() {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const order of held) this.#send(order);
  }

  /** Lets the thread crash in place of the first statement that begins like this, or right after it. */
  crashAt(beginning, { isAfter = false } = {}) {
    this.#worker.postMessage = (order) => {
      const isThere = order.sql.startsWith(beginning);
      if (!isThere || isAfter) this.#send(order);
      // It cannot read this, and ends like any program with a fault.
      if (isThere) this.#send(null);
    };
  }
}

/**
 * Follows the threads that this process starts. A service starts the one that writes when it opens its file, and the
 * one that reads when somebody first reads.
 */
export function databaseThreads(test) {
  const threads = [];
  const follow = (worker) => threads.push(new DatabaseThread(worker));
  process.on('worker', follow);
  test.after(() => {
    process.off('worker', follow);
    for (const thread of threads) thread.release();
  });
  return threads;
}
