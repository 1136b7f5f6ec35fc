/*
 * A connection to PostgreSQL whose statements have a time limit. The limit is kept here and not by the server: a pooler
 * such as PgBouncer gives each transaction another session, and takes no limits for a session.
 */
import { connect } from 'node:net';
import type { PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** How long a statement may take, milliseconds. */
const STATEMENT = 10_000;
/** How long the server may take to cancel it. A server whose machine is gone never answers. */
const CANCELLATION = 2000;

/** The numbers by which the server knows a connection. It gives them when the connection begins. */
interface Session {
  processID: number;
  secretKey: number;
}

/** Asks the server, or the pooler, to cancel what a connection is waiting for. It needs a connection of its own. */
function cancel(client: pg.PoolClient): void {
  const { processID, secretKey } = client as pg.PoolClient & Session;
  const message = Buffer.alloc(16);
  // The length, the code of a request to cancel, and whose work it is about.
  [16, 80_877_102, processID, secretKey].forEach((value, at) =>
    message.writeInt32BE(value, at * 4),
  );
  const { host, port } = client;
  const socket = host.startsWith('/')
    ? connect(`${host}/.s.PGSQL.${port}`)
    : connect({ host, port });
  socket.on('error', () => undefined);
  socket.setTimeout(CANCELLATION, () => socket.destroy());
  // Left for the other side to close: PgBouncer drops the request of somebody who leaves.
  socket.write(message);
}

/** A client that Kysely takes for one of `pg`. It has no cursors: the service reads page by page. */
export class LimitedClient {
  readonly #client: pg.PoolClient;
  /** Whether others should not get the connection. */
  #isSpent = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** Runs a statement. One that takes too long is cancelled; the connection ends if that does not help. */
  async query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    const ending = setTimeout(
      () => this.#client.connection.stream.destroy(),
      STATEMENT + CANCELLATION,
    );
    // To cancel a commit would be answered as if it had succeeded, before a standby has it.
    const cancelling =
      sql === 'commit' ? undefined : setTimeout(() => cancel(this.#client), STATEMENT);
    try {
      return (await this.#client.query(sql, [
        ...parameters,
      ])) as unknown as PostgresQueryResult<Row>;
    } catch (error) {
      // This server only reads: it was the primary, and another one is now.
      if ((error as { code?: string }).code === '25006') this.#isSpent = true;
      throw error;
    } finally {
      clearTimeout(ending);
      clearTimeout(cancelling);
    }
  }

  release(): void {
    this.#client.release(this.#isSpent);
  }
}
