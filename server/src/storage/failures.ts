/* Failures of a database: which ones pass by themselves, and what the log may say of them. */

/** Primary result codes of SQLite: busy, locked, read-only, input/output, corrupt, full, cannot open, no database. */
const SQLITE = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** Classes and codes of PostgreSQL: connection, resources, operator; deadlock, lock, read-only, time-out. */
const POSTGRES = /^(08|53|57|58|40)|^(55P03|25006|XX000)$/;

/** Codes of the system for a server that cannot be reached. */
const SYSTEM = /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN|NOTFOUND|NETUNREACH)/;

/** Our code for a thread of a SQLite file that has ended. The next statement starts another one. */
export const THREAD_ENDED = 'ERR_DATABASE_THREAD';

/** Messages of the PostgreSQL client, which gives these errors no code, and the codes that we give them. */
const CLIENT: [RegExp, string][] = [
  [/timeout exceeded when trying to connect/, 'timeout'],
  [/Connection terminated|not queryable|Client was closed/, 'closed'],
];

interface DatabaseFailure {
  code?: unknown;
  errcode?: unknown;
  message?: unknown;
  name?: unknown;
  table?: unknown;
  constraint?: unknown;
}

/** There is more to do than can be done in time. */
export class Overload extends Error {
  readonly code = 'overload';
}

const partsOf = (error: unknown): DatabaseFailure => error ?? {};

/** The code of what the PostgreSQL client says in words only. */
const clientCode = ({ message }: DatabaseFailure): string | undefined =>
  typeof message === 'string' ? CLIENT.find(([pattern]) => pattern.test(message))?.[1] : undefined;

/** What PgBouncer says of a parameter that it does not take. It gives the same code for what passes: 08P01. */
export const REFUSED_PARAMETER = /unsupported startup parameter/;

/** Whether a repetition may well succeed. */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof Overload) return true;
  const parts = partsOf(error);
  if (REFUSED_PARAMETER.test(String(parts.message))) return false;
  const { code, errcode } = parts;
  if (typeof errcode === 'number') return SQLITE.has(errcode & 0xff);
  if (code === THREAD_ENDED) return true;
  if (typeof code === 'string' && (POSTGRES.test(code) || SYSTEM.test(code))) return true;
  return clientCode(parts) !== undefined;
}

/** The code of an error: SQLSTATE, that of SQLite or of the system, else its name. It quotes nothing stored. */
export function codeOf(error: unknown): string {
  const parts = partsOf(error);
  const { code, errcode, name } = parts;
  if (typeof errcode === 'number') return `SQLite ${errcode}`;
  if (typeof code === 'string') return code;
  return clientCode(parts) ?? (typeof name === 'string' ? name : 'unknown');
}

/** What codes mean: the first pattern that fits. */
const REASONS: [RegExp, string][] = [
  [/^23505$|^SQLite (1555|2067)$/, 'a value that must be unique is there already'],
  [/^23|^SQLite 19$/, 'a rule of the table refuses the row'],
  [/^42501$/, 'the user has no right to this'],
  [/^42/, 'the tables are not those that this version expects'],
  [/^22/, 'a value does not fit its column'],
  [/^25006$|^SQLite 8$/, 'the database can only be read'],
  [/^28/, 'the database does not let the service in'],
  [/^40P01$|^40001$/, 'two transactions were in each other’s way'],
  [/^55P03$|^SQLite [56]$/, 'the rows are locked for too long'],
  [/^57014$/, 'the statement took too long'],
  [/^57P0[123]$/, 'the database server is stopping or starting'],
  [/^53100$|^SQLite 13$/, 'the disk is full'],
  [/^53300$/, 'the database server has no free connection'],
  [/^53/, 'the database server is short of memory or other means'],
  [/^overload$/, 'there is more to do than can be done in time'],
  [/^timeout$/, 'no connection was free in time'],
  [new RegExp(`^${THREAD_ENDED}$`), 'the thread of the database has ended; another one starts'],
  [/^(08|E[A-Z]+|closed)/, 'the connection to the database is broken'],
  [/^SQLite (11|26)$/, 'the database is damaged'],
  [/^SQLite (10|14)$/, 'the file of the database cannot be read or written'],
];

/**
 * What the log may say of a failure. The message of a database quotes what was stored; the code, what it means, and
 * the names of table and rule do not.
 */
export function describeFailure(error: unknown) {
  const { name, code, errcode, table, constraint } = partsOf(error);
  const shown = codeOf(error);
  const primary = typeof errcode === 'number' ? `SQLite ${errcode & 0xff}` : shown;
  const reason = REASONS.find(([pattern]) => pattern.test(shown) || pattern.test(primary))?.[1];
  return { name, code: code ?? shown, errcode, reason, table, constraint };
}
