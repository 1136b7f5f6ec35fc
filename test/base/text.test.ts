import { expect } from '@open-wc/testing';
import { findText } from '../../src/base/language/find-text.js';
import { countCharacters, graphemes } from '../../src/base/language/graphemes.js';
import { chineseNumeral } from '../../src/agency/chinese-numeral.js';
import { itemNumber } from '../../src/base/language/numbering.js';

const marked = (text: string, query: string): string =>
  findText(text, query)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

describe('findText', () => {
  const cases: [string, string, string][] = [
    ['海关监管、海关统计', '海关', '[海关]监管、[海关]统计'],
    ['aaa', 'aa', '[aa]a'],
    ['ABC abc', 'AbC', '[ABC] [abc]'],
    ['机构，为正部级', ',', '机构[，]为正部级'],
    ['全角ＡＢ', 'ab', '全角[ＡＢ]'],
    ['𠮷野家', '𠮷', '[𠮷]野家'],
    ['家庭👨‍👩‍👧', '👨', '家庭👨‍👩‍👧'],
    ['e\u0301te', 'e', 'e\u0301t[e]'],
    ['cafe\u0301', 'café', '[cafe\u0301]'],
    ['abc', '  b ', 'a[b]c'],
    ['abc', '', 'abc'],
    ['abc', ' \u3000', 'abc'],
    ['abc', 'abcd', 'abc'],
    ['a.c', '.', 'a[.]c'],
    ['', 'x', ''],
  ];
  for (const [text, query, expected] of cases) {
    it(`finds "${query}" in "${text}"`, () => expect(marked(text, query)).to.equal(expected));
  }

  it('loses no character', () => {
    const text = 'ﬁn Straße ㍿ ＡＢ';
    for (const query of ['f', 'fi', 's', '株', 'ab', 'ß']) {
      expect(
        findText(text, query)
          .map((part) => part.text)
          .join(''),
      ).to.equal(text);
    }
  });
});

describe('the number of characters', () => {
  it('is what readers see, however long the code of an emoji is', () => {
    expect(countCharacters('海关 ab')).to.equal(5);
    expect(countCharacters('👨‍👩‍👧‍👦'.repeat(800))).to.equal(800);
    expect(countCharacters('🏴󠁧󠁢󠁳󠁣󠁴󠁿👩🏽‍❤️‍💋‍👨🏿𠮷e\u0301')).to.equal(4);
  });

  it('is higher for a letter under a tower of marks', () => {
    expect(countCharacters(`a${'\u0301'.repeat(15)}`)).to.equal(1);
    expect(countCharacters(`a${'\u0301'.repeat(16)}`)).to.equal(2);
    expect(countCharacters(`a${'\u0301'.repeat(999)}`)).to.equal(63);
  });
});

describe('graphemes', () => {
  it('counts what a reader sees', () => {
    expect(graphemes('𠮷👨‍👩‍👧e\u0301').length).to.equal(3);
    expect(graphemes('')).to.deep.equal([]);
  });
});

describe('numbering', () => {
  const numerals: Record<number, string> = {
    1: '一',
    9: '九',
    10: '十',
    11: '十一',
    13: '十三',
    20: '二十',
    99: '九十九',
    100: '一百',
    105: '一百零五',
    110: '一百一十',
    1001: '一千零一',
    9999: '九千九百九十九',
    10000: '10000',
    0: '0',
  };
  for (const [number, numeral] of Object.entries(numerals)) {
    it(`writes ${number} as ${numeral}`, () =>
      expect(chineseNumeral(Number(number))).to.equal(numeral));
  }

  it('numbers items as the language does', () => {
    expect(itemNumber(6, 'locale', 'zh-Hans')).to.equal('（六）');
    expect(itemNumber(6, 'locale', 'en')).to.equal('6.');
    expect(itemNumber(6, 'decimal', 'zh-Hans')).to.equal('6.');
    expect(itemNumber(6, 'none', 'zh-Hans')).to.equal('');
  });
});
