import { graphemes, isSimple } from './graphemes.js';
import { once } from './tags.js';

/** Part of a text. `found` marks a match. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** Folded texts to cache: enough for the longest lists, which each key press searches again. */
const KEPT = 5000;

/** Makes width, case and compatibility forms equal, so `,` finds `，` and `ａｂｃ` finds ABC. */
const fold = /* @__PURE__ */ once((text) => text.normalize('NFKC').toLowerCase(), KEPT);

/** Makes a test for matching texts. It is faster than locating each match. */
export function finder(query: string): (text: string) => boolean {
  const wanted = fold(query.trim());
  return (text) =>
    fold(text).includes(wanted) &&
    (isSimple(text) || !wanted || findText(text, query).some(({ found }) => found));
}

/**
 * Splits a text into matches and other parts. A match begins and ends between graphemes: half of a
 * combined character finds nothing.
 *
 * @param text - text to search
 * @param query - what to find; surrounding white space does not count
 * @returns the parts in order; joined, they are the text
 */
export function findText(text: string, query: string): TextPart[] {
  const wanted = fold(query.trim());
  // Segmentation into graphemes is slow. Most texts of a long list have no match and skip it.
  if (!wanted || !fold(text).includes(wanted)) return [{ text, found: false }];
  const units = graphemes(text);
  const folded = units.map(fold);
  const parts: TextPart[] = [];
  let taken = 0;
  const takeTo = (end: number, found: boolean): void => {
    if (end > taken) parts.push({ text: units.slice(taken, end).join(''), found });
    taken = end;
  };
  for (let index = 0; index < units.length;) {
    const length = matchLength(folded, index, wanted);
    if (length) {
      takeTo(index, false);
      takeTo(index + length, true);
    }
    index += length || 1;
  }
  takeTo(units.length, false);
  return parts;
}

/** Counts the units from `start` that make up the wanted text; 0 if they do not match. */
function matchLength(folded: readonly string[], start: number, wanted: string): number {
  let candidate = '';
  for (let index = start; index < folded.length && candidate.length < wanted.length; index += 1) {
    candidate += folded[index]!;
    if (wanted.slice(0, candidate.length) !== candidate) return 0;
    if (candidate === wanted) return index - start + 1;
  }
  return 0;
}
