/* Finds out from the error of a database why the service cannot start. */
import type { StartReason } from '../words/start.js';
import { codeOf, REFUSED_PARAMETER } from './failures.js';
import { StartProblem } from './start-problem.js';

/** Primary result codes of SQLite. Only 11 (SQLITE_CORRUPT) and 26 (SQLITE_NOTADB) say that the file is no good. */
const SQLITE: Record<number, StartReason> = {
  5: 'locked',
  6: 'locked',
  8: 'no-writing',
  10: 'no-reading',
  11: 'damaged',
  13: 'disk-full',
  14: 'no-reading',
  26: 'no-sqlite',
};

/** Explains what is wrong with a SQLite file. */
export function explainSqlite(error: unknown, path: string): StartProblem {
  if (error instanceof StartProblem) return error;
  const { errcode } = error as { errcode?: number };
  const reason = errcode === undefined ? undefined : SQLITE[errcode & 0xff];
  return new StartProblem(reason ?? 'no-upgrade', { path, code: codeOf(error) }, { cause: error });
}

/** Codes of PostgreSQL, of the system and of TLS. */
const POSTGRES: [RegExp, StartReason][] = [
  [/^42501$/, 'postgres-no-right'],
  [/^3D000$/, 'postgres-no-database'],
  [/^28P01$/, 'postgres-password'],
  [/^28/, 'postgres-not-let-in'],
  [/^53300$/, 'postgres-full'],
  [/^25006$/, 'postgres-read-only'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'postgres-no-host'],
  [/^(E(CONN|PIPE|TIMEDOUT|HOST|NET)|ENOENT|08|57P03|timeout|closed)/, 'postgres-refused'],
  [/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO/, 'postgres-certificate'],
  // A migration that failed, after the service was let in.
  [/^(2[0-7]|4[24])/, 'no-upgrade'],
];

/** What the client says without a code. */
const MESSAGES: [RegExp, StartReason][] = [
  [REFUSED_PARAMETER, 'postgres-parameter'],
  [/does not support SSL/, 'postgres-no-ssl'],
  [/no encryption|SSL off/, 'postgres-needs-ssl'],
  [/SASL|password must be/, 'postgres-password'],
];

/** Explains why PostgreSQL cannot be used. */
export function explainPostgres(error: unknown): StartProblem {
  if (error instanceof StartProblem) return error;
  const { message = '' } = error as { message?: string };
  const code = codeOf(error);
  const said = MESSAGES.find(([pattern]) => pattern.test(message));
  const [, reason] = said ?? POSTGRES.find(([pattern]) => pattern.test(code)) ?? [];
  // Keeps the cause to itself: it quotes the address.
  return new StartProblem(reason ?? 'postgres-other', { code });
}
