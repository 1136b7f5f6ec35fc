/* What readers report. */
import { v7 } from 'uuid';
import { audit } from './audit.js';
import { lockComment } from './decisions.js';
import type { Database } from './database.js';
import { attempt, Refusal, type Result } from './refusals.js';
import type { CommentTable, ReportTable } from './tables.js';

/**
 * Keeps a report; a second one by the same reader changes nothing.
 *
 * @returns nothing, or `missing` unless the comment is public
 */
export function report(
  database: Database,
  { comment_id, reason, note, at, reporter }: Omit<ReportTable, 'id' | 'site'>,
): Promise<Result<void>> {
  return attempt(database, async (work) => {
    const count = (change: number) =>
      work
        .updateTable('comment')
        .set((row) => ({ report_count: row('report_count', '+', change) }))
        .where('id', '=', comment_id)
        .where('status', '=', 'published')
        .returning('site')
        .executeTakeFirst();
    // Locks the comment first, as those who erase it or dismiss its reports do; so no report is left over.
    const comment = await count(1);
    if (!comment) throw new Refusal('missing');
    const { site } = comment;
    const { numInsertedOrUpdatedRows } = await work
      .insertInto('report')
      .values({ id: v7(), comment_id, site, reason, note, at, reporter })
      .onConflict((conflict) => conflict.columns(['comment_id', 'reporter']).doNothing())
      .executeTakeFirst();
    if (!Number(numInsertedOrUpdatedRows)) {
      await count(-1);
      return;
    }
    await audit(work, {
      site,
      at,
      actor: 'citizen',
      action: 'reported',
      commentId: comment_id,
      reasonCode: reason,
    });
  });
}

/**
 * Dismisses the reports of a comment that a moderator has looked at and keeps.
 *
 * @returns the comment as it is now, or why nothing was dismissed: `missing`, `changed`, or `settled` when there is
 *   no report
 */
export function dismissReports(
  database: Database,
  id: string,
  { version, actor, now }: { version: number; actor: string; now: number },
): Promise<Result<CommentTable>> {
  return attempt(database, async (work) => {
    const { comment } = await lockComment(work, id, version);
    if (comment.report_count === 0) throw new Refusal('settled');
    const kept = await work
      .updateTable('comment')
      .set({ report_count: 0, version: version + 1, updated_at: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await work.deleteFrom('report').where('comment_id', '=', id).execute();
    await audit(work, { site: comment.site, at: now, actor, action: 'dismissed', commentId: id });
    return kept;
  });
}

/** Forgets who made a report. By then, the key of the day has changed anyway, and the same reader counts as new. */
export async function forgetReporters(database: Database, before: number): Promise<void> {
  await database
    .updateTable('report')
    .set(({ ref }) => ({ reporter: ref('id') }))
    .where('at', '<', before)
    .whereRef('reporter', '!=', 'id')
    .execute();
}
