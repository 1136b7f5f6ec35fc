/* Limits how often one address may do something. The database counts, so the limit holds for all processes. */
import type { Keys } from '../configuration/keys.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Database } from '../storage/database.js';

const DAY = 86_400_000;

/** Counts the addresses of a household as one: an IPv6 network gives it 2^64 of them. */
function household(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/**
 * Counters that know nobody by name: they keep an address as a hash with the key of the day, and only until
 * its window is over.
 */
export class RateLimits {
  readonly #database: Database;
  readonly #keys: Keys;
  readonly #now: () => number;

  constructor(database: Database, keys: Keys, now: () => number) {
    this.#database = database;
    this.#keys = keys;
    this.#now = now;
  }

  /** Makes a name that stands for an address today, and for nobody tomorrow. */
  pseudonym(kind: string, address: string): string {
    const day = String(Math.floor(this.#now() / DAY));
    return this.#keys.sign('rate', day, kind, household(address)).toString('base64url');
  }

  /**
   * Counts one request.
   *
   * @throws ServiceProblem `rate-limited` when there were too many
   */
  async count(
    kind: string,
    address: string,
    { max, seconds }: { max: number; seconds: number },
  ): Promise<void> {
    if (max === 0) return;
    const now = this.#now();
    const length = seconds * 1000;
    const { count, resets_at: resetsAt } = await this.#database
      .insertInto('rate')
      .values({ id: this.pseudonym(kind, address), count: 1, resets_at: now + length })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ eb, ref, val }) => {
          // A window that ends too late began before the clock was set back.
          const over = eb.or([
            eb('rate.resets_at', '<=', now),
            eb('rate.resets_at', '>', now + length),
          ]);
          return {
            count: eb
              .case()
              .when(over)
              .then(val(1))
              .else(eb('rate.count', '+', 1))
              .end(),
            resets_at: eb
              .case()
              .when(over)
              .then(val(now + length))
              .else(ref('rate.resets_at'))
              .end(),
          };
        }),
      )
      .returning(['count', 'resets_at'])
      .executeTakeFirstOrThrow();
    if (count <= max) return;
    const retryAfter = Math.max(1, Math.ceil((resetsAt - now) / 1000));
    throw new ServiceProblem('rate-limited', { retryAfter });
  }

  /** Forgets windows that are over. */
  async forget(): Promise<void> {
    await this.#database.deleteFrom('rate').where('resets_at', '<=', this.#now()).execute();
  }
}
