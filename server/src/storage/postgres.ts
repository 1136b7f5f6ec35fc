/* Kysely on PostgreSQL, with limits on how long a query may wait. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.js';

/** Makes the database of an address. The first query connects. */
export function postgres(url: string, poolSize: number): Kysely<Tables> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 3000,
    statement_timeout: 10_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 15_000,
    types,
  });
  // A connection that breaks fails its query, and the pool replaces it. Without these listeners the error would
  // end the process: the pool reports for idle connections, a busy one for itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
