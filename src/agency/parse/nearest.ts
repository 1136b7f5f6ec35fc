/** Counts the letters to change, add or remove to turn one word into another. */
export function distance(one: string, other: string): number {
  let before = [...other, ''].map((_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      current[column] = Math.min(
        before[column]! + 1,
        current[column - 1]! + 1,
        before[column - 1]! + change,
      );
    }
    before = current;
  }
  return before[other.length]!;
}

/** Finds the most similar word, however different it is. */
export function nearest(wanted: string, words: readonly string[]): string {
  let best = words[0]!;
  for (const word of words) if (distance(wanted, word) < distance(wanted, best)) best = word;
  return best;
}
