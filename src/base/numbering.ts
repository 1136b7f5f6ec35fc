import { formatNumber } from './localization.js';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/**
 * A whole number in Chinese numerals, as lists and articles of law are numbered: 10 → 十, 13 → 十三,
 * 105 → 一百零五. Numbers outside 1 to 9999 stay in digits.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const numeral = String(value)
    .split('')
    .map((digit, index, all) =>
      digit === '0' ? '零' : DIGITS[+digit]! + UNITS[all.length - 1 - index]!,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return numeral.replace(/^一十/, '十');
}

/** How list items are numbered: as the language does it, in digits, or not at all. */
export const NUMBERINGS = ['locale', 'decimal', 'none'] as const;

/** Value of the attribute `numbering`. */
export type Numbering = (typeof NUMBERINGS)[number];

/** The number before an item of a list: （六） in Chinese, `6.` elsewhere; empty for `none`. */
export function itemNumber(value: number, numbering: Numbering, language: string): string {
  if (numbering === 'none') return '';
  if (numbering === 'locale' && /^zh\b/i.test(language)) return `（${chineseNumeral(value)}）`;
  return `${formatNumber(language, value)}.`;
}
