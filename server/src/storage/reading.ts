/*
 * Where lists and counts are read: from a standby if there is one, else from the primary. A standby is a moment behind,
 * so what it shows is merely older. All that decides something is read from the primary, and not here.
 */
import type { Database } from './database.js';

/** How long a standby may take, milliseconds. The primary answers after that. */
const PATIENCE = 2000;
/** For how long a standby that failed is not asked again, milliseconds. */
const PAUSE = 5000;

/** Fails when work takes too long. The work itself goes on, and its result is forgotten. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The standby takes too long.')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads what everybody may read. */
export class Reading {
  readonly #primary: Database;
  readonly #standby: Database | undefined;
  #pausedUntil = 0;

  constructor(primary: Database, standby?: Database) {
    this.#primary = primary;
    this.#standby = standby;
  }

  /** Reads one thing. The primary answers in place of a standby that fails. */
  async one<Result>(read: (database: Database) => Promise<Result>): Promise<Result> {
    if (!this.#standby || performance.now() < this.#pausedUntil) return read(this.#primary);
    try {
      return await inTime(read(this.#standby));
    } catch {
      this.#pausedUntil = performance.now() + PAUSE;
      return read(this.#primary);
    }
  }

  /**
   * Reads several things, the later ones never older than the first: of several standbys behind one address, one
   * answers them all.
   *
   * @param read - gives undefined if something is not there; it may only be too new for the standby
   */
  async together<Result>(
    read: (database: Database) => Promise<Result>,
  ): Promise<Result | undefined> {
    if (!this.#standby) return read(this.#primary);
    const found = await this.one((database) =>
      database === this.#primary ? read(database) : database.transaction().execute(read),
    );
    return found === undefined ? read(this.#primary) : found;
  }

  /** Ends the connections to the standby. */
  async close(): Promise<void> {
    await this.#standby?.destroy();
  }
}
