import { type Phrase, tableOf, type Words } from './words.js';

/** Duplicate comment. */
export const duplicate: Phrase = ({ msg }) =>
  msg('重复的评论', { id: 'comments.reason.duplicate' });

const advertising: Phrase = ({ msg }) => msg('广告', { id: 'comments.reason.advertising' });

const REASONS = /* @__PURE__ */ tableOf({
  'off-topic': ({ msg }) => msg('与主题无关', { id: 'comments.reason.off-topic' }),
  'personal-data': ({ msg }) => msg('含有个人信息', { id: 'comments.reason.personal-data' }),
  abuse: ({ msg }) => msg('辱骂或攻击', { id: 'comments.reason.abuse' }),
  advertising,
  spam: advertising,
  illegal: ({ msg }) => msg('违法内容', { id: 'comments.reason.illegal' }),
  duplicate,
  'false-information': ({ msg }) => msg('虚假信息', { id: 'comments.reason.false-information' }),
});

/** Reason for a rejection or report. Unknown keys become "other reasons". */
export const rejectionLabel: Words<string> = (element, code) =>
  REASONS.get(code)?.(element) ?? element.msg('其他原因', { id: 'comments.reason.other' });
