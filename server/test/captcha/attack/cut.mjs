/* Cuts a sound into its four words, by loudness alone. */

/** Samples of one measurement. */
const STEP = 160;
/** Measurements of one word at least, and how many of silence still belong to a word. */
const [SHORTEST, GAP] = [12, 12];

function loudnessOf(track) {
  const measured = [];
  for (let at = 0; at + STEP <= track.length; at += STEP) {
    let sum = 0;
    for (let index = at; index < at + STEP; index += 1) sum += track[index] ** 2;
    measured.push(Math.sqrt(sum / STEP));
  }
  return measured;
}

function partsAbove(measured, threshold) {
  const parts = [];
  measured.forEach((value, at) => {
    if (value < threshold) return;
    const last = parts.at(-1);
    if (last && at - last.end <= GAP) last.end = at + 1;
    else parts.push({ start: at, end: at + 1 });
  });
  return parts.filter(({ start, end }) => end - start >= SHORTEST);
}

/** The four words: from quiet to loud, the first threshold that leaves four parts; else the four loudest. */
export function cutWords(track) {
  const measured = loudnessOf(track);
  const loudest = Math.max(...measured);
  const tried = [0.08, 0.12, 0.17, 0.23, 0.3, 0.38, 0.47].map((share) =>
    partsAbove(measured, share * loudest),
  );
  const energy = ({ start, end }) =>
    measured.slice(start, end).reduce((sum, value) => sum + value * value, 0);
  const parts =
    tried.find(({ length }) => length === 4) ??
    (tried.find(({ length }) => length > 4) ?? tried.at(-1))
      .sort((one, other) => energy(other) - energy(one))
      .slice(0, 4)
      .sort((one, other) => one.start - other.start);
  return parts.map(({ start, end }) => track.subarray(start * STEP, end * STEP));
}
