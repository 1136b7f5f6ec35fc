/* The typed captcha as it is seen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { drawCode } from '../../dist/captcha/picture.js';

const DIGITS = [...'0123456789'];
const NOT_CODES = ['', '123', '12345', '12a4', '1 34', '-123', '１２３４', '1234\n', '12.4'];

/** Makes numbers from 0 up to 1 that look random, and are the same for the same seed. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Reads the grey levels of a picture, row by row. */
function levels(file) {
  const { width, height, data } = PNG.sync.read(file);
  const greys = Array.from({ length: width * height }, (_, at) => data[at * 4]);
  return { width, height, greys, dark: greys.map((grey) => grey < 128) };
}

const count = (flags) => flags.filter(Boolean).length;

/** The part of the ink of two pictures that only one of them has. */
function difference(one, other) {
  const either = count(one.map((dark, at) => dark || other[at]));
  return count(one.map((dark, at) => dark !== other[at])) / either;
}

/** Keeps the ink where a square of five pixels fits in: digits, but no thin lines or dots. */
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
