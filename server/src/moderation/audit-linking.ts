/* Links new entries of the audit into its chain, a moment after they were written. */
import { linkAll } from '../storage/audit-chain.js';
import type { Database } from '../storage/database.js';

/** How often the service looks for entries that wait, milliseconds. */
const INTERVAL = 1000;

export class AuditLinking {
  readonly #database: Database;
  readonly #onFailure: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #linking: Promise<void> | undefined;
  #hasFailed = false;

  /**
   * Begins to link.
   *
   * @param onFailure - is told of a failure, once until linking works again: a database that is away would fill the log
   */
  constructor(database: Database, onFailure: (error: unknown) => void) {
    this.#database = database;
    this.#onFailure = onFailure;
    this.#timer = setInterval(() => void this.link(), INTERVAL);
    this.#timer.unref();
  }

  /** Links what waits. While that is under way, a second call waits for the first. */
  link(): Promise<void> {
    this.#linking ??= this.#run().finally(() => (this.#linking = undefined));
    return this.#linking;
  }

  /** Links once more, and ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#linking;
    await this.link();
  }

  async #run(): Promise<void> {
    try {
      await linkAll(this.#database);
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#onFailure(error);
      this.#hasFailed = true;
    }
  }
}
