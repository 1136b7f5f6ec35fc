/** ASCII, Chinese characters and full-width marks: each code unit is one grapheme. */
const SIMPLE = /^[ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff65]*$/;

/** True when each code unit of the text is one grapheme. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/** Created on demand, because the first use of `Intl` costs 40 ms on a phone. */
let segmenter: Intl.Segmenter | undefined;

/** Longest that one character may be, in UTF-16 units. No emoji in use is longer. */
const LONGEST = 16;

/**
 * Splits a text into characters as readers see them: 𠮷, 👨‍👩‍👧 and é are one each. Without
 * `Intl.Segmenter` it splits into code points.
 */
export function graphemes(text: string): string[] {
  if (isSimple(text) || typeof Intl.Segmenter !== 'function') return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/**
 * Counts characters as readers do: an emoji is one, however it is composed. A letter under a tower
 * of marks counts as several, so that a limit of characters also limits the bytes. The comment
 * service counts in the same way.
 */
export function countCharacters(text: string): number {
  if (isSimple(text)) return text.length;
  let count = 0;
  for (const { length } of graphemes(text)) count += Math.ceil(length / LONGEST);
  return count;
}
