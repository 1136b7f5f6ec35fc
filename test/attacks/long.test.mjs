/*
 * Long input: twice the text may take twice the time, and not four times. Each text repeats what an expression could read in
 * many ways.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../dist/agency/parse/parse.js';
import { blocksOfMarkup } from '../../dist/agency/read-text/read-text.js';
import { agencyOfText, blocksOfPart, markupOf } from '../agency/read-text/read.mjs';
import { growth } from './effort.mjs';

/** Four times the input. Work that grows with the square of the input grows by 16. */
const MOST = 9;

/** What is repeated, and what stands before it and after it. */
const REPEATED = {
  words: ['', '长文字', ''],
  sentences: ['', '负责甲。', ''],
  'sentences in an open bracket': ['（', '负责甲。', ''],
  spaces: ['甲', ' ', '乙'],
  'wide spaces': ['甲', '\u3000', '乙'],
  'blanks at the end of words': ['', '甲 ', '\0'],
  dashes: ['甲', '-', '乙'],
  colons: ['甲', '：', '乙'],
  numbers: ['', '（一）', '甲'],
  figures: ['', '1', ''],
  series: ['', '1.甲；', ''],
  dots: ['', 'a.', ''],
  hosts: ['', 'www.a.cn ', ''],
  addresses: ['', 'http://', ''],
  mailboxes: ['', 'a@b.', ''],
  letters: ['', 'a', ''],
  brackets: ['', '[', ''],
  'links of Markdown': ['', '[a](', ''],
  'closed brackets': ['', '()', ''],
  tabs: ['', '甲\t', ''],
  bars: ['', '|', ''],
  arrows: ['首页', '>甲', '。'],
  quotes: ['', '“', '。'],
  marks: ['e', '\u0301', ''],
};

const make = ([before, one, after], size) => before + one.repeat(size / one.length) + after;

/** Fails if the work grows faster than the input. */
function keepsUp(work, size) {
  for (const [name, text] of Object.entries(REPEATED)) {
    const times = growth((length) => make(text, length), work, size);
    assert.ok(times < MOST, `${name}: ${times.toFixed(1)} times the work for 4 times the text`);
  }
}

describe('long input', () => {
  const MEMBERS = {
    'a summary': (text) => ({ summary: text }),
    'a duty': (text) => ({ duties: [text] }),
    'a link': (text) => ({ links: [text] }),
    'the address of a link': (text) => ({ links: [{ label: '甲', url: text }] }),
    'an address of a site': (text) => ({ url: text }),
    'a source': (text) => ({ source: { title: '甲', date: text, url: text } }),
    ranks: (text) => ({ ranks: [text] }),
    'the name of a member': (text) => ({ [text]: 1 }),
    'an identifier': (text) => ({ id: text, lang: text }),
  };
  for (const [name, agency] of Object.entries(MEMBERS)) {
    it(`is read in ${name}`, () => {
      keepsUp(
        (text) => parse({ name: '甲', ...agency(text) }, { base: 'https://a.example/' }),
        8000,
      );
    });
  }

  it('is read as a page of text, in one line or in many', () => {
    keepsUp((text) => agencyOfText(text), 2000);
    keepsUp((text) => agencyOfText(text.replace(/.{40}/gsu, '$&\n')), 1000);
  });

  it('is read as markup', () => {
    const pages = ['li', 'p', 'h3', 'td', 'dd', 'a href="x"', 'b', 'br', 'div'];
    for (const tag of pages) {
      // Parsed before: the work of the parser is not ours.
      const page = (size) => markupOf(`<${tag}>甲。</${tag}>`.repeat(size));
      const times = growth(page, blocksOfMarkup, 2000);
      assert.ok(times < MOST, `<${tag}>: ${times.toFixed(1)} times the work for 4 times the page`);
    }
  });

  it('of 20 MB is read whole', () => {
    const text = '长文字，有内容。'.repeat(2_500_000);
    const agency = {
      name: '甲',
      summary: text,
      links: [{ label: text, url: 'https://a.example/' }],
    };
    const result = parse(agency);
    assert.ok(result.ok && result.agency.summary === text && result.agency.links.length === 1);
    const wrong = parse({ name: 5, [text]: text, links: [text], url: text });
    assert.ok(wrong.problems.length > 2);
    for (const { message } of wrong.problems) assert.ok(message.length < 300, 'quoted in short');
  });

  it('of 5,000 lines is read whole', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `第 ${index} 行，有内容。`);
    const blocks = blocksOfPart(`<p>${lines.join('</p><p>')}</p>`);
    assert.equal(blocks.length, lines.length);
    assert.ok(agencyOfText(lines.join('\n')).overview.length > 0);
  });

  it('of 10,000 levels is refused, with a sentence', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"links":[', ']}'],
      ['{"duties":', '}'],
    ]) {
      const value = JSON.parse(open.repeat(10_000) + '1' + close.repeat(10_000));
      const result = parse({
        name: '甲',
        links: [value],
        duties: [value],
        note: value,
        ranks: value,
      });
      assert.equal(result.ok, false);
      assert.ok(result.problems.every(({ message }) => message));
    }
  });
});
