/* The typed captcha as it is heard. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { speakCode } from '../../dist/captcha/voice.js';

const DIGITS = [...'0123456789'];
const NOT_CODES = ['', '123', '12345', '12a4', '1 34', '-123', '１２３４', '1234\n', '12.4'];

/** The samples of a sound, from -1 to 1. */
function samples(file) {
  return Array.from(
    { length: (file.length - 44) / 2 },
    (_, at) => file.readInt16LE(44 + at * 2) / 32_768,
  );
}

const loudness = (part) =>
  Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);

/** How much a word hisses at its sharpest loud moment: the loudness of its steps divided by its own. */
function sharpness(word) {
  const parts = Array.from({ length: Math.floor(word.length / 320) }, (_, at) =>
    word.slice(at * 320, at * 320 + 320),
  ).filter((part) => loudness(part) > 0.04);
  const steps = (part) => part.slice(1).map((value, at) => value - part[at]);
  return Math.max(...parts.map((part) => loudness(steps(part)) / loudness(part)));
}

/** Finds the words of a sound: loud parts, joined over gaps of up to a quarter of a second. */
function words(track) {
  const [window, gap] = [160, 25];
  const found = [];
  for (let at = 0; at + window <= track.length; at += window) {
    if (loudness(track.slice(at, at + window)) < 0.04) continue;
    const last = found.at(-1);
    if (last && at - last.end <= gap * window) last.end = at + window;
    else found.push({ start: at, end: at + window });
  }
  return found.map(({ start, end }) => ({ start, end, sound: track.slice(start, end) }));
}

describe('the sound of a code', () => {
  it('is a WAV of one channel', () => {
    const file = speakCode('0123', 'en');
    assert.equal(file.toString('latin1', 0, 4), 'RIFF');
    assert.equal(file.readUInt32LE(4), file.length - 8);
    assert.equal(file.toString('latin1', 8, 16), 'WAVEfmt ');
    assert.equal(file.readUInt32LE(16), 16, 'length of the format');
    assert.equal(file.readUInt16LE(20), 1, 'PCM');
    assert.equal(file.readUInt16LE(22), 1, 'channels');
    assert.equal(file.readUInt32LE(24), 16_000, 'samples a second');
    assert.equal(file.readUInt32LE(28), 32_000, 'bytes a second');
    assert.equal(file.readUInt16LE(32), 2, 'bytes a sample');
    assert.equal(file.readUInt16LE(34), 16, 'bits a sample');
    assert.equal(file.toString('latin1', 36, 40), 'data');
    assert.equal(file.readUInt32LE(40), file.length - 44);
  });

  for (const lang of ['zh', 'en'])
    it(`says four words in ${lang}, with time to type and quiet noise between`, () => {
      for (const digit of DIGITS) {
        const track = samples(speakCode(digit.repeat(4), lang));
        const seconds = track.length / 16_000;
        assert.ok(seconds > 3 && seconds < 8, `${seconds} s`);
        const said = words(track);
        assert.equal(said.length, 4, `words of ${digit.repeat(4)}`);
        assert.ok(said[0].start > 0.4 * 16_000, 'a device may swallow the start');
        for (const [index, { end }] of said.slice(0, -1).entries())
          assert.ok(said[index + 1].start - end > 0.3 * 16_000, 'pause');
        const speech = Math.min(...said.map(({ sound }) => loudness(sound)));
        const noise = loudness(track.slice(0, 0.4 * 16_000));
        assert.ok(noise > 0.002, 'nothing hides the joints');
        assert.ok(speech / noise > 6, `${digit}: speech ${speech}, noise ${noise}`);
        assert.ok(
          track.every((value) => Math.abs(value) < 0.99),
          'clipped',
        );
      }
    });

  // Here, only sān and six begin with a hiss; bā and one have none.
  for (const [lang, code] of [
    ['zh', '3883'],
    ['en', '6116'],
  ])
    it(`says the digits of the code in their order in ${lang}`, () => {
      const said = words(samples(speakCode(code, lang))).map(({ sound }) => sharpness(sound));
      assert.ok(Math.min(said[0], said[3]) > 2 * Math.max(said[1], said[2]), `${said}`);
    });

  it('is Mandarin for every tag of Chinese, else English', () => {
    const six = (lang) => sharpness(words(samples(speakCode('6666', lang)))[0].sound);
    const mandarin = ['zh', 'zh-Hans', 'zh-CN', 'zh-TW', 'ZH-Hant', 'zh_CN'].map(six);
    const english = ['en', 'en-GB', 'fr', 'zha', ''].map(six);
    assert.ok(Math.min(...english) > 2 * Math.max(...mandarin), `${english} | ${mandarin}`);
  });

  it('never sounds the same twice', () => {
    const [one, other] = [0, 1].map(() => words(samples(speakCode('8888', 'zh'))));
    const starts = (said) => said.map(({ start }) => start);
    assert.notDeepEqual(starts(one), starts(other));
    const [first, second] = one.map(({ sound }) => sound);
    assert.notDeepEqual(first, second, 'nor does one digit in one code');
  });

  it('is not made of anything but four digits', () => {
    for (const code of NOT_CODES) assert.throws(() => speakCode(code, 'zh'), RangeError, code);
  });
});

describe('the recordings', () => {
  it('are small and equally loud', () => {
    const files = ['zh', 'en'].flatMap((folder) =>
      DIGITS.map((digit) =>
        readFileSync(new URL(`../../voices/${folder}/${digit}.wav`, import.meta.url)),
      ),
    );
    assert.ok(files.reduce((sum, file) => sum + file.length, 0) < 250_000);
    const levelsHeard = files.map((file) =>
      loudness([...file.subarray(44)].map((sample) => (sample - 128) / 128)),
    );
    assert.ok(Math.max(...levelsHeard) / Math.min(...levelsHeard) < 1.15, `${levelsHeard}`);
  });
});
