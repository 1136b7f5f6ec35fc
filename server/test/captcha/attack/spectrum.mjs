/* What a machine hears: a few numbers for each hundredth of a second, as speech recognition uses them (MFCC). */

const RATE = 16_000;
/** Samples of one look, and from one look to the next. */
const [WINDOW, STEP] = [512, 160];
const BANDS = 26;
const COEFFICIENTS = 13;

/** The samples of a WAV of 16 bits, from -1 to 1. */
export const samplesOf = (file) =>
  Float32Array.from(
    { length: (file.length - 44) / 2 },
    (_, at) => file.readInt16LE(44 + at * 2) / 32_768,
  );

/** The samples of a recording of 8 bits. */
export const samplesOfRecording = (file) => {
  const data = file.indexOf('data', file.indexOf('fmt ')) + 8;
  return Float32Array.from(file.subarray(data), (sample) => (sample - 128) / 128);
};

/** The fast Fourier transform, in place. */
function transform(real, imaginary) {
  const { length } = real;
  for (let at = 1, other = 0; at < length; at += 1) {
    let bit = length >> 1;
    for (; other & bit; bit >>= 1) other ^= bit;
    other ^= bit;
    if (at < other) {
      [real[at], real[other]] = [real[other], real[at]];
      [imaginary[at], imaginary[other]] = [imaginary[other], imaginary[at]];
    }
  }
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let index = 0; index < half; index += 1) {
      const angle = (-2 * Math.PI * index) / size;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let at = index; at < length; at += size) {
        const [a, b] = [real[at + half], imaginary[at + half]];
        const [c, d] = [a * cosine - b * sine, a * sine + b * cosine];
        real[at + half] = real[at] - c;
        imaginary[at + half] = imaginary[at] - d;
        real[at] += c;
        imaginary[at] += d;
      }
    }
  }
}

const hamming = Float64Array.from(
  { length: WINDOW },
  (_, at) => 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (WINDOW - 1)),
);

/** The bands of the ear: each as its first bin and its weights. */
const bands = (() => {
  const mel = (hertz) => 1127 * Math.log(1 + hertz / 700);
  const bin = (value) => (700 * (Math.exp(value / 1127) - 1) * WINDOW) / RATE;
  const [low, high] = [mel(100), mel(7600)];
  const edges = Array.from({ length: BANDS + 2 }, (_, at) =>
    bin(low + ((high - low) * at) / (BANDS + 1)),
  );
  return Array.from({ length: BANDS }, (_, band) => {
    const [from, top, to] = edges.slice(band, band + 3);
    const first = Math.ceil(from);
    const weights = [];
    for (let at = first; at <= to; at += 1)
      weights.push(Math.max(0, at < top ? (at - from) / (top - from) : (to - at) / (to - top)));
    return { first, weights };
  });
})();

const cosines = Array.from({ length: COEFFICIENTS }, (_, row) =>
  Float64Array.from({ length: BANDS }, (__, band) =>
    Math.cos((Math.PI * row * (band + 0.5)) / BANDS),
  ),
);

/** Describes each hundredth of a second by thirteen numbers, less their mean over the whole sound. */
export function describeSound(track) {
  const looks = [];
  for (let start = 0; start + WINDOW <= track.length; start += STEP) {
    const real = new Float64Array(WINDOW);
    const imaginary = new Float64Array(WINDOW);
    for (let at = 0; at < WINDOW; at += 1)
      real[at] = (track[start + at] - 0.97 * (track[start + at - 1] ?? 0)) * hamming[at];
    transform(real, imaginary);
    const loudness = bands.map(({ first, weights }) => {
      let sum = 1e-5;
      weights.forEach((weight, at) => {
        sum += weight * (real[first + at] ** 2 + imaginary[first + at] ** 2);
      });
      return Math.log(sum);
    });
    looks.push(
      cosines.map((row) => row.reduce((sum, cosine, band) => sum + cosine * loudness[band], 0)),
    );
  }
  for (let row = 0; row < COEFFICIENTS; row += 1) {
    const mean = looks.reduce((sum, look) => sum + look[row], 0) / looks.length;
    for (const look of looks) look[row] -= mean;
  }
  return looks;
}
