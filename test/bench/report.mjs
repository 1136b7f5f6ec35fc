/* Prints the results of the benchmark: tables, and each target with its result. */

const WIDTH = 12;

/** Prints a row. Its first cell is as wide as the names. */
export const row = (first, ...cells) =>
  console.log(first.padEnd(30) + cells.map((cell) => String(cell).padStart(WIDTH)).join(''));

export const heading = (text) => console.log(`\n${text}\n`);

const targets = [];

/**
 * Records a target.
 *
 * @param {string} name Name of the target.
 * @param {number} reached
 * @param {number} limit Maximum; with `atLeast`, minimum.
 */
export function target(name, reached, limit, { digits = 2, atLeast = false } = {}) {
  const isMet = atLeast ? reached >= limit : reached <= limit;
  targets.push({ name, reached: reached.toFixed(digits), limit, isMet, sign: atLeast ? '≥' : '≤' });
}

/** Prints all targets. */
export function printTargets() {
  heading('Targets');
  for (const { name, reached, limit, isMet, sign } of targets) {
    console.log(`${isMet ? '✓' : '✗'} ${name.padEnd(64)}${reached.padStart(9)}  ${sign} ${limit}`);
  }
  const met = targets.filter(({ isMet }) => isMet).length;
  console.log(`\n${met} of ${targets.length} targets are met.`);
}
