/* Official replies: published in the name of the site, at once or when a second person has approved them. */
import { replay, withKey } from '../comments/idempotency.js';
import { accepted } from '../comments/refusals.js';
import { canonicalLanguage } from '../comments/submissions.js';
import { checkText } from '../comments/text.js';
import { LIMITS } from '../contract/limits.js';
import { type Context, findSite, type Site } from '../context.js';
import { fieldProblem, ServiceProblem } from '../contract/service-problem.js';
import type { QueuedComment } from '../storage/queue.js';
import { store } from '../storage/store.js';
import type { Submission } from '../storage/submissions.js';
import type { CommentTable, ProposalTable } from '../storage/tables.js';
import type { Moderator } from './moderators.js';
import { proposeReply } from './proposals.js';

export interface ReplyRequest {
  parent: QueuedComment;
  moderator: Moderator;
  idempotencyKey: string | undefined;
  body: string;
  lang?: string | null | undefined;
}

/** What came of a reply: it is published, or waits for a second person. */
export type ReplyOutcome = { replayed: boolean } & (
  { stored: CommentTable } | { proposed: ProposalTable }
);

/** What is stored of a reply. */
const submissionOf = (
  site: Site,
  parent: QueuedComment,
  reply: Pick<Submission, 'body' | 'lang' | 'idempotencyHash' | 'requestHash' | 'actor' | 'now'> &
    Partial<Pick<Submission, 'proposalId'>>,
): Submission => ({
  threadId: parent.thread_id,
  site: site.name,
  threadKey: parent.thread_key,
  kind: 'official-reply',
  parentId: parent.id,
  authorName: site.officialName ?? null,
  contact: null,
  identity: null,
  consent: { version: site.consent.version, at: reply.now },
  receiptHash: () => null,
  publish: true,
  ...reply,
});

/**
 * Stores or proposes a reply once, however often it is sent.
 *
 * @throws ServiceProblem `parent` unless the comment is published
 */
export function reply(
  context: Context,
  { parent, moderator, idempotencyKey, body, lang }: ReplyRequest,
): Promise<ReplyOutcome> {
  const site = findSite(context, parent.site);
  return withKey(context, site.name, idempotencyKey, async (key) => {
    const hashes = key.hashesOf('official-reply', parent.id, body, lang ?? '');
    const earlier = await replay(context.database, key, hashes);
    if (earlier) return { stored: earlier, replayed: true };
    const checked = checkText(body, site.bodyLimit, 'many', LIMITS.bodyBytes);
    if ('problem' in checked) throw fieldProblem('/body', checked.problem, checked.limit);
    if (parent.status !== 'published') throw new ServiceProblem('parent');
    const said = {
      body: checked.text,
      lang: canonicalLanguage(lang),
      idempotencyHash: key.hash,
      requestHash: hashes.current,
      actor: moderator.name,
      now: context.now(),
    };
    if (site.twoPersons.officialReplies) return proposeReply(context, parent, said);
    const result = await store(context.database, submissionOf(site, parent, said));
    const stored = accepted(result);
    if (stored) return { stored, replayed: false };
    return { stored: (await replay(context.database, key, hashes))!, replayed: true };
  });
}

/**
 * Publishes a reply that a second person has approved.
 *
 * @throws ServiceProblem `parent`; `not-found` when the proposal has ended
 */
export async function publishApproved(
  context: Context,
  proposal: ProposalTable,
  parent: QueuedComment,
  actor: string,
): Promise<CommentTable> {
  const result = await store(
    context.database,
    submissionOf(findSite(context, parent.site), parent, {
      body: proposal.body ?? '',
      lang: proposal.lang,
      idempotencyHash: proposal.idempotency_hash ?? '',
      requestHash: proposal.request_hash ?? '',
      proposalId: proposal.id,
      actor,
      now: context.now(),
    }),
  );
  const stored = accepted(result);
  // Its key is stored: another request has published it meanwhile.
  if (!stored) throw new ServiceProblem('not-found');
  return stored;
}
