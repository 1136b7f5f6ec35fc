/* The typed captcha as it is heard. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { speakCode } from '../../dist/captcha/voice.js';
import { knownRecordings, knownSounds, measure, speakMany } from './attack/attack.mjs';
import { cutWords } from './attack/cut.mjs';
import { randomOf } from './attack/random.mjs';
import { samplesOf } from './attack/spectrum.mjs';
import { readByWarping } from './attack/warping.mjs';

const DIGITS = [...'0123456789'];
const NOT_CODES = ['', '123', '12345', '12a4', '1 34', '-123', '１２３４', '1234\n', '12.4'];

const loudness = (part) =>
  Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);

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
    it(`has time to type and a quiet start in ${lang}, and digits well above the other voices`, () => {
      const ratios = speakMany(speakCode, lang, 10, 3).map(({ file }) => {
        const track = samplesOf(file);
        const seconds = track.length / 16_000;
        assert.ok(seconds > 3 && seconds < 9, `${seconds} s`);
        assert.ok(
          track.every((value) => Math.abs(value) < 0.99),
          'clipped',
        );
        // A device may swallow the start, so nothing but the others is heard there.
        const others = loudness(track.subarray(0, 0.4 * 16_000));
        assert.ok(others > 0.01, 'nothing hides the joints');
        return loudness(cutWords(track).flatMap((word) => [...word])) / others;
      });
      const decibels = 20 * Math.log10(ratios.reduce((sum, value) => sum + value, 0) / 10);
      assert.ok(decibels > 6 && decibels < 15, `${decibels} dB`);
    });

  it('is Mandarin for every tag of Chinese, else English', () => {
    const said = (lang) => speakCode('6666', lang, randomOf(1)).toString('latin1');
    for (const lang of ['zh-Hans', 'zh-CN', 'zh-TW', 'ZH-Hant', 'zh_CN'])
      assert.ok(said(lang) === said('zh'), lang);
    for (const lang of ['en-GB', 'fr', 'zha', '']) assert.ok(said(lang) === said('en'), lang);
    assert.ok(said('zh') !== said('en'));
  });

  it('never sounds the same twice, but for the same numbers', () => {
    const [one, other] = [0, 1].map(() => speakCode('8888', 'zh'));
    assert.ok(!one.equals(other));
    const [first, second] = [0, 1].map(() => speakCode('8888', 'zh', randomOf(7)));
    assert.ok(first.equals(second));
  });

  it('is not made of anything but four digits', () => {
    for (const code of NOT_CODES) assert.throws(() => speakCode(code, 'zh'), RangeError, code);
  });
});

describe('an attack on the sound', () => {
  // The figures of many more sounds are in the threat model. These bounds leave a wide margin.
  for (const lang of ['zh', 'en']) {
    const sounds = speakMany(speakCode, lang, 15, 1);

    it(`that knows the recordings reads few codes in ${lang}`, () => {
      const { codes, digits } = measure(sounds, readByWarping(knownRecordings(lang)));
      assert.ok(codes <= 6, `${codes} of 15 codes`);
      assert.ok(digits < 0.8, `${digits} of all digits`);
    });

    it(`that knows such sounds reads many digits in ${lang}: they are said in their order`, () => {
      const known = knownSounds(speakMany(speakCode, lang, 15, 2));
      const { digits } = measure(sounds, readByWarping(known));
      assert.ok(digits > 0.3, `${digits} of all digits`);
    });
  }
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
