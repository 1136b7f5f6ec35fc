/* Interleaves the rounds, so other work of the machine affects all contenders alike. */

export const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * Measures each contender once per round. The first round does not count, because only then the
 * caches of the machine are cold.
 *
 * @template Name
 * @param {readonly Name[]} names
 * @param {number} rounds
 * @param {(name: Name) => Promise<number>} measure
 * @returns {Promise<Map<Name, number[]>>}
 */
export async function inRounds(names, rounds, measure) {
  const values = new Map(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    // The contender after the heaviest one would pay for it, so each starts a round in turn.
    const start = (round + names.length) % names.length;
    for (const name of [...names.slice(start), ...names.slice(0, start)]) {
      const value = await measure(name);
      if (round >= 0) values.get(name).push(value);
    }
  }
  return values;
}
