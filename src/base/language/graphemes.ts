/** Text of ASCII, Chinese characters and full-width marks: every unit of it is a character by itself. */
const SIMPLE = /^[ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff65]*$/;

/** Whether a text has nothing but such characters. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/** Made when a text needs it: the first look into the tables of `Intl` takes a telephone 40 ms. */
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader sees them (𠮷, 👨‍👩‍👧 and é are one each); code points where the browser cannot tell. */
export function graphemes(text: string): string[] {
  if (isSimple(text) || typeof Intl.Segmenter !== 'function') return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
