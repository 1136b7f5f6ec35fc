import { tableOf, type Words } from './words.js';
import { lazily } from '../../base/templates/lazy.js';
import type { FieldProblem, ProviderError } from '../../comments/errors.js';
import type { CommentStatus } from '../../comments/types.js';
import { LazyModule } from '../../lazy-module.js';

/** Texts of errors. They load after an error, or when an author begins to write. */
export const explanations = new LazyModule(() => import('./explanations.js'));

/** Explains an error between the box and its engine, and what the reader can do about it. */
export const explainError: Words<ProviderError> = (element, error) =>
  // Texts that did not come say the same of the connection.
  error.kind === 'offline' || explanations.hasFailed
    ? element.msg('网络连接失败，请检查网络后重试', { id: 'problem.network' })
    : (lazily(element, explanations)?.explainError(element, error) ?? '');

/** Explains what is wrong with a field. */
export const explainField: Words<FieldProblem> = (element, problem) =>
  lazily(element, explanations)?.explainField(element, problem) ?? '';

const FIELDS = /* @__PURE__ */ tableOf({
  authorName: ({ msg }) => msg('称呼', { id: 'comments.name' }),
  contact: ({ msg }) => msg('联系方式', { id: 'comments.contact' }),
  captcha: ({ msg }) => msg('验证码', { id: 'comments.captcha' }),
  consent: ({ msg }) => msg('个人信息处理告知', { id: 'comments.notice' }),
  receipt: ({ msg }) => msg('回执编号', { id: 'comments.number' }),
});

/** Label of a field. */
export const fieldLabel: Words<string> = (element, field) =>
  FIELDS.get(field)?.(element) ?? element.msg('评论内容', { id: 'comments.body' });

/** Name of the author. It is optional. */
export const authorOf: Words<string | null> = ({ msg }, authorName) =>
  authorName ?? msg('匿名', { id: 'comments.anonymous' });

const STATUSES = /* @__PURE__ */ tableOf({
  pending: ({ msg }) => msg('待审核', { id: 'comments.status.pending' }),
  published: ({ msg }) => msg('已发布', { id: 'comments.status.published' }),
  rejected: ({ msg }) => msg('未通过', { id: 'comments.status.rejected' }),
  withdrawn: ({ msg }) => msg('已撤回', { id: 'comments.status.withdrawn' }),
  answered: ({ msg }) => msg('已答复', { id: 'comments.status.answered' }),
});

/** Label of the status of a comment. */
export const statusLabel: Words<CommentStatus | 'answered'> = (element, status) =>
  STATUSES.get(status)?.(element) ?? status;
