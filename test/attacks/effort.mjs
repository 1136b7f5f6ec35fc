/* Measures work by the processor time of this process, which other programs hardly change. */

const spent = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

function leastOf(times, work) {
  let least = Infinity;
  for (let round = 0; round < times; round += 1) {
    const before = spent();
    work();
    least = Math.min(least, spent() - before);
  }
  return least;
}

/** How much longer an input is than the one that it is compared with. */
const FACTOR = 4;

/**
 * Tells how much more work an input of four times the size is: about 4 if the work grows with the size, 16 if it grows
 * with its square.
 *
 * @param make - makes an input of a size
 * @param work - what is measured
 */
export function growth(make, work, size) {
  const [small, large] = [make(size), make(size * FACTOR)];
  // The first runs compile.
  leastOf(3, () => work(small));
  work(large);
  // Collecting garbage can cost more than the work, so a bad result has to come again. Less than a millisecond is chance.
  let least = Infinity;
  for (let tries = 0; tries < 4 && least > FACTOR * 2; tries += 1) {
    const times =
      leastOf(3, () => work(large)) /
      Math.max(
        1000,
        leastOf(3, () => work(small)),
      );
    least = Math.min(least, times);
  }
  return least;
}
