/* Rows of the database as the contract shows them. */
import type { Static } from 'typebox';
import type { Outcome } from '../comments/submissions.js';
import type { Comment, ListedComment, Receipt, ReceiptStatus } from '../contract/comments.js';
import type { AuditPage, ModeratedComment } from '../contract/moderation.js';
import type { Proposal } from '../contract/proposals.js';
import type { PublicComment } from '../storage/lists.js';
import type { QueuedComment } from '../storage/queue.js';
import type { AuditTable, CommentTable, ProposalTable, ReportTable } from '../storage/tables.js';

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const orNull = <T>(value: number | null, present: (value: number) => T): T | null =>
  value === null ? null : present(value);

/** What somebody wrote. */
const presentWords = (row: Pick<CommentTable, 'body' | 'lang' | 'author_name'>) => ({
  body: row.body,
  lang: row.lang,
  authorName: row.author_name,
});

/** What is shown of a withdrawn comment, which a legal hold may keep. */
const NOTHING = { body: '', lang: null, authorName: null };

/** For everybody. */
export const presentComment = (row: PublicComment): Comment => ({
  id: row.id,
  parentId: row.parent_id || null,
  kind: row.kind,
  status: row.status as Comment['status'],
  ...(row.status === 'withdrawn' ? NOTHING : presentWords(row)),
  createdAt: instant(row.created_at),
  publishedAt: orNull(row.published_at, instant),
  replyCount: row.reply_count,
});

/** For everybody, in a list. */
export const presentListed = (
  row: PublicComment,
  officialReplies: readonly PublicComment[] = [],
): ListedComment => ({
  ...presentComment(row),
  officialReplies: officialReplies.map(presentComment),
});

/** For the author, once. */
export const presentReceipt = ({ comment, token }: Outcome): Receipt => ({
  token,
  id: comment.id,
  status: comment.status,
  createdAt: instant(comment.created_at),
});

const presentReason = (row: CommentTable): ReceiptStatus['reason'] =>
  row.status === 'rejected' && row.reason_code !== null
    ? {
        code: row.reason_code as NonNullable<ReceiptStatus['reason']>['code'],
        note: row.reason_note,
      }
    : null;

/** For whoever holds the receipt. */
export const presentReceiptStatus = (
  row: CommentTable,
  threadKey: string,
  replies: readonly PublicComment[],
): ReceiptStatus => ({
  id: row.id,
  site: row.site,
  thread: threadKey,
  status: row.status,
  createdAt: instant(row.created_at),
  updatedAt: instant(row.updated_at),
  reason: presentReason(row),
  held: row.held_at !== null,
  replies: replies.map(presentComment),
});

/** Says where a row comes from that was not made here. */
const presentOrigin = (
  row: Pick<CommentTable, 'imported_at' | 'imported_by' | 'imported_from'>,
): ModeratedComment['imported'] =>
  orNull(row.imported_at, (at) => ({
    by: row.imported_by ?? '',
    at: instant(at),
    from: row.imported_from ?? '',
  }));

/** An entry of the audit. */
export const presentEntry = (row: AuditTable): Static<typeof AuditPage>['items'][number] => ({
  id: row.id,
  at: instant(row.at),
  actor: row.actor,
  action: row.action,
  commentId: row.comment_id,
  reasonCode: row.reason_code,
  count: row.count,
  detail: row.detail,
  sequence: row.sequence,
  hash: row.hash,
  imported: presentOrigin(row),
});

/**
 * For moderators.
 *
 * @param seen - whether they see contact and identity, and what a legal hold keeps of a withdrawn comment
 */
export const presentModerated = (
  row: QueuedComment,
  reports: readonly ReportTable[],
  seen: { contacts: boolean; held: boolean },
): ModeratedComment => ({
  ...presentComment(row),
  ...(seen.held && presentWords(row)),
  status: row.status,
  site: row.site,
  thread: row.thread_key,
  contact: seen.contacts ? row.contact : null,
  identity: seen.contacts ? row.identity : null,
  version: row.version,
  updatedAt: instant(row.updated_at),
  reason: presentReason(row),
  reports: reports.map(({ reason, note, at }) => ({
    reason: reason as ModeratedComment['reports'][number]['reason'],
    note,
    at: instant(at),
  })),
  consent: { version: row.consent_version, at: instant(row.consent_at) },
  imported: presentOrigin(row),
  hold: orNull(row.held_at, (at) => ({
    by: row.held_by ?? '',
    at: instant(at),
    reason: row.hold_reason ?? '',
  })),
});

/** What waits for a second person. */
export const presentProposal = (
  row: ProposalTable,
  seen: Pick<Proposal, 'comment' | 'mayApprove' | 'mayRefuse'>,
): Proposal => ({
  id: row.id,
  kind: row.kind,
  site: row.site,
  body: row.body,
  lang: row.lang,
  proposedBy: row.proposed_by,
  proposedAt: instant(row.proposed_at),
  expiresAt: instant(row.expires_at),
  ...seen,
});
