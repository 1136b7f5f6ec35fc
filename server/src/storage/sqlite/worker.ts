/* Runs in a thread of its own, and there alone holds a connection to a SQLite file: a statement makes the thread wait,
 * and no request. The package @photostructure/sqlite brings SQLite ready-built, with the interface of the module
 * `node:sqlite` of later Node versions. */
import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import type { Answer, Opening, Order, Rows } from './messages.js';

/** How long a write waits for another process, milliseconds. */
const BUSY_TIMEOUT = 2000;
/** How many prepared statements are kept. The service has fewer different ones. */
const STATEMENTS = 200;

interface Prepared {
  statement: StatementSyncInstance;
  returnsRows: boolean;
}

class Connection {
  readonly #database: InstanceType<typeof DatabaseSync>;
  readonly #prepared = new Map<string, Prepared>();

  constructor({ path, isReader }: Opening) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, readOnly: isReader });
    if (isReader) return;
    // FULL lets a comment with a receipt survive a power failure, not only a crash of the process.
    // secure_delete overwrites what is erased.
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;',
    );
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Runs statements without values. If one fails, those before it are undone as well. */
  prepareFor(before: readonly string[]): void {
    try {
      for (const step of before) this.#prepare(step).statement.run();
    } catch (error) {
      if (this.isInTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  run(sql: string, parameters: readonly unknown[]): Rows {
    const { statement, returnsRows } = this.#prepare(sql);
    const values = parameters as (string | number | null)[];
    if (returnsRows) return { rows: statement.all(...values), changes: 0 };
    return { rows: [], changes: statement.run(...values).changes };
  }

  #prepare(sql: string): Prepared {
    let prepared = this.#prepared.get(sql);
    if (!prepared) {
      const statement = this.#database.prepare(sql);
      prepared = { statement, returnsRows: statement.columns().length > 0 };
      if (this.#prepared.size >= STATEMENTS) this.#prepared.clear();
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }
}

let connection: Connection | undefined;

/** Carries an order out. The file is opened with the first one, so that this failure is answered like any other. */
function answer({ before, sql, parameters = [] }: Order): Answer {
  try {
    connection ??= new Connection(workerData as Opening);
    connection.prepareFor(before);
    return connection.run(sql, parameters);
  } catch (error) {
    const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
    return {
      failure: { message, code, errcode },
      isInTransaction: connection?.isInTransaction ?? false,
    };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));
