/* Reads a word by what many known ones have in common (softmax regression over the word brought to one length). */
import { randomOf } from './random.mjs';

/** How many looks a word is brought to. */
const LENGTH = 24;
const [ROUNDS, RATE, DECAY] = [40, 0.02, 0.0005];

/** One row of numbers for a word, whatever its length. */
function rowOf(looks) {
  const row = [];
  for (let at = 0; at < LENGTH; at += 1) {
    const position = (at * (looks.length - 1)) / (LENGTH - 1);
    const whole = Math.floor(position);
    const next = looks[Math.min(whole + 1, looks.length - 1)];
    looks[whole].forEach((value, index) => {
      row.push(value + (position - whole) * (next[index] - value));
    });
  }
  row.push(looks.length);
  return row;
}

/** Learns from known words: `{ digit, looks }`. The same words make the same reader. */
export function train(known) {
  const rows = known.map(({ looks }) => rowOf(looks));
  const width = rows[0].length;
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const row of rows) row.forEach((value, at) => (mean[at] += value / rows.length));
  for (const row of rows)
    row.forEach((value, at) => (spread[at] += (value - mean[at]) ** 2 / rows.length));
  const even = (row) =>
    Float64Array.from([
      ...row.map((value, at) => (value - mean[at]) / Math.sqrt(spread[at] + 1e-9)),
      1,
    ]);
  const inputs = rows.map(even);
  const weights = Array.from({ length: 10 }, () => new Float64Array(width + 1));
  const chances = (input) => {
    const scores = weights.map((row) =>
      row.reduce((sum, weight, at) => sum + weight * input[at], 0),
    );
    const highest = Math.max(...scores);
    const raised = scores.map((score) => Math.exp(score - highest));
    const sum = raised.reduce((all, value) => all + value, 0);
    return raised.map((value) => value / sum);
  };
  const random = randomOf(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = RATE / (1 + round / 4);
    for (let count = 0; count < inputs.length; count += 1) {
      const which = Math.floor(random() * inputs.length);
      const input = inputs[which];
      chances(input).forEach((chance, digit) => {
        const error = chance - (digit === Number(known[which].digit) ? 1 : 0);
        const row = weights[digit];
        for (let at = 0; at <= width; at += 1)
          row[at] -= rate * ((error * input[at]) / 8 + DECAY * row[at]);
      });
    }
  }
  return (looks) => {
    const all = chances(even(rowOf(looks)));
    return String(all.indexOf(Math.max(...all)));
  };
}
