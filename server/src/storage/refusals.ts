/* What the storage refuses, in its own words. Whoever asked knows what that means to a client. */
import type { Database } from './database.js';
import type { Work } from './threads.js';

/** Why nothing was stored. */
export type RefusalReason =
  /** There is no such comment, or none that is public. */
  | 'missing'
  /** The comment has changed since it was read. */
  | 'changed'
  /** The comment is so already, or its author has withdrawn it. */
  | 'settled'
  /** It is under a legal hold. */
  | 'held'
  /** The comment that it replies to is not shown. */
  | 'parent'
  /** The proof of the captcha was used before. */
  | 'used-proof'
  /** The key of the request belongs to something else. */
  | 'used-key'
  /** The proposal has ended. */
  | 'ended';

/** Ends a transaction, and undoes what it has written. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/** What came of a transaction: what it gave, or why it was undone. */
export type Result<T> = { value: T; refused?: undefined } | { refused: RefusalReason };

/** Runs work in a transaction, and tells a refusal as a result. */
export async function attempt<T>(
  database: Database,
  work: (work: Work) => Promise<T>,
): Promise<Result<T>> {
  try {
    return { value: await database.transaction().execute(work) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason };
    throw error;
  }
}
