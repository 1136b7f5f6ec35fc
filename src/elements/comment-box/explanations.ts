import { formatNumber, formatSpan } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import type { FieldProblem, ProviderError } from '../../comments/errors.js';
import { duplicate } from './reasons.js';
import { type Phrase, tableOf, type Words } from './words.js';

const ERRORS = /* @__PURE__ */ tableOf<ProviderError>({
  timeout: ({ msg }) => msg('服务器没有及时回应，请稍后重试', { id: 'comments.error.timeout' }),
  'rate-limited': ({ msg, localization: { language } }, { retryAfterMs }) => {
    if (!retryAfterMs) return msg('操作过于频繁，请稍后再试', { id: 'comments.error.rate' });
    const span = formatSpan(language, retryAfterMs / 1000);
    return msg(str`操作过于频繁，请稍后再试（${span}）`, { id: 'comments.error.wait' });
  },
  'queue-full': ({ msg }) =>
    msg('等待审核的评论过多，暂不接收新评论，请稍后再试', { id: 'comments.error.queue' }),
  'already-received': ({ msg }) =>
    msg('此评论早已收到，无需再次提交；时间已久，不再提供回执编号', {
      id: 'comments.error.received',
    }),
  captcha: ({ msg }) => msg('安全验证未通过，请再次提交', { id: 'comments.error.captcha' }),
  consent: ({ msg }) => msg('告知内容已更新，请重新阅读并同意', { id: 'comments.error.consent' }),
  validation: ({ msg }) =>
    msg('部分内容未被接受，请修改后再提交', { id: 'comments.error.validation' }),
  parent: ({ msg }) =>
    msg('要回复的评论已不存在，可取消回复后再提交', { id: 'comments.error.parent' }),
  unauthorized: ({ msg }) => msg('请先登录本网站', { id: 'comments.error.sign-in' }),
  forbidden: ({ msg }) => msg('评论服务拒绝了本页面的请求', { id: 'comments.error.forbidden' }),
  closed: ({ msg }) => msg('评论目前关闭', { id: 'comments.closed' }),
  'not-found': ({ msg }) => msg('没有找到，请核对后重试', { id: 'comments.error.not-found' }),
  'too-large': ({ msg }) =>
    msg('内容太长，评论服务无法接收，请缩短后再提交', { id: 'comments.error.too-large' }),
});

/** Explains an error between the box and its engine, and what the reader can do about it. */
export const explainError: Words<ProviderError> = (element, error) =>
  ERRORS.get(error.kind)?.(element, error) ??
  element.msg('服务器暂时出错，请稍后再试', { id: 'comments.error.server' });

const blank: Phrase = ({ msg }) => msg('请填写', { id: 'comments.field.blank' });
const unsolved: Phrase = ({ msg }) => msg('请完成验证', { id: 'comments.field.captcha' });

/** Texts by key, or by field and key. */
const PROBLEMS = /* @__PURE__ */ tableOf<FieldProblem>({
  'captcha missing': unsolved,
  'captcha blank': unsolved,
  captcha: ({ msg }) => msg('不正确或已过期，请重新验证', { id: 'comments.field.captcha-wrong' }),
  consent: ({ msg }) => msg('请阅读并同意后再提交', { id: 'comments.field.consent' }),
  ' blank': blank,
  ' required': blank,
  ' too-long': ({ msg, localization: { language } }, { limit }) => {
    const most = formatNumber(language, limit ?? 0);
    return msg(str`最多 ${most} 个字`, { id: 'comments.field.long' });
  },
  ' too-many-bytes': ({ msg }) =>
    msg('表情或特殊符号过多，请删去一些', { id: 'comments.field.bytes' }),
  ' combining-marks': ({ msg }) => msg('叠加符号过多，无法辨认', { id: 'comments.field.marks' }),
  ' duplicate': duplicate,
  ' reserved-name': ({ msg }) =>
    msg('此称呼保留给网站使用，请换一个', { id: 'comments.field.reserved' }),
});

/** Explains what is wrong with a field. */
export const explainField: Words<FieldProblem> = (element, problem) => {
  const { field, key } = problem;
  const words = PROBLEMS.get(`${field} ${key}`) ?? PROBLEMS.get(field) ?? PROBLEMS.get(` ${key}`);
  return (
    words?.(element, problem) ?? element.msg('未被接受，请修改', { id: 'comments.field.other' })
  );
};
