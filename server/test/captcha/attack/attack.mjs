/*
 * An attack on the spoken code, by the means of the nineteen-eighties: cut the sound where it is quiet, describe each
 * word, and compare it with known ones. It needs no package and no model of others.
 */
import { readFileSync } from 'node:fs';
import { cutWords } from './cut.mjs';
import { describeSound, samplesOf, samplesOfRecording } from './spectrum.mjs';
import { randomOf } from './random.mjs';

const DIGITS = [...'0123456789'];

/** Codes and sounds that are the same for the same seed. */
export function speakMany(speak, language, count, seed) {
  return Array.from({ length: count }, (_, at) => {
    const random = randomOf(seed * 100_000 + at);
    const code = String(Math.floor(random() * 10_000)).padStart(4, '0');
    return { code, file: speak(code, language, random) };
  });
}

/** What everybody has who has the package: its recordings. */
export const knownRecordings = (language) =>
  DIGITS.map((digit) => {
    const file = readFileSync(new URL(`../../../voices/${language}/${digit}.wav`, import.meta.url));
    return { digit, looks: describeSound(samplesOfRecording(file)) };
  });

/** What everybody has who runs the package: words of its sounds, cut as the attack cuts them, with their digits. */
export const knownSounds = (sounds) =>
  sounds.flatMap(({ code, file }) => {
    const words = cutWords(samplesOf(file));
    // A code that was cut wrongly teaches nothing.
    return words.length === 4
      ? words.map((word, at) => ({ digit: code[at], looks: describeSound(word) }))
      : [];
  });

/** Reads a sound with a reader of words. */
export const readSound = (file, readWord) =>
  cutWords(samplesOf(file))
    .map((word) => readWord(describeSound(word)))
    .join('');

/** How many codes are read, how many digits at their places, and how much of a processor one takes. */
export function measure(sounds, readWord) {
  const started = process.cpuUsage();
  const read = sounds.map(({ file }) => readSound(file, readWord));
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000 / sounds.length;
  const whole = read.filter((text, at) => text === sounds[at].code).length;
  const digits = read.reduce(
    (sum, text, at) =>
      sum + [...sounds[at].code].filter((digit, place) => text[place] === digit).length,
    0,
  );
  return { codes: whole, of: sounds.length, digits: digits / (4 * sounds.length), milliseconds };
}
