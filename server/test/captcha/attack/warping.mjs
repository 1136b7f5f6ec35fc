/* Reads a word by the known one that is nearest to it, however each of them is stretched (dynamic time warping). */

/** The distance of two words: the cheapest way through both, for each step of it. */
function distance(one, other) {
  let before = new Float64Array(other.length + 1).fill(Infinity);
  before[0] = 0;
  for (const look of one) {
    const row = new Float64Array(other.length + 1).fill(Infinity);
    for (let at = 1; at <= other.length; at += 1) {
      const there = other[at - 1];
      let sum = 0;
      // The first number is the loudness.
      for (let index = 1; index < look.length; index += 1) sum += (look[index] - there[index]) ** 2;
      row[at] = Math.sqrt(sum) + Math.min(before[at], before[at - 1], row[at - 1]);
    }
    before = row;
  }
  return before[other.length] / (one.length + other.length);
}

/** Makes a reader from known words: `{ digit, looks }`. */
export const readByWarping = (known) => (looks) => {
  let [nearest, best] = ['', Infinity];
  for (const { digit, looks: there } of known) {
    const far = distance(looks, there);
    if (far < best) [nearest, best] = [digit, far];
  }
  return nearest;
};
