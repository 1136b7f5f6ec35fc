/* Legal holds: while a comment is under one, nothing destroys its text. */
import { audit } from './audit.js';
import type { Database } from './database.js';
import { eraseWithin, findComment, lockComment } from './decisions.js';
import { lapseProposals } from './proposals.js';
import { attempt, Refusal, type Result } from './refusals.js';
import type { CommentTable } from './tables.js';

/**
 * Puts a comment under hold, or gives the hold another reason.
 *
 * @returns the comment as it is now, or why not: `missing`, or `settled` when it is erased
 */
export function putHold(
  database: Database,
  id: string,
  { reason, actor, now }: { reason: string; actor: string; now: number },
): Promise<Result<CommentTable>> {
  return attempt(database, async (work) => {
    const { comment } = await lockComment(work, id);
    if (comment.held_at === null && comment.status === 'withdrawn') throw new Refusal('settled');
    if (comment.hold_reason === reason) return comment;
    await work
      .updateTable('comment')
      .set({
        held_at: comment.held_at ?? now,
        held_by: actor,
        hold_reason: reason,
        version: comment.version + 1,
      })
      .where('id', '=', id)
      .execute();
    const { site } = comment;
    await audit(work, { site, at: now, actor, action: 'held', commentId: id, detail: reason });
    // Nobody can erase it meanwhile, so nobody needs to decide on that.
    await lapseProposals(work, id, ['erasure'], now);
    return (await findComment(work, id))!;
  });
}

/**
 * Lifts a hold. What the author has withdrawn meanwhile is erased now. Without a hold it changes nothing.
 *
 * @returns the comment as it is now, or why not: `missing`
 */
export function liftHold(
  database: Database,
  id: string,
  { actor, now }: { actor: string; now: number },
): Promise<Result<CommentTable>> {
  return attempt(database, async (work) => {
    const { comment } = await lockComment(work, id);
    const { site, status, hold_reason: reason } = comment;
    if (comment.held_at === null) return comment;
    await work
      .updateTable('comment')
      .set({ held_at: null, held_by: null, hold_reason: null, version: comment.version + 1 })
      .where('id', '=', id)
      .execute();
    const entry = { site, at: now, commentId: id };
    await audit(work, { ...entry, actor, action: 'hold-lifted', detail: reason ?? undefined });
    if (status === 'withdrawn') {
      await eraseWithin(work, comment);
      await work.updateTable('comment').set({ updated_at: now }).where('id', '=', id).execute();
      await audit(work, { ...entry, actor: 'service', action: 'erased' });
    }
    return (await findComment(work, id))!;
  });
}
