/*
 * Kysely on PostgreSQL, with limits on how long a query may wait. Nothing depends on the session of the server, so a
 * pooler may stand between, such as PgBouncer in transaction mode.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';
import { LimitedClient } from './limited-client.js';
import type { Tables } from './tables.js';

/** How long a transaction waits for what another one has locked, and may be left alone, milliseconds. */
const BEGIN =
  'begin; set local lock_timeout = 5000; set local idle_in_transaction_session_timeout = 15000';

/** Lets processes that start at once change the tables one after the other. The number is only ours. */
const BEGIN_MIGRATION = 'begin; select pg_advisory_xact_lock(6138530437391904)';

/** Begins every transaction with the same statements, sent in one message. */
class Driver extends PostgresDriver {
  readonly #begin: string;

  constructor(pool: PostgresPool, begin: string) {
    super({ pool });
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }
}

/** Leaves locking to the transaction of the migrations: Kysely would lock the session, which a pooler may change. */
class Adapter extends PostgresAdapter {
  override acquireMigrationLock(): Promise<void> {
    return Promise.resolve();
  }

  override releaseMigrationLock(): Promise<void> {
    return Promise.resolve();
  }
}

class Dialect extends PostgresDialect {
  readonly #driver: Driver;

  constructor(pool: PostgresPool, begin: string) {
    super({ pool });
    this.#driver = new Driver(pool, begin);
  }

  override createDriver(): Driver {
    return this.#driver;
  }

  override createAdapter(): Adapter {
    return new Adapter();
  }
}

function connections(url: string, max: number): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 3000, types });
  // A connection that breaks fails its query, and the pool replaces it. Without these listeners the error would
  // end the process: the pool reports for idle connections, a busy one for itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Makes the database of an address. The first query connects. */
export function postgres(url: string, poolSize: number): Kysely<Tables> {
  const pool = connections(url, poolSize);
  const limited: PostgresPool = {
    connect: async () => new LimitedClient(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
  return new Kysely<Tables>({ dialect: new Dialect(limited, BEGIN) });
}

/** The same database for its migrations: they may take long, and wait for those of another process. */
export const postgresForMigrations = (url: string): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new Dialect(connections(url, 1), BEGIN_MIGRATION) });
