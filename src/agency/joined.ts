/** White space between two texts of a line. Full-width punctuation needs none. */
export const gapAfter = (text: string): string =>
  /[^\u3000-\u303f\uff00-\uff65]$/.test(text) ? ' ' : '';

/** Joins a number and the sentences after it. */
export const joined = (texts: readonly string[]): string =>
  texts.reduce((line, text) => (text ? line + gapAfter(line) + text : line), '');
