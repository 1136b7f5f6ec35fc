import { chineseNumeral } from '../../agency/chinese-numeral.js';
import { formatNumber } from './formats.js';

/** Ways to number list items: as the language does, in digits, or not at all. */
export const NUMBERINGS = ['locale', 'decimal', 'none'] as const;

/** Value of the attribute `numbering`. */
export type Numbering = (typeof NUMBERINGS)[number];

/** Writes the number before a list item: （六） in Chinese, `6.` elsewhere, empty for `none`. */
export function itemNumber(value: number, numbering: Numbering, language: string): string {
  if (numbering === 'none') return '';
  if (numbering === 'locale' && /^zh\b/i.test(language)) return `（${chineseNumeral(value)}）`;
  return `${formatNumber(language, value)}.`;
}
