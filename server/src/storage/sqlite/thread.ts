/* A thread that holds a connection to a SQLite file, as the main thread sees it. */
import { Worker } from 'node:worker_threads';
import { THREAD_ENDED } from '../failures.js';
import type { Answer, Failure, Opening, Order, Rows } from './messages.js';

/** A statement that failed, with the codes that SQLite gave. */
export class SqliteFailure extends Error {
  readonly code: string | undefined;
  readonly errcode: number | undefined;
  /** Whether the transaction goes on. A full disk, for one, ends it. */
  readonly isInTransaction: boolean;

  constructor({ message, code, errcode }: Failure, isInTransaction: boolean) {
    super(message);
    this.code = code;
    this.errcode = errcode;
    this.isInTransaction = isInTransaction;
  }
}

/** What an order is told whose thread has ended. What was not committed is undone, so a repetition may succeed. */
export const ENDED: Failure = {
  message: 'The thread of the database has ended.',
  code: THREAD_ENDED,
};

interface Waiting {
  resolve: (rows: Rows) => void;
  reject: (failure: SqliteFailure) => void;
}

/** How many answers are passed on in one turn of the event loop: requests go on with them at once. */
const AT_ONCE = 4;

/**
 * Passes answers on, a few in each turn. Node gives a thousand messages of a thread to one turn, and all that is done
 * with them would keep everybody else waiting.
 */
class Deliveries {
  readonly #waiting: (() => void)[] = [];

  add(deliver: () => void): void {
    this.#waiting.push(deliver);
    if (this.#waiting.length === 1) setImmediate(this.#some);
  }

  readonly #some = (): void => {
    for (const deliver of this.#waiting.slice(0, AT_ONCE)) deliver();
    this.#waiting.splice(0, AT_ONCE);
    if (this.#waiting.length > 0) setImmediate(this.#some);
  };
}

/** Sends orders to a thread. The first order starts it, and starts another one when it has ended. */
export class Thread {
  /** Called when the thread has ended. */
  onEnd?: (failure: SqliteFailure) => void;
  readonly #opening: Opening;
  #worker?: Worker | undefined;
  readonly #deliveries = new Deliveries();
  /** The orders that are not answered yet. */
  #waiting: Waiting[] = [];

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  run(order: Order): Promise<Rows> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      worker.postMessage(order);
    });
  }

  /** Ends the thread, and with it its connection. */
  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: this.#opening });
    worker.on('message', (answer: Answer) => {
      const { resolve, reject } = this.#waiting.shift()!;
      this.#deliveries.add(() => {
        if ('failure' in answer) reject(new SqliteFailure(answer.failure, answer.isInTransaction));
        else resolve(answer);
      });
    });
    // An error of the thread itself, such as a lack of memory, ends it. The end is what counts.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = undefined;
      const failure = new SqliteFailure(ENDED, false);
      for (const { reject } of this.#waiting.splice(0)) reject(failure);
      this.onEnd?.(failure);
    });
    return worker;
  }
}
