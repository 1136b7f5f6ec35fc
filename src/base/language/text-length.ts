/** Han, Kana, Hangul and full-width marks, which are as wide as they are high. */
const WIDE = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;

/** Lowest average width of other letters, in em. */
const NARROW_LETTER = 0.42;

/** Estimates the shortest possible length of a line of text, in em. Most fonts need more. */
export function shortestLength(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + (text.length - wide) * NARROW_LETTER;
}
