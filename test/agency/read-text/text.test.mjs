/* Plain text: its lines, numbers, punctuation, sentences and days. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf } from '../../../dist/agency/read-text/days.js';
import { chineseValue, numberOf, splitAtNumbers } from '../../../dist/agency/read-text/numbers.js';
import { withChinesePunctuation } from '../../../dist/agency/read-text/punctuation.js';
import { blocksOfText } from '../../../dist/agency/read-text/read-text.js';
import { openingOf, sentencesOf } from '../../../dist/agency/read-text/sentences.js';

const lines = (text) => blocksOfText(text).map((block) => [block.kind, block.text]);

describe('plain text', () => {
  it('becomes a paragraph for each line, without blanks of any kind around it', () => {
    assert.deepEqual(lines('　　第一段。\r\n\n\u00a0 第二段。\u200b\n   \n'), [
      ['paragraph', '第一段。'],
      ['paragraph', '第二段。'],
    ]);
  });

  it('has items, rows and headings where somebody marked them', () => {
    assert.deepEqual(lines('# 概况\n- 甲\n• 乙\n电话\t0512-1\n名称 | 网址'), [
      ['heading', '概况'],
      ['item', '甲'],
      ['item', '乙'],
      ['row', '电话 0512-1'],
      ['row', '名称 网址'],
    ]);
  });

  it('has links in every form in which people write them', () => {
    for (const line of [
      '示例 https://example.org/a',
      '示例：https://example.org/a',
      '示例 – https://example.org/a',
      '示例（https://example.org/a）',
      '[示例](https://example.org/a)',
      '示例 | https://example.org/a',
      'https://example.org/a 示例',
    ]) {
      const [{ links }] = blocksOfText(line);
      assert.deepEqual(links, [{ text: '示例', address: 'https://example.org/a' }], line);
    }
    assert.equal(blocksOfText('详见 https://example.org/a 的说明')[0].links, undefined);
  });

  it('is joined where a program broke its lines', () => {
    const chinese = [
      '示例县教育局为县政府工作部门，正科级单位。下设办公室、人事股、基础教',
      '育股、财务股等内设机构，负责贯彻执行国家的教育方针政策和法律法规，并',
      '组织实施全县的教育改革和发展规划，指导各级各类学校的教育教学工作，管',
      '理教育经费。',
    ];
    assert.deepEqual(lines(chinese.join('\n')), [['paragraph', chinese.join('')]]);
    assert.equal(
      lines('The agency protects everybody who lives in the country and\nvisits it.').length,
      1,
    );
    assert.equal(lines('第一行没有标点\n第二行也没有标点').length, 2);
  });
});

describe('a number before an item', () => {
  it('has one notation for 1. and 1、, which people mix in one list', () => {
    assert.equal(numberOf('3、乙').style, numberOf('2.甲').style);
    assert.equal(numberOf('3、乙').printed, '3、');
  });

  it('is found in each notation, with its value', () => {
    for (const [text, printed, value] of [
      ['（一）负责', '（一）', 1],
      ['(十三)负责', '(十三)', 13],
      ['二十一、负责', '二十一、', 21],
      ['第十条 负责', '第十条', 10],
      ['第三，负责', '第三，', 3],
      ['（2）负责', '（2）', 2],
      ['3.负责', '3.', 3],
      ['4、负责', '4、', 4],
      ['5) to do', '5)', 5],
      ['（100）负责', '（100）', 100],
      ['（一百零二）负责', '（一百零二）', 102],
      ['101.负责', '101.', 101],
      ['100、负责', '100、', 100],
      ['120) to do', '120)', 120],
      ['⑥负责', '⑥', 6],
      ['(b) to do', '(b)', 2],
    ]) {
      const number = numberOf(text);
      assert.deepEqual([number?.printed, number?.value], [printed, value], text);
    }
  });

  it('is not seen in years, decimals and words', () => {
    for (const text of ['2018年成立', '1.5万人', '一般公共预算', '第一中学', 'a place', '（一）']) {
      assert.equal(numberOf(text), undefined, text);
    }
  });

  it('splits a paragraph only if a series begins with one', () => {
    assert.deepEqual(splitAtNumbers('职责：1.甲；2.乙；3.丙。'), [
      '职责：',
      '1.甲；',
      '2.乙；',
      '3.丙。',
    ]);
    assert.deepEqual(splitAtNumbers('见第（一）项和第（二）项'), ['见第（一）项和第（二）项']);
  });

  it('is read in Chinese up to three digits', () => {
    assert.deepEqual(
      ['十', '二十', '一百零五', '一〇'].map(chineseValue).slice(0, 3),
      [10, 20, 105],
    );
  });
});

describe('punctuation', () => {
  it('becomes full-width between Chinese characters', () => {
    assert.equal(
      withChinesePunctuation('海关(含检疫,下同):负责;评论!'),
      '海关（含检疫，下同）：负责；评论！',
    );
  });

  it('stays in Latin words, numbers, times and addresses', () => {
    for (const text of [
      'Customs (GACC), Beijing: open; yes!',
      '共3,000人，8:30上班',
      '网址 https://example.org/a,b;c?d=(1)',
      '邮箱a.b@example.org',
    ]) {
      assert.equal(withChinesePunctuation(text), text);
    }
  });
});

describe('a sentence', () => {
  it('ends outside brackets and quotes', () => {
    assert.deepEqual(sentencesOf('负责甲（乙。丙）。他说“好。”完成。'), [
      '负责甲（乙。丙）。',
      '他说“好。”',
      '完成。',
    ]);
  });

  it('does not end after an abbreviation', () => {
    assert.deepEqual(sentencesOf('The U.S. Board helps. It is in St. Louis.'), [
      'The U.S. Board helps.',
      'It is in St. Louis.',
    ]);
  });

  it('opens a duty, unless a shorter line does', () => {
    assert.deepEqual(openingOf('负责甲。做乙。'), { title: '负责甲。', text: '做乙。' });
    assert.deepEqual(openingOf('标题\n负责甲。'), { title: '标题', text: '负责甲。' });
    assert.deepEqual(openingOf('负责甲'), { title: '负责甲' });
  });
});

describe('a day', () => {
  it('is read in the forms of documents', () => {
    for (const text of [
      '2024-03-05 09:30',
      '2024年3月5日',
      '2024/3/5',
      '5 March 2024',
      'Mar. 5, 2024',
    ]) {
      assert.equal(dayOf(text), '2024-03-05', text);
    }
  });

  it('has to be in the calendar', () => {
    for (const text of ['2026-02-31', '2024-13-01', '昨天', ''])
      assert.equal(dayOf(text), undefined);
  });
});
