import { expect } from '@open-wc/testing';
import { toCsv, toJson, toText } from '../../src/agency/export/duty-files.js';
import { joined } from '../../src/agency/joined.js';
import { toVCard } from '../../src/agency/export/vcard.js';
import { parse } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';

describe('files of the duties', () => {
  const header = ['序号', '职能', '说明'] as const;

  it('CSV begins with a byte order mark and quotes every cell', () => {
    const csv = toCsv([{ id: 'a', title: '“甲”,"乙"', text: '一行\n二行' }], header);
    expect(csv).to.equal('\uFEFF"序号","职能","说明"\r\n"1","“甲”,""乙""","一行\n二行"\r\n');
  });

  it('CSV leaves the cell of a missing text empty', () => {
    expect(toCsv([{ id: 'a', title: '甲' }], header)).to.contain('"1","甲",""\r\n');
  });

  it('CSV has the number that the document prints', () => {
    const csv = toCsv([{ id: 'a', number: '第一条', title: '甲' }], header);
    expect(csv).to.contain('"第一条","甲",""\r\n');
  });

  it('JSON can be shown again as it is', () => {
    const result = parse(JSON.parse(toJson(sample)));
    expect(result.ok && result.agency.duties).to.deep.equal(sample.duties);
  });

  it('text holds preamble, numbers and source', () => {
    const text = toText(sample, (index) => `${index + 1}.`, '来源：示例');
    expect(text).to.equal(
      '主要职责是：\n\n1. 负责甲。拟订甲的制度。\n\n2. 负责乙。乙与甲相关，ABC 𠮷野。\n\n3. 负责丙。\n\n来源：示例\n',
    );
  });
});

describe('a line of a copied text', () => {
  it('has a blank between sentences, but not after full-width punctuation', () => {
    expect(joined(['1.', 'Does this.', 'And that.'])).to.equal('1. Does this. And that.');
    expect(joined(['（一）', '负责甲。', '细则。'])).to.equal('（一）负责甲。细则。');
    expect(joined(['', '负责甲', ''])).to.equal('负责甲');
  });
});

describe('vCard', () => {
  it('names the agency, its site and its date', () => {
    expect(toVCard(sample).split('\r\n')).to.deep.equal([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:示例局',
      'N:示例局;;;;',
      'ORG:示例局',
      'URL:https://example.org/',
      'NOTE:直属机构 · 正局级',
      'REV:2026-01-31',
      'END:VCARD',
      '',
    ]);
  });

  it('leaves out what is not known', () => {
    expect(toVCard({ lang: 'en', name: 'A' })).to.equal(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nN:A;;;;\r\nORG:A\r\nEND:VCARD\r\n',
    );
  });

  it('escapes what would end a value', () => {
    expect(toVCard({ lang: 'en', name: 'a,b;c\\d\ne' })).to.contain('FN:a\\,b\\;c\\\\d\\ne\r\n');
  });

  it('folds lines at 75 octets between characters', () => {
    const card = toVCard({ lang: 'zh', name: '海关𠮷'.repeat(30) });
    const encoder = new TextEncoder();
    for (const line of card.split('\r\n')) expect(encoder.encode(line).length).to.be.at.most(75);
    expect(card.replace(/\r\n /g, '')).to.contain(`FN:${'海关𠮷'.repeat(30)}`);
  });
});
