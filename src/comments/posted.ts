import type { StoredDraft } from './drafts.js';
import type { CommentRecord, Receipt, ReceiptStatus } from './types.js';

/** A comment of this visit, which the lists may not show yet. */
export interface PostedComment {
  readonly record: CommentRecord;
  /** The receipt number. */
  readonly token: string | null;
  /** The comment that it answers. */
  readonly parent: StoredDraft['parent'];
}

/** A comment as a list would show it, made of what was sent and of its receipt. */
export function postedComment(receipt: Receipt, draft: StoredDraft): PostedComment {
  const { id, status, createdAt, token } = receipt;
  const { body, authorName, parent, sent } = draft;
  const record: CommentRecord = {
    id,
    status,
    createdAt,
    parentId: parent?.id ?? null,
    kind: 'comment',
    body,
    lang: sent?.lang ?? null,
    authorName: authorName || null,
    replyCount: 0,
    replies: [],
  };
  return { record, token, parent };
}

/** The same comment as it stands now. The text of one that was withdrawn is no longer shown. */
export function withStatus(posted: PostedComment, { id, status }: ReceiptStatus): PostedComment {
  const { record } = posted;
  if (record.id !== id) return posted;
  const body = status === 'withdrawn' ? '' : record.body;
  return { ...posted, record: { ...record, status, body } };
}
