/*
 * Limits how often something may be done. The database counts, so a limit holds for all processes and after a restart.
 * What is full is refused from memory: then a refusal costs no write, and no look at the database either.
 */
import { LRUCache } from 'lru-cache';
import type { Keys } from '../configuration/keys.js';
import type { SiteSettings } from '../configuration/settings.js';
import type { CaptchaKind } from '../contract/comments.js';
import { ServiceProblem } from '../contract/service-problem.js';
import { forgetCounters } from '../storage/counters.js';
import type { Database } from '../storage/database.js';
import { Blocked } from './blocked.js';
import { type Counter, Counting, type Passed } from './counting.js';
import { MemoryCounting } from './memory-counting.js';
import { household, network } from './networks.js';

const DAY = 86_400_000;
/** How many requests may still be looked up for each counter that is full: they may be repeated ones. */
const LOOK_UPS = 100;
/** How many names are kept. */
const MOST_IDS = 5000;

type Limits = SiteSettings['limits'];
/** What is counted for an address. */
export type AddressLimit = Exclude<keyof Limits, 'network' | 'thread' | 'site' | 'siteTypedCodes'>;

interface LimitedSite {
  name: string;
  limits: Limits;
}

/**
 * Counters that know nobody by name: they keep an address as a hash with the key of the day, and only until
 * its window is over.
 */
export class RateLimits {
  readonly #database: Database;
  readonly #keys: Keys;
  readonly #now: () => number;
  /** The names of today that were made last: to make one takes longer than to refuse a request. */
  readonly #ids = new LRUCache<string, string>({ max: MOST_IDS });
  #day = NaN;
  readonly #counting: Counting;
  readonly #memory: MemoryCounting;
  readonly #blocked: Blocked;

  constructor(database: Database, keys: Keys, now: () => number) {
    this.#database = database;
    this.#keys = keys;
    this.#now = now;
    this.#counting = new Counting(database, now);
    this.#memory = new MemoryCounting(now);
    this.#blocked = new Blocked(now);
  }

  /** Makes a name that stands for an address today, and for nobody tomorrow. */
  pseudonym(kind: string, address: string): string {
    return this.#id(kind, household(address));
  }

  /**
   * The counters of an address for one limit of a site: its own, and that of the network around it.
   *
   * @param kind - tells apart what has a limit of its own under the same setting
   */
  ofAddress(site: LimitedSite, limit: AddressLimit, address: string, kind = ''): Counter[] {
    const { max, seconds } = site.limits[limit];
    const name = [limit, site.name, kind].join('/');
    const length = seconds * 1000;
    return [
      { id: this.pseudonym(name, address), max, length },
      {
        id: this.#id(`network/${name}`, network(address)),
        max: max * site.limits.network,
        length,
      },
    ].filter((counter) => counter.max > 0);
  }

  /** The counters of a thread and its site, which all addresses share; typed digits have one besides. */
  ofPlace({ name, limits }: LimitedSite, thread: string, kind?: CaptchaKind): Counter[] {
    return [
      ...(kind === 'code' ? [{ id: this.#id('typed-codes', name), ...limits.siteTypedCodes }] : []),
      { id: this.#id(`thread/${name}`, thread), ...limits.thread },
      { id: this.#id('site', name), ...limits.site },
    ]
      .filter(({ max }) => max > 0)
      .map(({ id, max, seconds }) => ({ id, max, length: seconds * 1000 }));
  }

  /**
   * Refuses what is known to be too much.
   *
   * @throws ServiceProblem `rate-limited`
   */
  refuse(counters: readonly Counter[]): void {
    for (const { id } of counters) {
      const block = this.#blocked.find(id);
      if (block) throw this.#tooMany(block.ends);
    }
  }

  /**
   * Refuses what is known to be too much, once so much was looked up that no client has as many requests to repeat.
   *
   * @param lookUps - how many look-ups this request needs
   * @throws ServiceProblem `rate-limited`
   */
  refuseUnread(counters: readonly Counter[], lookUps: 0 | 1): void {
    for (const { id } of counters) {
      const block = this.#blocked.find(id);
      if (!block) continue;
      if (block.lookUps === 0) throw this.#tooMany(block.ends);
      block.lookUps -= lookUps;
    }
  }

  /**
   * Counts one request.
   *
   * @throws ServiceProblem `rate-limited` when there were too many
   */
  async count(counters: readonly Counter[]): Promise<void> {
    if (counters.length === 0) return;
    this.refuse(counters);
    this.#answer(await this.#counting.take(counters));
  }

  /**
   * Counts one request in this process only, where a write would cost more than what is limited.
   *
   * @throws ServiceProblem `rate-limited` when there were too many
   */
  countHere(counters: readonly Counter[]): void {
    this.refuse(counters);
    this.#answer(this.#memory.take(counters));
  }

  /** Takes back what was counted for a request that came to nothing. */
  async giveBack(counters: readonly Counter[]): Promise<void> {
    await this.#counting.giveBack(counters);
  }

  /** Forgets windows that are over. */
  async forget(): Promise<void> {
    await forgetCounters(this.#database, this.#now());
  }

  #id(kind: string, subject: string): string {
    const day = Math.floor(this.#now() / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#ids.clear();
    }
    const name = `${kind} ${subject}`;
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#keys.sign('rate', String(day), kind, subject).toString('base64url');
      this.#ids.set(name, id);
    }
    return id;
  }

  #answer(passed: Passed | undefined): void {
    if (!passed) return;
    const { counter, ends } = passed;
    this.#blocked.add(counter.id, { ends, length: counter.length, lookUps: LOOK_UPS });
    throw this.#tooMany(ends);
  }

  #tooMany(ends: number): ServiceProblem {
    const retryAfter = Math.max(1, Math.ceil((ends - this.#now()) / 1000));
    return new ServiceProblem('rate-limited', { retryAfter });
  }
}
