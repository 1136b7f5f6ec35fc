/* Failures of a database that pass by themselves. The client may try again and loses nothing. */

/** Primary result codes of SQLite: busy, locked, read-only, input/output, corrupt, full, cannot open, no database. */
const SQLITE = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** Classes and codes of PostgreSQL: connection, resources, operator; deadlock, lock, read-only, time-out. */
const POSTGRES = /^(08|53|57|58|40)|^(55P03|25006|XX000)$/;

/** Codes of the system for a server that cannot be reached. */
const SYSTEM = /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN|NOTFOUND|NETUNREACH)/;

/** Messages of the PostgreSQL client, which gives these errors no code. */
const CLIENT =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Client was closed/;

interface DatabaseFailure {
  code?: unknown;
  errcode?: unknown;
  message?: unknown;
}

/** There is more to do than can be done in time. */
export class Overload extends Error {
  readonly code = 'overload';
}

/** Whether a repetition may well succeed. */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof Overload) return true;
  const { code, errcode, message } = (error ?? {}) as DatabaseFailure;
  if (typeof errcode === 'number') return SQLITE.has(errcode & 0xff);
  if (typeof code === 'string' && (POSTGRES.test(code) || SYSTEM.test(code))) return true;
  return typeof message === 'string' && CLIENT.test(message);
}
