/** White space between two texts of a line. Full-width punctuation needs none. */
export const gapAfter = (text: string): string =>
  /[^\u3000-\u303f\uff00-\uff65]$/.test(text) ? ' ' : '';

/** Joins a number and the sentences after it. */
export function joined(texts: readonly string[]): string {
  let line = '';
  for (const text of texts) if (text) line += gapAfter(line) + text;
  return line;
}
