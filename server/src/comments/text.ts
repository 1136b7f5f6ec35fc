/* What a text must be, and what is done to it before it is kept. */
import { CHARACTER_UNITS } from '../contract/limits.js';
import type { FieldProblemKey } from '../contract/problems.js';

/** Control characters other than line feed and tab say nothing in a text; NUL breaks databases. */

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Embeddings and overrides of direction can make a text read as another one; isolates and marks cannot. */
const OVERRIDES = /[\u202a-\u202e]/g;
/** More marks on one letter than any script uses: somebody draws with letters. */
const TOO_MANY_MARKS = /(?:\p{M}\p{Cf}*){17}/u;
/** Anything that can be seen: no space, no format character, no blank that passes for a letter. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Counts characters as people do, and stops just after `atMost`. A letter with so many marks that it is longer than
 * any emoji counts as several, so that a limit of characters also limits the bytes. The form counts in the same way.
 */
export function countCharacters(text: string, atMost: number): number {
  // A character has at least one code unit, so a short text needs no counting.
  if (text.length <= atMost) return text.length;
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    count += Math.ceil(segment.length / CHARACTER_UNITS);
    if (count > atMost) break;
  }
  return count;
}

/** A text that is fit to be kept, or what is wrong with it. */
export type CheckedText = { text: string } | { problem: FieldProblemKey; limit?: number };

/**
 * Brings a text into the form that is kept and checks it.
 *
 * @param limit - how many characters it may have
 * @param lines - `many` keeps line ends, `one` turns all white space into single blanks
 * @param bytes - how many bytes of UTF-8 it may have
 */
export function checkText(
  value: string,
  limit: number,
  lines: 'one' | 'many',
  bytes = Infinity,
): CheckedText {
  const clean = value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(OVERRIDES, '')
    .trim();
  const text = lines === 'one' ? clean.replace(/\s+/g, ' ') : clean;
  if (!VISIBLE.test(text)) return { problem: 'blank' };
  if (TOO_MANY_MARKS.test(text)) return { problem: 'combining-marks' };
  if (countCharacters(text, limit) > limit) return { problem: 'too-long', limit };
  if (Buffer.byteLength(text) > bytes) return { problem: 'too-many-bytes', limit: bytes };
  return { text };
}
