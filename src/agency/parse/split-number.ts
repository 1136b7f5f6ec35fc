import { chineseNumeral } from '../chinese-numeral.js';
import { OWN_NUMBER } from '../own-number.js';

/** Splits a text into its own number, if it has one, and what follows. */
export function splitNumber(text: string): { readonly number?: string; readonly rest: string } {
  let number = '';
  let rest = text;
  // Points of a section have two: （一）1.
  for (let match = OWN_NUMBER.exec(rest); match; match = OWN_NUMBER.exec(rest)) {
    const after = rest.slice(match[0].length).replace(/^[：:、，]\s*/, '');
    // A number alone is all there is to read.
    if (!after) break;
    number += match[0];
    rest = after;
  }
  return number ? { number: number.trim(), rest } : { rest };
}

/**
 * True if a number is the one that the element writes by itself at this position: （三） in Chinese, 3.
 * elsewhere.
 */
export function isUsual(number: string, position: number, lang: string): boolean {
  const plain = number.replace(/[（）]/g, (bracket) => (bracket === '（' ? '(' : ')'));
  return plain === (/^zh\b/i.test(lang) ? `(${chineseNumeral(position)})` : `${position}.`);
}
