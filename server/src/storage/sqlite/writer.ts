/* Gives the one connection that writes to one transaction after the other. Those that wait share a commit: each
 * commit waits for the disk, and it is the disk that limits how many comments a second are taken. */
import type { Order, Rows } from './messages.js';
import { ENDED, SqliteFailure, type Thread } from './thread.js';

/** How many transactions share a commit at most. */
const MOST = 32;

interface Turn {
  isShared: boolean;
  begin: () => void;
}

/** A transaction that is done, and waits for the commit. It is acknowledged after that, and not before. */
interface Done {
  resolve: () => void;
  reject: (error: unknown) => void;
}

export class Writer {
  readonly #thread: Thread;
  readonly #mayShare: boolean;
  /** Who waits for the connection, first come first served. */
  #turns: Turn[] = [];
  #isTaken = false;
  /** Whether a transaction of the database is open. Each of ours has a savepoint in it. */
  #isOpen = false;
  /** The transactions that are in the open one and wait for its commit. */
  #done: Done[] = [];
  /** What goes to the thread together with the next statement. */
  #before: string[] = [];

  constructor(thread: Thread, mayShare: boolean) {
    this.#thread = thread;
    this.#mayShare = mayShare;
    thread.onEnd = (failure) => this.#lose(failure);
  }

  /** Waits for the connection, and begins a transaction on it. */
  async begin(): Promise<void> {
    await this.#take(this.#mayShare);
    this.#open();
  }

  /** Runs a statement of the transaction that has begun. */
  async run(sql: string, parameters: readonly unknown[] = []): Promise<Rows> {
    // The thread may have ended between two statements. Another one would run only the rest of them.
    if (!this.#isOpen) throw new SqliteFailure(ENDED, false);
    return this.#send({ sql, parameters });
  }

  /** Ends the transaction. What it has written will be there after a power failure. */
  async commit(): Promise<void> {
    if (!this.#isOpen) {
      this.#give();
      throw new SqliteFailure(ENDED, false);
    }
    if (this.#goesOn()) {
      this.#before.push('release work');
      const committed = new Promise<void>((resolve, reject) => {
        this.#done.push({ resolve, reject });
      });
      this.#give();
      return committed;
    }
    await this.#commitAll();
  }

  /** Undoes what the transaction has written, and nothing of the others that share its commit. */
  async rollback(): Promise<void> {
    // A full disk, for one, has ended it already. To roll it back again would hide the reason.
    if (!this.#isOpen) {
      this.#give();
      return;
    }
    if (this.#done.length === 0) {
      try {
        await this.#send({ sql: 'rollback' });
      } finally {
        this.#isOpen = false;
        this.#give();
      }
      return;
    }
    try {
      await this.#send({ sql: 'rollback to work' });
    } catch (error) {
      this.#give();
      throw error;
    }
    this.#before.push('release work');
    if (this.#goesOn()) this.#give();
    else await this.#commitAll().catch(() => undefined);
  }

  /** Runs one statement that writes, as a transaction of its own. */
  async runAlone(sql: string, parameters: readonly unknown[]): Promise<Rows> {
    await this.#take(this.#mayShare);
    if (!this.#isOpen && this.#turns.length === 0) {
      return this.#send({ sql, parameters }).finally(() => this.#give());
    }
    this.#open();
    let rows: Rows;
    try {
      rows = await this.run(sql, parameters);
    } catch (error) {
      await this.rollback().catch(() => undefined);
      throw error;
    }
    await this.commit();
    return rows;
  }

  /** Runs a statement that no transaction may have, such as VACUUM. */
  async runOutside(sql: string, parameters: readonly unknown[]): Promise<Rows> {
    await this.#take(false);
    return this.#send({ sql, parameters }).finally(() => this.#give());
  }

  #take(isShared: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#turns.push({ isShared, begin: resolve });
      if (!this.#isTaken) this.#give();
    });
  }

  #give(): void {
    const next = this.#turns.shift();
    this.#isTaken = next !== undefined;
    next?.begin();
  }

  /** Whether the next one in the queue shares the commit. */
  #goesOn(): boolean {
    return this.#turns[0]?.isShared === true && this.#done.length < MOST - 1;
  }

  #open(): void {
    // IMMEDIATE takes the lock for writing at once. To take it after reading could fail.
    if (!this.#isOpen) this.#before.push('begin immediate');
    this.#before.push('savepoint work');
    this.#isOpen = true;
  }

  async #commitAll(): Promise<void> {
    try {
      await this.#send({ sql: 'commit' });
      this.#isOpen = false;
      for (const { resolve } of this.#done.splice(0)) resolve();
    } catch (error) {
      if (this.#isOpen) await this.#send({ sql: 'rollback' }).catch(() => undefined);
      this.#lose(error);
      throw error;
    } finally {
      this.#give();
    }
  }

  async #send(order: Omit<Order, 'before'>): Promise<Rows> {
    const before = this.#before;
    this.#before = [];
    try {
      return await this.#thread.run({ before, ...order });
    } catch (error) {
      if (!(error as SqliteFailure).isInTransaction) this.#lose(error);
      throw error;
    }
  }

  /** Fails those that wait for a commit that will not come. */
  #lose(error: unknown): void {
    this.#isOpen = false;
    this.#before = [];
    for (const { reject } of this.#done.splice(0)) reject(error);
  }
}
