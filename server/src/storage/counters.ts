/* Counts requests for all processes, and comments that wait. A counter is an id, a number, and when it begins again. */
import type { Database } from './database.js';

/** What is added to one counter. */
export interface Increment {
  id: string;
  /** How many; less than none gives back. */
  by: number;
  /** When a window that begins now is over, milliseconds since 1970. */
  ends: number;
}

/** A counter after something was added. */
export interface Counted {
  count: number;
  ends: number;
}

/**
 * How many counters one statement adds to. There are few sizes, because the driver keeps each prepared statement; and
 * the largest stays far below the number of values that a statement can have.
 */
const SIZES = [256, 128, 64, 32, 16, 8, 7, 6, 5, 4, 3, 2, 1];

/** Adds to counters, each of which may be given once, and tells what they are then. */
export async function addToCounters(
  database: Database,
  increments: readonly Increment[],
  now: number,
): Promise<Map<string, Counted>> {
  // Two processes that take the same rows in the same order cannot wait for each other.
  const sorted = [...increments].sort((one, other) => (one.id < other.id ? -1 : 1));
  const counted = new Map<string, Counted>();
  for (let at = 0; at < sorted.length;) {
    const size = SIZES.find((possible) => possible <= sorted.length - at)!;
    const rows = await add(database, sorted.slice(at, at + size), now);
    for (const { id, count, resets_at: ends } of rows) counted.set(id, { count, ends });
    at += size;
  }
  return counted;
}

const add = (database: Database, increments: readonly Increment[], now: number) =>
  database
    .insertInto('rate')
    .values(increments.map(({ id, by, ends }) => ({ id, count: by, resets_at: ends })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ eb, ref, val }) => {
        // A window that ends later than one that begins now began before the clock was set back.
        const over = eb.or([
          eb('rate.resets_at', '<=', now),
          eb('rate.resets_at', '>', ref('excluded.resets_at')),
        ]);
        return {
          count: eb
            .case()
            .when(eb.and([over, eb('excluded.count', '<', 0)]))
            .then(val(0))
            .when(over)
            .then(ref('excluded.count'))
            .else(eb('rate.count', '+', ref('excluded.count')))
            .end(),
          resets_at: eb
            .case()
            .when(over)
            .then(ref('excluded.resets_at'))
            .else(ref('rate.resets_at'))
            .end(),
        };
      }),
    )
    .returning(['id', 'count', 'resets_at'])
    .execute();

/** Forgets counters whose time is over. */
export const forgetCounters = (database: Database, now: number): Promise<unknown> =>
  database.deleteFrom('rate').where('resets_at', '<=', now).execute();

/** Counts the comments of a site that wait for review, up to a number. */
export async function countPending(
  database: Database,
  site: string,
  most: number,
): Promise<number> {
  const waiting = database
    .selectFrom('comment')
    .select('id')
    .where('site', '=', site)
    .where('status', '=', 'pending')
    .limit(most)
    .as('waiting');
  const { count } = await database
    .selectFrom(waiting)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
