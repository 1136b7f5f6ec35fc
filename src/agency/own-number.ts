import { chineseNumeral } from './chinese-numeral.js';

const CHINESE = '[〇零一二三四五六七八九十百]{1,5}';

/**
 * Number that a document prints before an item: （一）, (1), 一、, 1、, 1., 1), 第一条, 第一， or ①. An amount
 * such as 1.5 or a word such as 一级 is none.
 */
const OWN_NUMBER = new RegExp(
  `^\\s*([（(](?:${CHINESE}|\\d{1,3})[）)]|${CHINESE}、|\\d{1,3}(?:、|[.．)）](?!\\d))|第(?:${CHINESE}|\\d{1,3})(?:条(?=[\\s\\u3000：:、，])|[，、：])|[①-⑳])[\\s\\u3000]*`,
);

/** True if a text begins with a number of its own. */
export const hasOwnNumber = (text: string): boolean => OWN_NUMBER.test(text);

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
