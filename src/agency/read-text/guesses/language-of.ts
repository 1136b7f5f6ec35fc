import { isChinese } from '../punctuation.js';
import { isTraditional } from '../simplified.js';

/** Finds the language of a text: `zh-Hans`, `zh-Hant` or `en`. */
export function languageOf(text: string): string {
  if (!isChinese(text)) return 'en';
  return isTraditional(text) ? 'zh-Hant' : 'zh-Hans';
}
