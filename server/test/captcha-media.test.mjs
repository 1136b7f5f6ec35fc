/* The typed captcha as it is seen and heard. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { drawCode } from '../dist/captcha/picture.js';
import { speakCode } from '../dist/captcha/voice.js';

const DIGITS = [...'0123456789'];
const NOT_CODES = ['', '123', '12345', '12a4', '1 34', '-123', '１２３４', '1234\n', '12.4'];

/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The grey levels of a picture, row by row. */
function levels(file) {
  const { width, height, data } = PNG.sync.read(file);
  const greys = Array.from({ length: width * height }, (_, at) => data[at * 4]);
  return { width, height, greys, dark: greys.map((grey) => grey < 128) };
}

const count = (flags) => flags.filter(Boolean).length;

/** The share of the ink of two pictures that only one of them has. */
function difference(one, other) {
  const either = count(one.map((dark, at) => dark || other[at]));
  return count(one.map((dark, at) => dark !== other[at])) / either;
}

/** The ink where a square of five pixels fits in: digits, without thin lines and dots. */
function heavy({ width, height, dark }) {
  const kept = dark.map(() => false);
  const square = [-2, -1, 0, 1, 2].flatMap((y) => [-2, -1, 0, 1, 2].map((x) => y * width + x));
  for (let y = 2; y < height - 2; y += 1)
    for (let x = 2; x < width - 2; x += 1) {
      const middle = y * width + x;
      if (square.every((step) => dark[middle + step]))
        for (const step of square) kept[middle + step] = true;
    }
  return kept;
}

describe('the picture of a code', () => {
  it('is a grey PNG at twice the size it is shown at', () => {
    const file = drawCode('0123');
    const { width, height, greys } = levels(file);
    assert.deepEqual({ width, height }, { width: 300, height: 112 });
    assert.equal(greys.length, 300 * 112);
    assert.equal(file.readUInt8(25), 0, 'colour type grey');
    assert.ok(file.length < 12_000, `${file.length} bytes`);
  });

  it('is drawn anew each time', () => {
    const drawings = Array.from({ length: 6 }, () => levels(drawCode('4711')).dark);
    drawings.forEach((one, index) => {
      for (const other of drawings.slice(index + 1)) assert.ok(difference(one, other) > 0.3);
    });
  });

  it('has no randomness but the one it is given', () => {
    assert.deepEqual(drawCode('2580', seeded(7)), drawCode('2580', seeded(7)));
    assert.notDeepEqual(drawCode('2580', seeded(7)), drawCode('2580', seeded(8)));
  });

  it('differs much between codes, all else being equal', () => {
    for (const digit of DIGITS)
      for (const other of DIGITS.slice(Number(digit) + 1)) {
        const one = levels(drawCode(digit.repeat(4), seeded(3))).dark;
        const two = levels(drawCode(other.repeat(4), seeded(3))).dark;
        assert.ok(difference(one, two) > 0.3, `${digit} and ${other}`);
      }
  });

  it('has ink for digits, and leaves most of the ground free', () => {
    for (const digit of DIGITS) {
      const { dark } = levels(drawCode(digit.repeat(4)));
      const share = count(dark) / dark.length;
      assert.ok(share > 0.07 && share < 0.3, `${digit}: ${share}`);
    }
  });

  it('is dark on light, with a contrast that people read', () => {
    const luminance = (grey) => {
      const part = grey / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    const commonest = (greys) => {
      const times = new Map();
      for (const grey of greys) times.set(grey, (times.get(grey) ?? 0) + 1);
      return [...times].sort(([, one], [, other]) => other - one)[0][0];
    };
    for (let turn = 0; turn < 10; turn += 1) {
      const { greys } = levels(drawCode('6098'));
      const ground = luminance(commonest(greys));
      const ink = luminance(commonest(greys.filter((grey) => grey < 128)));
      assert.ok((ground + 0.05) / (ink + 0.05) >= 4.5);
    }
  });

  it('keeps lines and dots thin, and every digit whole and as tall as half the picture', () => {
    for (const digit of DIGITS)
      for (let seed = 1; seed <= 5; seed += 1) {
        const picture = levels(drawCode(digit.repeat(4), seeded(seed)));
        const kept = heavy(picture);
        const name = `${digit}, drawing ${seed}`;
        assert.ok(count(kept) / count(picture.dark) > 0.65, `${name}: clutter outweighs digits`);
        const places = kept.flatMap((dark, at) => (dark ? [at] : []));
        const [left, right] = [0, 1].map((end) =>
          places.map((at) => at % 300).reduce((a, b) => (end ? Math.max(a, b) : Math.min(a, b))),
        );
        const [top, bottom] = [places[0], places.at(-1)].map((at) => Math.floor(at / 300));
        assert.ok(left > 0 && right < 299 && top > 0 && bottom < 111, `${name}: cut off`);
        assert.ok(right - left > 150 && bottom - top > 56, `${name}: too small`);
      }
  });

  it('is not made of anything but four digits', () => {
    for (const code of NOT_CODES) assert.throws(() => drawCode(code), RangeError, code);
  });
});

/** The samples of a sounding, from -1 to 1. */
function samples(file) {
  return Array.from(
    { length: (file.length - 44) / 2 },
    (_, at) => file.readInt16LE(44 + at * 2) / 32_768,
  );
}

const loudness = (part) =>
  Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);

/** How much a word hisses where it is loud and hisses most: the loudness of its steps by its own. */
function sharpness(word) {
  const parts = Array.from({ length: Math.floor(word.length / 320) }, (_, at) =>
    word.slice(at * 320, at * 320 + 320),
  ).filter((part) => loudness(part) > 0.04);
  const steps = (part) => part.slice(1).map((value, at) => value - part[at]);
  return Math.max(...parts.map((part) => loudness(steps(part)) / loudness(part)));
}

/** The words of a sounding: what is loud, together over gaps of up to a quarter of a second. */
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

  // Of the digits said here sān and six begin with a hiss, bā and one have none.
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
        readFileSync(new URL(`../voices/${folder}/${digit}.wav`, import.meta.url)),
      ),
    );
    assert.ok(files.reduce((sum, file) => sum + file.length, 0) < 250_000);
    const levelsHeard = files.map((file) =>
      loudness([...file.subarray(44)].map((sample) => (sample - 128) / 128)),
    );
    assert.ok(Math.max(...levelsHeard) / Math.min(...levelsHeard) < 1.15, `${levelsHeard}`);
  });
});
