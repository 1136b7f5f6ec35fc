/* Kysely on SQLite. Statements run in threads of their own: one writes, one reads, and the event loop never waits for
 * either. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type RootOperationNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Rows } from './sqlite/messages.js';
import { Thread } from './sqlite/thread.js';
import { Writer } from './sqlite/writer.js';

const WRITES: RootOperationNode['kind'][] = [
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
];

const resultOf = <Row>({ rows, changes }: Rows): QueryResult<Row> => ({
  rows: rows as Row[],
  numAffectedRows: BigInt(changes),
});

/** One user of the database. It has the connection that writes only while it is in a transaction. */
class Session implements DatabaseConnection {
  readonly #writer: Writer;
  readonly #reader: Thread | undefined;
  #isInTransaction = false;

  constructor(writer: Writer, reader: Thread | undefined) {
    this.#writer = writer;
    this.#reader = reader;
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const writer = this.#writer;
    if (this.#isInTransaction) return resultOf(await writer.run(sql, parameters));
    if (WRITES.includes(query.kind)) return resultOf(await writer.runAlone(sql, parameters));
    if (query.kind === 'SelectQueryNode' && this.#reader) {
      return resultOf(await this.#reader.run({ before: [], sql, parameters }));
    }
    return resultOf(await writer.runOutside(sql, parameters));
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Rows are read page by page.');
  }

  async begin(): Promise<void> {
    await this.#writer.begin();
    this.#isInTransaction = true;
  }

  async commit(): Promise<void> {
    this.#isInTransaction = false;
    await this.#writer.commit();
  }

  async rollback(): Promise<void> {
    // A commit that failed has ended the transaction, and others have the connection now.
    if (!this.#isInTransaction) return;
    this.#isInTransaction = false;
    await this.#writer.rollback();
  }
}

class SqliteDriver implements Driver {
  readonly #writing: Thread;
  readonly #writer: Writer;
  readonly #reader: Thread | undefined;

  constructor(path: string) {
    this.#writing = new Thread({ path, isReader: false });
    // A second connection cannot see a database in memory. What it reads in its place must be committed.
    const isFile = path !== ':memory:';
    this.#writer = new Writer(this.#writing, isFile);
    if (isFile) this.#reader = new Thread({ path, isReader: true });
  }

  /** Opens the file: only the one that writes may have to make it. */
  async init(): Promise<void> {
    await this.#writer.runOutside('select 1', []);
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(new Session(this.#writer, this.#reader));
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  beginTransaction(session: Session): Promise<void> {
    return session.begin();
  }

  commitTransaction(session: Session): Promise<void> {
    return session.commit();
  }

  rollbackTransaction(session: Session): Promise<void> {
    return session.rollback();
  }

  async destroy(): Promise<void> {
    await this.#reader?.end();
    try {
      // Writes the log back into the file now, whatever keeps the file open.
      await this.#writer.runOutside('PRAGMA wal_checkpoint(TRUNCATE)', []);
    } finally {
      await this.#writing.end();
    }
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
