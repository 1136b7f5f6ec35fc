/* What the benchmark prints, and what it asks for. */
import { SIZES, WALINE_SIZES } from './scale.mjs';

/**
 * @typedef {import('./load.mjs').Case & { rounds: { rate: number, p50: number, p99: number }[] }} Measured
 * A case with what its rounds measured, in their order.
 */

const [smallest, largest] = [SIZES[0], SIZES.at(-1)];

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const count = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });
const milliseconds = (value) => `${value.toFixed(value < 100 ? 2 : 0)} ms`;

/** Prints the table: the median of the rounds, and how far they lie apart. */
export function printTable(measured) {
  const WIDTHS = [-12, -8, 10, 12, 12, 12, 18];
  const row = (...cells) =>
    console.log(
      cells
        .map((cell, index) => {
          const width = WIDTHS[index];
          return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
        })
        .join(''),
    );
  row('', '', 'comments', 'requests/s', 'p50', 'p99', 'lowest–highest');
  for (const { engine, action, size, rounds } of measured) {
    const rates = rounds.map(({ rate }) => rate);
    row(
      ...[engine, action, count(size), count(median(rates))],
      milliseconds(median(rounds.map(({ p50 }) => p50))),
      milliseconds(median(rounds.map(({ p99 }) => p99))),
      `${count(Math.min(...rates))}–${count(Math.max(...rates))}`,
    );
  }
}

/** How often the one is as fast as the other. Round by round, so that what slowed a round down slowed both. */
const ratio = (one, other) =>
  median(one.rounds.map(({ rate }, index) => rate / other.rounds[index].rate));

/**
 * Prints the targets.
 * @param {Measured[]} measured
 * @param {string[]} engines Ours; each has to reach every target.
 * @returns {boolean} Whether none of those that were measured is missed.
 */
export function printTargets(measured, engines) {
  const find = (engine, action, size) =>
    measured.find(
      (entry) => entry.engine === engine && entry.action === action && entry.size === size,
    );
  const waline = (action) => find('Waline', action, WALINE_SIZES[0]);
  const targets = [
    {
      name: `first page of ${count(largest)}, cost of that of ${count(smallest)}`,
      of: (engine) => [find(engine, 'list', smallest), find(engine, 'list', largest)],
      atMost: 1.3,
    },
    {
      name: 'create, rate of Waline',
      of: (engine) => [find(engine, 'create', smallest), waline('create')],
      atLeast: 5,
    },
    {
      name: `list of ${count(smallest)}, rate of Waline`,
      of: (engine) => [find(engine, 'list', smallest), waline('list')],
      atLeast: 10,
    },
  ];
  let isGood = true;
  for (const { name, of, atMost = Infinity, atLeast = 0 } of targets) {
    for (const engine of engines) {
      const [one, other] = of(engine);
      const value = one && other && ratio(one, other);
      const isReached = value >= atLeast && value <= atMost;
      if (value !== undefined) isGood &&= isReached;
      console.log(
        (value === undefined ? 'not measured' : isReached ? 'reached' : 'MISSED').padEnd(14) +
          `${engine}: ${name}`.padEnd(56) +
          (value === undefined ? '' : `${value.toFixed(2)} ×`).padStart(9) +
          (atLeast ? `  (at least ${atLeast} ×)` : `  (at most ${atMost} ×)`),
      );
    }
  }
  return isGood;
}

/** Whether an engine has kept what it said it had; what was under way when a run ended may be there as well. */
export async function checkStored({ engine, cases, countStored }) {
  const creates = cases.filter(({ action }) => action === 'create');
  const total = (key) => creates.reduce((sum, entry) => sum + entry[key], 0);
  const [stored, answered, sent] = [await countStored(), total('answered'), total('sent')];
  console.log(`${engine} acknowledged ${answered} of ${sent} comments and has stored ${stored}.`);
  if (stored < answered || stored > sent) throw new Error(`${engine} counts differently.`);
}
