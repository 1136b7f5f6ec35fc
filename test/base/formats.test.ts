import { expect } from '@open-wc/testing';
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelativeTime,
  formatSpan,
} from '../../src/base/language/formats.js';
import { graphemes } from '../../src/base/language/graphemes.js';
import { directionOf, writtenAlike } from '../../src/base/language/tags.js';

const LANGUAGES = [
  'zh-Hans',
  'zh',
  'zh-CN',
  'zh-Hans-CN',
  'zh-Hant',
  'en',
  'en-GB',
  'en-IN',
  'ar',
  'fa',
];

describe('what is written without the tables of Intl is what they would write', () => {
  for (const language of LANGUAGES) {
    it(`numbers, dates and spans in ${language}`, () => {
      const numbers = new Intl.NumberFormat(language);
      for (const value of [0, 7, 13, 999, 1000, -1000, 12_345, 1_234_567, 1.5, -3]) {
        expect(formatNumber(language, value)).to.equal(numbers.format(value));
      }
      const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
      for (const day of ['2003-02-28', '1999-12-31', '2026-10-01']) {
        expect(formatDate(language, day)).to.equal(dates.format(new Date(day)));
      }
      const moments = new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      });
      for (const moment of ['2026-01-01T00:05:00Z', '2026-11-28T13:30:59+08:00']) {
        const date = new Date(moment);
        expect(formatDateTime(language, date)).to.equal(moments.format(date));
      }
      const ages = new Intl.RelativeTimeFormat(language);
      for (const [seconds, span, unit] of [
        [-5, -5, 'second'],
        [30, 30, 'second'],
        [-150, -2, 'minute'],
        [61, 2, 'minute'],
        [-7300, -2, 'hour'],
        [-90_000, -1, 'day'],
        [-6_000_000, -2, 'month'],
        [-100_000_000, -3, 'year'],
      ] as const) {
        expect(formatSpan(language, seconds)).to.equal(ages.format(span, unit));
      }
      const now = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
      expect(formatRelativeTime(language, new Date())).to.equal(now);
    });

    it(`script and direction of ${language}`, () => {
      const { language: primary, script } = new Intl.Locale(language).maximize();
      const written = `${primary}-${script}`;
      expect(writtenAlike(language, written)).to.equal(true);
      expect(writtenAlike(language, 'zh-Hans')).to.equal(written === 'zh-Hans');
      expect(directionOf(language)).to.equal(script === 'Arab' ? 'rtl' : 'ltr');
    });
  }

  it('characters', () => {
    const segmenter = new Intl.Segmenter();
    for (const text of ['海关（总署）12 a', 'は\u3099', '\r\n', 'e\u0301', '𠮷，', 'ｱﾞ']) {
      const expected = [...segmenter.segment(text)].map(({ segment }) => segment);
      expect(graphemes(text)).to.deep.equal(expected);
    }
  });
});
