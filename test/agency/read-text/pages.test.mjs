/*
 * Reads pages of real offices, and compares the agency with the one that a person typed from the same page. The first
 * line of a page says whose text it is. What is made up is named so.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../../../dist/agency/parse/parse.js';
import { agencyOf, blocksOfText, passagesOf } from '../../../dist/agency/read-text/read-text.js';
import { blocksOfFile } from './read.mjs';

const folder = new URL('./pages/', import.meta.url);
const files = readdirSync(folder).filter((file) => !file.endsWith('.json'));
const json = (url) => JSON.parse(readFileSync(url, 'utf8'));

const seed = new URL('../../fixtures/seed.zh-Hans.txt', import.meta.url);

/** The passages of the seed, which has no line before its text. */
const readSeed = () => passagesOf(blocksOfText(readFileSync(seed, 'utf8')));

describe('the reading of a page', () => {
  it('has pages of eight real offices, and of made-up ones that say so', () => {
    const made = files.filter((file) => file.startsWith('made-up'));
    assert.ok(files.length - made.length > 8);
    for (const file of files) {
      const [line] = readFileSync(new URL(file, folder), 'utf8').split('\n');
      assert.match(line, /^(?:# |<!-- ).+2026-\d\d-\d\d/, file);
      assert.equal(/虚构/.test(line), file.startsWith('made-up'), file);
    }
  });

  for (const file of files) {
    it(`reads ${file} as a person did, and as elements show it`, () => {
      const url = new URL(file, folder);
      const expected = json(new URL(file.replace(/\.\w+$/, '.json'), folder));
      assert.deepEqual(agencyOf(passagesOf(blocksOfFile(url))), expected);
      const result = parse(expected, { base: 'https://example.org/' });
      assert.deepEqual(result.problems ?? [], []);
      assert.ok(result.ok);
    });
  }
});

describe('the seed', () => {
  const gacc = json(new URL('../../../src/agency/gacc/zh-Hans.json', import.meta.url));

  it('is read as the data of the GACC', () => {
    const agency = agencyOf(readSeed());
    for (const member of ['lang', 'name', 'category', 'status', 'level', 'summary', 'overview']) {
      assert.deepEqual(agency[member], gacc[member], member);
    }
    assert.deepEqual(agency.duties.preamble, gacc.duties.preamble);
    assert.deepEqual(
      agency.duties.items,
      gacc.duties.items.map(({ id: _id, ...duty }) => duty),
    );
  });

  it('has five tiers and thirteen ranks with the names of the law', () => {
    const { ranks } = agencyOf(readSeed());
    const withoutIds = (track) =>
      track.tiers.map(({ label, name, ranks: list }) => [
        label,
        name,
        list.map((rank) => rank.name),
      ]);
    assert.equal(ranks.name, gacc.ranks.name);
    assert.equal(ranks.summary, gacc.ranks.summary);
    assert.equal(ranks.tracks.length, 1);
    assert.deepEqual(withoutIds(ranks.tracks[0]), withoutIds(gacc.ranks.tracks[0]));
    assert.equal(ranks.tracks[0].tiers.flatMap((tier) => tier.ranks).length, 13);
  });

  it('shows for each value the text that it was taken from', () => {
    const passages = readSeed();
    const status = passages.find(({ role }) => role === 'status');
    assert.equal(status.from, '中华人民共和国海关总署是国务院直属机构，为正部级。');
    const summary = passages.find(({ role }) => role === 'summary');
    assert.equal(summary.from, undefined);
    const ranks = passages.find(({ role }) => role === 'ranks');
    assert.equal(ranks.from, ranks.text);
  });
});
