/** Han, Kana, Hangul and full-width marks, which are as wide as they are high. */
const WIDE = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;

/** How wide other letters are on average at least, in em. */
const NARROW_LETTER = 0.42;

/** The length of a text in one line, in em, that it has in any font; most fonts need more. */
export function shortestLength(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + (text.length - wide) * NARROW_LETTER;
}
