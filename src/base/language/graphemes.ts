/** ASCII, Chinese characters and full-width marks: each code unit is one grapheme. */
const SIMPLE = /^[ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff65]*$/;

/** True when each code unit of the text is one grapheme. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/** Created on demand, because the first use of `Intl` costs 40 ms on a phone. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Splits a text into characters as readers see them: 𠮷, 👨‍👩‍👧 and é are one each. Without
 * `Intl.Segmenter` it splits into code points.
 */
export function graphemes(text: string): string[] {
  if (isSimple(text) || typeof Intl.Segmenter !== 'function') return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
