import type { StoredDraft } from './drafts.js';
import type { CommentRecord, Receipt, ReceiptStatus } from './types.js';

/** A comment posted in this visit. Lists may not contain it yet. */
export interface PostedComment {
  readonly record: CommentRecord;
  /** Receipt number. */
  readonly token: string | null;
  /** The comment that it replies to. */
  readonly parent: StoredDraft['parent'];
}

/** Builds a comment as a list would contain it, from the content sent and its receipt. */
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

/** Updates the status of a posted comment. A withdrawn comment loses its text. */
export function withStatus(posted: PostedComment, { id, status }: ReceiptStatus): PostedComment {
  const { record } = posted;
  if (record.id !== id) return posted;
  const body = status === 'withdrawn' ? '' : record.body;
  return { ...posted, record: { ...record, status, body } };
}
