/* Kysely on SQLite. The package @photostructure/sqlite brings it ready-built, with the interface of the module
 * `node:sqlite` of later Node versions. */
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** How long a write waits for another process, milliseconds. The event loop waits too, so keep it short. */
const BUSY_TIMEOUT = 2000;
/** How many prepared statements are kept. The service has fewer different ones. */
const STATEMENTS = 200;

interface Prepared {
  statement: StatementSyncInstance;
  returnsRows: boolean;
}

class Connection implements DatabaseConnection {
  readonly #database: InstanceType<typeof DatabaseSync>;
  readonly #prepared = new Map<string, Prepared>();

  constructor(path: string) {
    this.#database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
    // FULL lets a comment with a receipt survive a power failure, not only a crash of the process.
    // secure_delete overwrites what is erased.
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;',
    );
  }

  executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, returnsRows } = this.#prepare(sql);
    const values = parameters as (string | number | null)[];
    if (returnsRows) return Promise.resolve({ rows: statement.all(...values) as Row[] });
    const { changes } = statement.run(...values);
    return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Rows are read page by page.');
  }

  get isTransaction(): boolean {
    return this.#database.isTransaction;
  }

  close(): void {
    // Writes the log back into the file now: prepared statements outlive this call and keep the file open.
    this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    this.#prepared.clear();
    this.#database.close();
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

/** Hands one connection from user to user, so that no other query gets into a transaction. */
class SqliteDriver implements Driver {
  readonly #path: string;
  #connection?: Connection;
  #last: Promise<unknown> = Promise.resolve();
  #release?: () => void;

  constructor(path: string) {
    this.#path = path;
  }

  init(): Promise<void> {
    this.#connection = new Connection(this.#path);
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release!: () => void;
    this.#last = new Promise<void>((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection!;
  }

  releaseConnection(): Promise<void> {
    this.#release?.();
    return Promise.resolve();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // IMMEDIATE takes the lock for writing at once. To take it after reading could fail.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk has ended the transaction already. To roll it back again would hide the reason.
    if (!this.#connection!.isTransaction) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#last;
    this.#connection?.close();
  }
}

/** Lets migrations run in one transaction, under its lock: SQLite can roll back changes of tables. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The dialect for Kysely. */
export const sqliteDialect = (path: string): Dialect => ({
  createAdapter: () => new TransactionalAdapter(),
  createDriver: () => new SqliteDriver(path),
  createIntrospector: (database: Kysely<unknown>) => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
