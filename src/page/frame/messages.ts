import { matchLocale } from '../../base/language/strings.js';
import { ELEMENT_NAMES } from '../../elements.js';

/** Kept here because every English page would load them among the strings of the library. */
const MESSAGES = {
  widget: {
    'zh-Hans': `地址中的 widget 应为：${ELEMENT_NAMES.join('、')}。`,
    en: `In the address, widget must be one of: ${ELEMENT_NAMES.join(', ')}.`,
  },
  origin: {
    'zh-Hans': '地址中的 src 和 endpoint 只能指向本网站，因此不显示内容。',
    en: 'In the address, src and endpoint must point to this site, so nothing is shown.',
  },
  thread: {
    'zh-Hans': '地址中缺少 thread：评论须注明属于哪一页。',
    en: 'thread is missing in the address: comments must say which page they belong to.',
  },
  sandbox: {
    'zh-Hans':
      '请告知网站管理员：iframe 的 sandbox 属性缺少 allow-same-origin，因此读取不到数据或评论。',
    en: 'Please tell the webmaster: the sandbox attribute of the iframe lacks allow-same-origin, so data and comments cannot be fetched.',
  },
} as const;

/** Makes a message in the language of the page. */
export function createMessage(code: keyof typeof MESSAGES, language: string): HTMLElement {
  const locale = matchLocale(language) === 'en' ? 'en' : 'zh-Hans';
  const message = document.createElement('p');
  message.className = 'problem';
  message.setAttribute('role', 'alert');
  message.textContent = MESSAGES[code][locale];
  return message;
}
