import { isUsual } from '../../parse/split-number.js';
import type { ReadDuty } from './agency-data.js';
import { numberOf } from '../numbers.js';
import { openingOf } from '../sentences.js';

/**
 * Reads the text of a duty: number, opening sentence, and what follows. The number is left out if
 * the element itself writes it at this position.
 */
export function dutyOf(text: string, position: number, lang: string): ReadDuty {
  const number = numberOf(text);
  if (!number) return openingOf(text);
  const duty = openingOf(number.rest);
  return isUsual(number.printed, position, lang) ? duty : { number: number.printed, ...duty };
}
