/* Official replies: published at once, in the name of the site. */
import { accepted } from '../comments/refusals.js';
import { canonicalLanguage, replay, withKey } from '../comments/submissions.js';
import { checkText } from '../comments/text.js';
import { type Context, findSite } from '../context.js';
import { LIMITS } from '../contract/limits.js';
import { fieldProblem, ServiceProblem } from '../contract/service-problem.js';
import type { Moderator } from './moderators.js';
import type { QueuedComment } from '../storage/queue.js';
import { store } from '../storage/store.js';
import type { CommentTable } from '../storage/tables.js';

export interface ReplyRequest {
  parent: QueuedComment;
  moderator: Moderator;
  idempotencyKey: string | undefined;
  body: string;
  lang?: string | null | undefined;
}

/**
 * Stores a reply once, however often it is sent.
 *
 * @throws ServiceProblem `parent` unless the comment is published
 */
export function reply(
  context: Context,
  { parent, moderator, idempotencyKey, body, lang }: ReplyRequest,
): Promise<{ stored: CommentTable; replayed: boolean }> {
  const site = findSite(context, parent.site);
  return withKey(context, site.name, idempotencyKey, async (idempotencyHash) => {
    const requestHash = context.keys
      .sign('request', 'official-reply', parent.id, body, lang ?? '')
      .toString('base64url');
    const earlier = await replay(context, idempotencyHash, requestHash);
    if (earlier) return { stored: earlier, replayed: true };
    const checked = checkText(body, site.bodyLimit, 'many', LIMITS.bodyBytes);
    if ('problem' in checked) throw fieldProblem('/body', checked.problem, checked.limit);
    if (parent.status !== 'published') throw new ServiceProblem('parent');
    const now = context.now();
    const result = await store(context.database, {
      threadId: parent.thread_id,
      site: site.name,
      threadKey: parent.thread_key,
      kind: 'official-reply',
      parentId: parent.id,
      body: checked.text,
      lang: canonicalLanguage(lang),
      authorName: site.officialName ?? null,
      contact: null,
      identity: null,
      consent: { version: site.consent.version, at: now },
      idempotencyHash,
      requestHash,
      receiptHash: () => null,
      publish: true,
      actor: moderator.name,
      now,
    });
    const stored = accepted(result);
    if (stored) return { stored, replayed: false };
    return { stored: (await replay(context, idempotencyHash, requestHash))!, replayed: true };
  });
}
