/*
 * What makes spoken digits harder for a machine than for a listener: other voices, echoes, and another colour for each
 * word. The levels are for the ears of people, also of those who hear badly. Half of the digits in noise are still
 * understood at a ratio of speech to noise of -11.55 dB (Han and others, Journal of Korean Medical Science 35(21), 2020,
 * who find the same in other languages). Those who hear badly need more, and differ widely (Smits and Houtgast,
 * International Journal of Audiology 46(3), 2007, doi 10.1080/14992020601102170).
 */
import type { Random } from './random.js';

/** Loudness of the other voices: the digits have 0.087 to 0.118, so they are 7 to 12 dB louder. */
const VOICES = [0.0285, 0.04] as const;
/** Loudness of the recordings. */
const RECORDED = 0.158;
/** How many others talk at a time. */
const TALKERS = 2;
/** How fast they talk: higher and lower than the one who says the digits. */
const THEIR_SPEED = [0.7, 1.4] as const;
/** Where a word is coloured, in hertz, and how much. */
const COLOURS = [
  [300, 900],
  [1000, 2200],
  [2400, 5000],
] as const;
const COLOUR = 6;
/** Samples from one reflection to the next, at 16 kHz: without a common divisor, so that none rings. */
const REFLECTIONS = [467, 601, 743, 887];
/** How long a room rings, in seconds, and how loud its echoes are. */
const RINGING = [0.2, 0.4] as const;
const ECHOES = [0.1, 0.2] as const;
const RATE = 16_000;

/** A number from one to another. */
export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random();

/**
 * Raises or lowers three ranges of a word, as another mouth would (peaking filters of second order), and makes it as
 * loud as asked.
 */
export function tint(sound: Float32Array, loudness: number, random: Random): Float32Array {
  for (const [low, high] of COLOURS) {
    const angle = (2 * Math.PI * between(random, low, high)) / RATE;
    const amplitude = 10 ** (between(random, -COLOUR, COLOUR) / 40);
    const width = Math.sin(angle) / 2;
    const scale = 1 + width / amplitude;
    const [b0, b2] = [(1 + width * amplitude) / scale, (1 - width * amplitude) / scale];
    const b1 = (-2 * Math.cos(angle)) / scale;
    const a2 = (1 - width / amplitude) / scale;
    let in1 = 0;
    let in2 = 0;
    let out1 = 0;
    let out2 = 0;
    for (let index = 0; index < sound.length; index += 1) {
      const value = sound[index]!;
      const out = b0 * value + b1 * in1 + b2 * in2 - b1 * out1 - a2 * out2;
      in2 = in1;
      in1 = value;
      out2 = out1;
      out1 = out;
      sound[index] = out;
    }
  }
  const squares = sound.reduce((sum, sample) => sum + sample * sample, 0);
  const gain = loudness / Math.sqrt(squares / sound.length);
  return sound.map((sample) => sample * gain);
}

/** Adds other people who talk all the time: digits backwards, so that nobody takes one for a digit. */
export function murmur(
  track: Float32Array,
  recordings: readonly Float32Array[],
  random: Random,
): void {
  // Voices add up as the root of their number.
  const gain = between(random, ...VOICES) / (RECORDED * Math.sqrt(TALKERS));
  for (let talker = 0; talker < TALKERS; talker += 1) {
    let at = 0;
    while (at < track.length) {
      const recording = recordings[Math.floor(random() * recordings.length)]!;
      const speed = between(random, ...THEIR_SPEED);
      // Begins anywhere in the word, so that the talkers do not begin together.
      let position = recording.length - 2 - random() * 0.4 * recording.length;
      for (; position >= 0 && at < track.length; at += 1) {
        const whole = Math.floor(position);
        const sample = recording[whole]!;
        const next = recording[whole + 1]!;
        track[at]! += gain * (sample + (position - whole) * (next - sample));
        position -= speed;
      }
    }
  }
}

/** Puts a track into a room (comb filters side by side). */
export function echo(track: Float32Array, random: Random): void {
  const ringing = between(random, ...RINGING);
  const level = between(random, ...ECHOES);
  const walls = REFLECTIONS.map((reflection) => {
    const delay = Math.round(reflection * between(random, 0.8, 1.2));
    // Sixty decibels less at the end of the ringing.
    const kept = 10 ** ((-3 * delay) / (ringing * RATE));
    return { kept, sound: new Float32Array(delay) };
  });
  const echoes = new Float32Array(track.length);
  for (const { kept, sound } of walls) {
    let place = 0;
    for (let index = 0; index < track.length; index += 1) {
      const back = sound[place]!;
      echoes[index]! += back;
      sound[place] = track[index]! + kept * back;
      place = place + 1 === sound.length ? 0 : place + 1;
    }
  }
  for (let index = 0; index < track.length; index += 1) track[index]! += level * echoes[index]!;
}
