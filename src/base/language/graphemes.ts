/** Counts and cuts text by what a reader sees as one character: 𠮷, 👨‍👩‍👧 and é are one each. */
const segmenter =
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : undefined;

/** The characters of a text as a reader sees them; code points where the browser cannot tell. */
export function graphemes(text: string): string[] {
  return segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text];
}
