/* Limits how many comments of a site wait for review: more than people can read serve nobody. */
import type { SiteSettings } from '../configuration/settings.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Database } from '../storage/database.js';
import { countPending } from '../storage/counters.js';

/** How long a number is taken for right, milliseconds. Several processes may pass the limit by what comes meanwhile. */
const FRESH = 5000;
/** When a client may come again, seconds: people review, so it takes a while. */
const RETRY_AFTER = 600;

interface Waiting {
  count: number;
  /** When it was counted, milliseconds since 1970. */
  at: number;
}

export class PendingLimit {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #waiting = new Map<string, Promise<Waiting>>();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * Refuses a comment when too many wait.
   *
   * @throws ServiceProblem `queue-full`
   */
  async check({ name, pendingLimit }: { name: string } & Pick<SiteSettings, 'pendingLimit'>) {
    if (pendingLimit === 0) return;
    const waiting = await this.#count(name, pendingLimit);
    if (waiting.count >= pendingLimit) {
      throw new ServiceProblem('queue-full', { retryAfter: RETRY_AFTER });
    }
    waiting.count += 1;
  }

  async #count(site: string, most: number): Promise<Waiting> {
    const kept = await this.#waiting.get(site);
    const age = kept ? this.#now() - kept.at : FRESH;
    if (kept && age >= 0 && age < FRESH) return kept;
    const at = this.#now();
    const counting = countPending(this.#database, site, most).then((count) => ({ count, at }));
    this.#waiting.set(site, counting);
    counting.catch(() => this.#waiting.delete(site));
    return counting;
  }
}
