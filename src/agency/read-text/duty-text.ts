import type { ReadDuty } from './agency-data.js';
import { numberOf } from './numbers.js';
import { openingOf } from './sentences.js';

/** Notation in which the element itself prints the position of a duty. */
const ownStyle = (lang: string): string => (lang.startsWith('zh') ? '（一）' : '1.');

/**
 * Reads the text of a duty: number, opening sentence, and what follows. The number is left out if it
 * is the position of the duty in the notation of the element itself.
 */
export function dutyOf(text: string, position: number, lang: string): ReadDuty {
  const number = numberOf(text);
  if (!number) return openingOf(text);
  const duty = openingOf(number.rest);
  const isPosition = number.style === ownStyle(lang) && number.value === position;
  return isPosition ? duty : { number: number.printed, ...duty };
}
