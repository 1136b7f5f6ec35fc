import { graphemes, isSimple } from './graphemes.js';
import { once } from './tags.js';

/** A part of a text, and whether the search found it. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** Texts that are kept folded: those of the longest lists, which every key searches again. */
const KEPT = 5000;

/** Makes width, case and compatibility forms equal, so that `,` finds `，` and `ａｂｃ` finds ABC. */
const fold = /* @__PURE__ */ once((text) => text.normalize('NFKC').toLowerCase(), KEPT);

/** Tells of texts whether they have what is searched for, which is quicker than to find where. */
export function finder(query: string): (text: string) => boolean {
  const wanted = fold(query.trim());
  return (text) =>
    fold(text).includes(wanted) &&
    (isSimple(text) || !wanted || findText(text, query).some(({ found }) => found));
}

/**
 * Splits a text into found and other parts. A hit begins and ends between graphemes: searching for half of a
 * combined character finds nothing.
 *
 * @param text - where to search
 * @param query - what to find; blanks around it do not count
 * @returns the parts in order; together they are the text
 */
export function findText(text: string, query: string): TextPart[] {
  const wanted = fold(query.trim());
  // Cutting into graphemes is slow; most texts of a long list are settled without it.
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

/** How many units from `start` on make up the wanted text; 0 when they do not. */
function matchLength(folded: readonly string[], start: number, wanted: string): number {
  let candidate = '';
  for (let index = start; index < folded.length && candidate.length < wanted.length; index += 1) {
    candidate += folded[index]!;
    if (!wanted.startsWith(candidate)) return 0;
    if (candidate === wanted) return index - start + 1;
  }
  return 0;
}
