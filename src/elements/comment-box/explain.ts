import type { FieldProblem, ProviderError } from '../../comments/errors.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber, formatSpan } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';

/** What went wrong between the box and its engine, and what can be done about it. */
export function explainError(
  { msg, localization: { language } }: CustomsElement,
  { kind, retryAfterMs }: ProviderError,
): string {
  switch (kind) {
    case 'offline':
      return msg('网络连接失败，请检查网络后重试', { id: 'problem.network' });
    case 'timeout':
      return msg('服务器没有及时回应，请稍后重试', { id: 'comments.error.timeout' });
    case 'rate-limited': {
      if (!retryAfterMs) return msg('操作过于频繁，请稍后再试', { id: 'comments.error.rate' });
      const span = formatSpan(language, retryAfterMs / 1000);
      return msg(str`操作过于频繁，请稍后再试（${span}）`, { id: 'comments.error.wait' });
    }
    case 'captcha':
      return msg('安全验证未通过，请再次提交', { id: 'comments.error.captcha' });
    case 'consent':
      return msg('告知内容已更新，请重新阅读并同意', { id: 'comments.error.consent' });
    case 'validation':
      return msg('部分内容未被接受，请修改后再提交', { id: 'comments.error.validation' });
    case 'parent':
      return msg('要回复的评论已不存在，可取消回复后再提交', { id: 'comments.error.parent' });
    case 'unauthorized':
      return msg('请先登录本网站', { id: 'comments.error.sign-in' });
    case 'forbidden':
      return msg('评论服务拒绝了本页面的请求', { id: 'comments.error.forbidden' });
    case 'closed':
      return msg('评论目前关闭', { id: 'comments.closed' });
    case 'not-found':
      return msg('没有找到，请核对后重试', { id: 'comments.error.not-found' });
    case 'too-large':
      return msg('内容过大', { id: 'comments.error.too-large' });
    default:
      return msg('服务器暂时出错，请稍后再试', { id: 'comments.error.server' });
  }
}

/** What is wrong with a field. */
export function explainField(
  { msg, localization: { language } }: CustomsElement,
  { field, key, limit }: FieldProblem,
): string {
  if (field === 'captcha') {
    return key === 'missing' || key === 'blank'
      ? msg('请完成验证', { id: 'comments.field.captcha' })
      : msg('不正确或已过期，请重新验证', { id: 'comments.field.captcha-wrong' });
  }
  if (field === 'consent') {
    return msg('请阅读并同意后再提交', { id: 'comments.field.consent' });
  }
  switch (key) {
    case 'blank':
    case 'required':
      return msg('请填写', { id: 'comments.field.blank' });
    case 'too-long': {
      const most = formatNumber(language, limit ?? 0);
      return msg(str`最多 ${most} 个字`, { id: 'comments.field.long' });
    }
    case 'combining-marks':
      return msg('叠加符号过多，无法辨认', { id: 'comments.field.marks' });
    case 'duplicate':
      return msg('重复的评论', { id: 'comments.reason.duplicate' });
    case 'reserved-name':
      return msg('此称呼保留给网站使用，请换一个', { id: 'comments.field.reserved' });
    default:
      return msg('未被接受，请修改', { id: 'comments.field.other' });
  }
}

/** A field by its label. */
export function fieldLabel({ msg }: CustomsElement, field: string): string {
  switch (field) {
    case 'authorName':
      return msg('称呼', { id: 'comments.name' });
    case 'contact':
      return msg('联系方式', { id: 'comments.contact' });
    case 'captcha':
      return msg('验证码', { id: 'comments.captcha' });
    case 'consent':
      return msg('个人信息处理告知', { id: 'comments.notice' });
    default:
      return msg('评论内容', { id: 'comments.body' });
  }
}
