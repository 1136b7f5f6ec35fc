/* Erases what a site has kept as long as its settings say. */
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.js';
import { audit } from '../storage/audit.js';
import { decide } from '../storage/decisions.js';
import { dueComments, type DueRequest, dueContacts, eraseContacts } from '../storage/due.js';
import { sweepProposals } from '../storage/proposals.js';
import { forgetReporters } from '../storage/reports.js';
import { forgetStaffTokens } from '../storage/staff.js';
import { eraseKeys } from '../storage/thread-keys.js';

const DAY = 86_400_000;
/** How many comments are erased before a rest. */
const BATCH = 100;

export class Retention {
  readonly #context: Context;
  #isEnding = false;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Erases what is due in all sites, keys of threads without a comment too, and forgets old captchas and counters. */
  async sweep(): Promise<void> {
    const { settings, database, rateLimits, now } = this.#context;
    await database.deleteFrom('used_challenge').where('forget_at', '<', now()).execute();
    await rateLimits.forget();
    await forgetReporters(database, now() - 2 * DAY);
    await forgetStaffTokens(database, now() - 30 * DAY);
    await sweepProposals(database, now());
    for (const [site, { retention }] of Object.entries(settings.sites)) {
      await this.#eraseContacts(site, retention.contactDays);
      const erase = (
        status: DueRequest['status'],
        since: DueRequest['since'],
        days: number | null,
      ) => this.#eraseComments({ site, status, since }, days);
      await erase('pending', 'created_at', retention.pendingDays);
      await erase('rejected', 'updated_at', retention.rejectedDays);
      await erase('published', 'published_at', retention.publishedDays);
      while (await eraseKeys(database, site));
    }
  }

  /** Ends a sweep that is under way after its current step. The next one makes up for it. */
  end(): void {
    this.#isEnding = true;
  }

  /** Works through batches, and rests after each one as long as it took: most of the machine belongs to requests. */
  async #work(
    slices: AsyncGenerator<string[]>,
    erase: (ids: readonly string[]) => Promise<void>,
  ): Promise<void> {
    for await (const ids of slices) {
      for (let at = 0; at < ids.length; at += BATCH) {
        if (this.#isEnding) return;
        const began = performance.now();
        await erase(ids.slice(at, at + BATCH));
        await setTimeout(performance.now() - began);
      }
      if (this.#isEnding) return;
    }
  }

  async #eraseContacts(site: string, days: number | null): Promise<void> {
    if (days === null) return;
    const { database, now } = this.#context;
    let erased = 0;
    await this.#work(dueContacts(database, site, now() - days * DAY), async (ids) => {
      await eraseContacts(database, ids);
      erased += ids.length;
    });
    if (erased > 0) await audit(database, { site, at: now(), actor: 'service', action: 'erased' });
  }

  async #eraseComments(due: Omit<DueRequest, 'before'>, days: number | null): Promise<void> {
    if (days === null) return;
    const { database, now } = this.#context;
    await this.#work(dueComments(database, { ...due, before: now() - days * DAY }), async (ids) => {
      for (const id of ids) {
        if (this.#isEnding) return;
        // Ignores a refusal: another process, or the author, was faster.
        await decide(database, id, {
          status: 'withdrawn',
          actor: 'service',
          action: 'erased',
          now: now(),
        });
      }
    });
  }
}
