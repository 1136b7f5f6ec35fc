/*
 * The captcha for the ear: the digits spoken one by one in a room where others talk, never twice with the same sound.
 * This makes a program take more trouble, and no more: it does not keep one out that was trained on such sounds.
 */
import { readFileSync } from 'node:fs';
import { between, echo, murmur, tint } from './disturbance.js';
import { freshRandom, type Random } from './random.js';
import { wave } from './wave.js';

/** Samples a second, of the recordings and of what is made of them. */
const RATE = 16_000;
/** Loudness of the noise: at least ten times less than that of a digit. */
const NOISE = [0.005, 0.008] as const;
/** How fast a digit is played, which makes it higher and smaller or lower and larger. */
const SPEED = [0.86, 1.14] as const;
/** Loudness of a digit. The recordings have 0.158. */
const LOUDNESS = [0.087, 0.118] as const;

/** The samples of a recording, from -1 to 1. */
function load(folder: string, digit: number): Float32Array {
  const file = readFileSync(new URL(`../../voices/${folder}/${digit}.wav`, import.meta.url));
  const format = file.indexOf('fmt ') + 8;
  const data = file.indexOf('data', format) + 8;
  const [kind, channels, rate] = [0, 2, 4].map((at) => file.readUInt16LE(format + at));
  const bits = file.readUInt16LE(format + 14);
  if (kind !== 1 || channels !== 1 || rate !== RATE || bits !== 8)
    throw new Error(`voices/${folder}/${digit}.wav must be PCM of 8 bits, mono, ${RATE} Hz.`);
  const samples = file.subarray(data, data + file.readUInt32LE(data - 4));
  return Float32Array.from(samples, (sample) => (sample - 128) / 128);
}

const loaded = new Map<string, Float32Array[]>();

/** Reads the recordings of the ten digits when somebody first wants to hear a language. */
function recordingsIn(folder: 'zh' | 'en'): Float32Array[] {
  let recordings = loaded.get(folder);
  if (!recordings) {
    recordings = Array.from({ length: 10 }, (_, digit) => load(folder, digit));
    loaded.set(folder, recordings);
  }
  return recordings;
}

/**
 * Plays a recording faster or slower, which makes it higher or lower too. The speed glides, so that no
 * one stretching of the recording fits all of it. Between samples the sound follows a cubic curve: a
 * straight line would dull the hiss that tells a six.
 */
function play(recording: Float32Array, first: number, last: number): Float32Array {
  const length = Math.floor((recording.length * 2) / (first + last));
  const played = new Float32Array(length);
  let position = 0;
  for (let index = 0; index < length; index += 1) {
    const whole = Math.floor(position);
    const part = position - whole;
    const a = recording[whole - 1] ?? 0;
    const b = recording[whole] ?? 0;
    const c = recording[whole + 1] ?? 0;
    const d = recording[whole + 2] ?? 0;
    const bend = 2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a);
    played[index] = b + 0.5 * part * (c - a + part * bend);
    position += first + ((last - first) * index) / length;
  }
  return played;
}

/** Adds hiss to a track; how dull it is differs from track to track. */
function hiss(track: Float32Array, random: Random): void {
  const loudness = between(random, ...NOISE);
  const dull = between(random, 0.2, 0.7);
  // Makes up for the loudness that smoothing takes away. 1/√3 is the loudness of even noise.
  const gain = loudness * Math.sqrt(3) * Math.sqrt((1 + dull) / (1 - dull));
  let value = 0;
  for (let index = 0; index < track.length; index += 1) {
    value = dull * value + (1 - dull) * (2 * random() - 1);
    track[index]! += value * gain;
  }
}

/**
 * Speaks the four digits of a code, as a WAV: in Mandarin for a language tag of Chinese, else in
 * English.
 *
 * @param random - the same numbers make the same sound
 */
export function speakCode(code: string, lang: string, random: Random = freshRandom()): Buffer {
  if (!/^[0-9]{4}$/.test(code)) throw new RangeError('A code is four digits.');
  const recordings = recordingsIn(/^zh(?![a-z])/i.test(lang) ? 'zh' : 'en');
  const pause = (low: number, high: number) => Math.round(RATE * between(random, low, high));

  // Some devices swallow the start of a sound, so the first digit comes late.
  let length = pause(0.5, 0.9);
  const placed = [...code].map((digit) => {
    const speed = between(random, ...SPEED);
    const [first, last] = [
      speed * between(random, 0.95, 1.05),
      speed * between(random, 0.95, 1.05),
    ];
    const loudness = between(random, ...LOUDNESS);
    const sound = tint(play(recordings[Number(digit)]!, first, last), loudness, random);
    const start = length;
    // Long enough to type a digit before the next one.
    length += sound.length + pause(0.4, 1);
    return { sound, start };
  });
  const track = new Float32Array(length);
  for (const { sound, start } of placed) track.set(sound, start);
  murmur(track, recordings, random);
  echo(track, random);
  hiss(track, random);
  return wave(track, RATE);
}
