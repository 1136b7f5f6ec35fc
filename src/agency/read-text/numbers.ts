/* Numbers that a document prints before its items: （一）, 一、, 1., (1), ①, 第一条, 第一，, (a). */

/** A number before an item. */
export interface ItemNumber {
  /** As printed, for example 第一条. */
  readonly printed: string;
  /** Its notation. Items of one list share it. */
  readonly style: string;
  /** Its value: 1 for 一. */
  readonly value: number;
  /** What follows the number. */
  readonly rest: string;
}

const DIGITS = '零一二三四五六七八九';

/** Reads a Chinese number up to 999, also 百 and 十 without a digit before them. */
export function chineseValue(text: string): number {
  let value = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '百') value += (digit || 1) * 100;
    else if (sign === '十') value += (digit || 1) * 10;
    else if (sign === '〇') digit = 0;
    else digit = DIGITS.indexOf(sign);
    if (sign === '百' || sign === '十') digit = 0;
  }
  return value + digit;
}

const decimal = Number;
const circled = (sign: string): number => sign.charCodeAt(0) - 0x245f;
const letter = (sign: string): number => sign.toLowerCase().charCodeAt(0) - 96;

const H = '[零〇一二三四五六七八九十百]{1,5}';

/** The notations: what is printed, with the number in a group, and how to read it. */
const STYLES: readonly (readonly [string, RegExp, (text: string) => number])[] = [
  ['（一）', new RegExp(`^[（(]\\s?(${H})\\s?[）)][、.．]?`, 'u'), chineseValue],
  ['一、', new RegExp(`^(${H})[、.．]`, 'u'), chineseValue],
  ['第一条', new RegExp(`^第\\s?(${H})\\s?[条条款项]`, 'u'), chineseValue],
  ['第1条', /^第\s?(\d{1,3})\s?[条款项]/u, decimal],
  ['第一，', new RegExp(`^第(${H})[，、：]`, 'u'), chineseValue],
  ['（1）', /^[（(]\s?(\d{1,3})\s?[）)]/u, decimal],
  // People mix these two in one list.
  ['1.', /^(\d{1,3})(?:[.．](?![\d.．])|、)/u, decimal],
  ['1)', /^(\d{1,3})[)）]/u, decimal],
  ['①', /^([\u2460-\u2473])/u, circled],
  ['(a)', /^\(([a-z])\)/iu, letter],
  ['a)', /^([a-z])[.)](?=\s)/u, letter],
];

/** Reads the number at the beginning of a text; `undefined` if there is none. */
export function numberOf(text: string): ItemNumber | undefined {
  for (const [style, pattern, read] of STYLES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length).trim();
    if (rest) return { printed: match[0], style, value: read(match[1]!), rest };
  }
  return undefined;
}

/**
 * Splits a paragraph that has a whole list in it: “职责是：（一）…；（二）…；（三）…”. Only a series
 * from 1 on, in one notation, is a list.
 */
export function splitAtNumbers(text: string): string[] {
  for (const [style, pattern, read] of STYLES) {
    const everywhere = new RegExp(pattern.source.replace('^', ''), 'giu');
    const starts: number[] = [];
    for (const match of text.matchAll(everywhere)) {
      const before = text.slice(0, match.index).trim();
      const isFresh = !before || /[：:；;。.，,、]$/u.test(before) || style === '①';
      if (isFresh && read(match[1]!) === starts.length + 1) starts.push(match.index);
    }
    if (starts.length < 3) continue;
    const edges = starts[0] ? [0, ...starts] : starts;
    return edges.map((start, index) => text.slice(start, edges[index + 1]).trim());
  }
  return [text];
}
