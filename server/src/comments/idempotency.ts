/* Keys that come with a draft, so that a request that is repeated is stored once. */
import { hash } from '../configuration/keys.js';
import type { Context } from '../context.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Database } from '../storage/database.js';
import { findByKey } from '../storage/submissions.js';
import type { CommentTable } from '../storage/tables.js';

const KEY = /^[\x21-\x7e]{16,255}$/;
/** Fewest different characters. Of 16 random hexadecimal digits, one key in two million has fewer. */
const VARIETY = 5;

/** The hashes that tell whether a draft is the same. */
export interface RequestHashes {
  /** Made with the key of the client. */
  current: string;
  /** As versions up to 0.2 have kept it. */
  former: string;
}

/** The key of one request. It is never stored itself. */
export interface IdempotencyKey {
  /** What the database knows the key by. */
  hash: string;
  /** Hashes what makes the draft. */
  hashesOf: (...parts: string[]) => RequestHashes;
}

/** Whether the key is one pattern again and again: no program that draws keys makes that. */
const isPattern = (key: string): boolean =>
  Array.from({ length: Math.floor(key.length / 2) }, (_, at) => at + 1).some((period) =>
    key.startsWith(key.slice(period)),
  );

/** Whether nobody comes upon the key by chance. Whoever has it, and the draft, gets the receipt. */
export const isKey = (key: string): boolean =>
  KEY.test(key) && new Set(key).size >= VARIETY && !isPattern(key);

/** Runs the work for one key, and refuses a second request for it meanwhile. */
export async function withKey<T>(
  { inFlight, keys }: Pick<Context, 'inFlight' | 'keys'>,
  site: string,
  key: string | undefined,
  work: (key: IdempotencyKey) => Promise<T>,
): Promise<T> {
  if (key === undefined || !isKey(key)) throw new ServiceProblem('idempotency-key');
  const idempotencyHash = hash('idempotency', site, key);
  if (inFlight.has(idempotencyHash)) throw new ServiceProblem('in-flight', { retryAfter: 1 });
  inFlight.add(idempotencyHash);
  const sign = (...parts: string[]) => keys.sign('request', ...parts).toString('base64url');
  try {
    return await work({
      hash: idempotencyHash,
      // With the key, the hash may outlive the text: who does not know the key cannot try texts, whatever else leaks.
      hashesOf: (...parts) => ({
        current: `2.${sign('2', key, ...parts)}`,
        former: sign(...parts),
      }),
    });
  } finally {
    inFlight.delete(idempotencyHash);
  }
}

/**
 * Finds the comment of a key, also one that is erased.
 *
 * @throws ServiceProblem `idempotency-key-reused` when the key belongs to another comment, or nobody can tell
 */
export async function replay(
  database: Database,
  key: IdempotencyKey,
  { current, former }: RequestHashes,
): Promise<CommentTable | undefined> {
  const earlier = await findByKey(database, key.hash);
  if (earlier && earlier.request_hash !== current && earlier.request_hash !== former) {
    throw new ServiceProblem('idempotency-key-reused');
  }
  return earlier;
}
