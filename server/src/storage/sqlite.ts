/* Kysely on the SQLite that comes ready-built in the package @photostructure/sqlite, whose interface is that of
 * the module `node:sqlite` of later Node versions. */
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

/** How long a write waits for another process's, milliseconds. The event loop waits with it: keep it short. */
const BUSY_TIMEOUT = 2000;
/** Prepared statements to keep; the service has fewer different ones. */
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
    // FULL: what was acknowledged survives a loss of power, not only a crash of the process.
    // secure_delete: what is erased is overwritten, not only forgotten.
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
    // Prepared statements outlive the call and keep the file open; what is in the log belongs into it all the same.
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

/** One connection, handed from one user to the next: a transaction must not mix with other queries. */
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
    // IMMEDIATE takes the lock for writing at once; a later step up from reading could only fail.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk ends the transaction by itself; to roll it back again would hide why.
    if (!this.#connection!.isTransaction) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#last;
    this.#connection?.close();
  }
}

/** SQLite can take back changes of tables, so migrations run in one transaction, and so under its lock. */
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
