/* Erases what a site has kept as long as its settings say. */
import type { SiteSettings } from '../configuration/settings.js';
import type { Context } from '../context.js';
import { audit } from '../storage/audit.js';
import { decide } from '../storage/decisions.js';
import { forgetReporters } from '../storage/reports.js';

const DAY = 86_400_000;
/** How many comments are erased at a time. Other requests have their turn in between. */
const BATCH = 100;

export class Retention {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Erases what is due in all sites, and forgets old captchas and counters. */
  async sweep(): Promise<void> {
    const { settings, database, rateLimits, now } = this.#context;
    await database.deleteFrom('used_challenge').where('forget_at', '<', now()).execute();
    await rateLimits.forget();
    await forgetReporters(database, now() - 2 * DAY);
    for (const [name, { retention }] of Object.entries(settings.sites)) {
      await this.#eraseContacts(name, retention.contactDays);
      await this.#eraseComments(name, 'pending', 'created_at', retention.pendingDays);
      await this.#eraseComments(name, 'rejected', 'updated_at', retention.rejectedDays);
      await this.#eraseComments(name, 'published', 'published_at', retention.publishedDays);
    }
  }

  async #eraseContacts(
    site: string,
    days: SiteSettings['retention']['contactDays'],
  ): Promise<void> {
    if (days === null) return;
    const { database, now } = this.#context;
    const { numUpdatedRows } = await database
      .updateTable('comment')
      .set({ contact: null, identity: null })
      .where('site', '=', site)
      .where('created_at', '<', now() - days * DAY)
      .where(({ or, eb }) => or([eb('contact', 'is not', null), eb('identity', 'is not', null)]))
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      await audit(database, { site, at: now(), actor: 'service', action: 'erased' });
    }
  }

  async #eraseComments(
    site: string,
    status: 'pending' | 'rejected' | 'published',
    since: 'created_at' | 'updated_at' | 'published_at',
    days: number | null,
  ): Promise<void> {
    if (days === null) return;
    const { database, now } = this.#context;
    for (;;) {
      const due = await database
        .selectFrom('comment')
        .select('id')
        .where('site', '=', site)
        .where('status', '=', status)
        .where('kind', '=', 'comment')
        .where(since, '<', now() - days * DAY)
        .orderBy('id')
        .limit(BATCH)
        .execute();
      for (const { id } of due) {
        // Ignores a refusal: another process, or the author, was faster.
        await decide(database, id, {
          status: 'withdrawn',
          actor: 'service',
          action: 'erased',
          now: now(),
        });
      }
      if (due.length < BATCH) return;
    }
  }
}
