import { chineseNumeral } from '../chinese-numeral.js';
import { OWN_NUMBER } from '../own-number.js';

/** Splits a text into its own number, if it has one, and what follows. */
export function splitNumber(text: string): { readonly number?: string; readonly rest: string } {
  const match = OWN_NUMBER.exec(text);
  // A number alone is all there is to read.
  if (!match || match[0].length === text.length) return { rest: text };
  return { number: match[1]!, rest: text.slice(match[0].length) };
}

/**
 * True if a number is the one that the element writes by itself at this position: （三） in Chinese, 3.
 * elsewhere.
 */
export function isUsual(number: string, position: number, lang: string): boolean {
  const plain = number.replace(/[（）]/g, (bracket) => (bracket === '（' ? '(' : ')'));
  return plain === (/^zh\b/i.test(lang) ? `(${chineseNumeral(position)})` : `${position}.`);
}
