import type { CustomsElement } from '../../base/element/customs-element.js';
import type { CommentStatus } from '../../comments/types.js';

/** How a comment stands, in words. */
export function statusLabel({ msg }: CustomsElement, status: CommentStatus | 'answered'): string {
  switch (status) {
    case 'pending':
      return msg('待审核', { id: 'comments.status.pending' });
    case 'published':
      return msg('已发布', { id: 'comments.status.published' });
    case 'rejected':
      return msg('未通过', { id: 'comments.status.rejected' });
    case 'withdrawn':
      return msg('已撤回', { id: 'comments.status.withdrawn' });
    case 'answered':
      return msg('已答复', { id: 'comments.status.answered' });
  }
}

/** Why a comment was rejected, in words. Keys that are not known read as another reason. */
export function rejectionLabel({ msg }: CustomsElement, code: string): string {
  switch (code) {
    case 'off-topic':
      return msg('与主题无关', { id: 'comments.reason.off-topic' });
    case 'personal-data':
      return msg('含有个人信息', { id: 'comments.reason.personal-data' });
    case 'abuse':
      return msg('辱骂或攻击', { id: 'comments.reason.abuse' });
    case 'advertising':
    case 'spam':
      return msg('广告', { id: 'comments.reason.advertising' });
    case 'illegal':
      return msg('违法内容', { id: 'comments.reason.illegal' });
    case 'duplicate':
      return msg('重复的评论', { id: 'comments.reason.duplicate' });
    case 'false-information':
      return msg('虚假信息', { id: 'comments.reason.false-information' });
    default:
      return msg('其他原因', { id: 'comments.reason.other' });
  }
}
