/* Strings that run code, in what readers take away: tables, cards, texts and data for search engines. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCsv, toJson, toText } from '../../../dist/agency/export/duty-files.js';
import { toStructuredData } from '../../../dist/agency/export/linked-data.js';
import { toVCard } from '../../../dist/agency/export/vcard.js';
import { AGENCIES, STRINGS } from './collections.mjs';

const HEADER = ['编号', '标题', '内容'];

/** Reads CSV as RFC 4180 says. */
const cellsOf = (csv) =>
  [...csv.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)].map(([, cell]) =>
    cell.replace(/""/g, '"'),
  );

const duties = STRINGS.map((text, index) => ({ id: `duty-${index}`, title: text, text }));

describe('strings that run code', () => {
  it('are no formulas in a table of duties, and nothing else is changed', () => {
    const cells = cellsOf(toCsv([...duties, { id: 'a', title: '甲', number: '=1+1' }], HEADER));
    assert.equal(cells.length, 3 * (duties.length + 2));
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      [],
    );
    assert.ok(cells.includes(`'=HYPERLINK("http://evil.example/","甲")`));
    for (const text of STRINGS) assert.ok(cells.includes(text) || cells.includes(`'${text}`), text);
  });

  it('add no line to a contact card', () => {
    const plain = toVCard({ name: '甲', status: '乙', telephone: '丙', address: '丁' });
    const unfolded = (card) => card.replace(/\r\n /g, '');
    const names = (card) =>
      unfolded(card)
        .split(/\r\n|[\r\n\u2028\u2029]/)
        .map((line) => line.split(':')[0]);
    const hostile = (text) => `${text}\rEND:VCARD\nX:\r\nY:\u2028Z:`;
    for (const text of STRINGS) {
      const value = hostile(text);
      const card = toVCard({ name: value, status: value, telephone: value, address: value });
      assert.deepEqual(names(card), names(plain), text);
    }
  });

  it('end no script element in data for search engines, and read back the same', () => {
    for (const agency of AGENCIES) {
      assert.equal(JSON.parse(toStructuredData(agency)).name, agency.name);
      assert.equal(JSON.parse(toJson(agency)).duties.items.length, agency.duties.items.length);
      assert.ok(toText(agency, String, '来源').includes(agency.duties.items[0].title));
    }
  });
});
