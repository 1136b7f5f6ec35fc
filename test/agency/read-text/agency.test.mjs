/* Passages become an agency and an agency passages, and nothing is lost on the way. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agencyOf, passagesOfAgency } from '../../../dist/agency/read-text/read-text.js';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const passage = (role, text, address) => ({
  id: `${role}-${text}`,
  role,
  text,
  ...(address && { address }),
});

/** Changes one passage, as a person does in the editor. */
const withText = (passages, id, text) =>
  passages.map((one) => (one.id === id ? { ...one, text } : one));

describe('an agency of passages', () => {
  it('has what each role says', () => {
    assert.deepEqual(
      agencyOf([
        passage('name', '示例局'),
        passage('as-of', '2024年3月5日'),
        passage('source', '概况\n示例局\n2024-03-01\nhttps://example.org/\n以原文为准。'),
        passage('telephone', '1'),
        passage('telephone', '2'),
        passage('unused', '别的'),
      ]),
      {
        lang: 'zh-Hans',
        asOf: '2024-03-05',
        source: {
          title: '概况',
          publisher: '示例局',
          date: '2024-03-01',
          url: 'https://example.org/',
          note: '以原文为准。',
        },
        name: '示例局',
        telephone: '1；2',
      },
    );
  });

  it('names a source without a title after the office', () => {
    const office = passage('name', '示例局');
    for (const text of ['https://example.org/', '\nhttps://example.org/']) {
      assert.deepEqual(agencyOf([office, passage('source', text)]).source, {
        title: '示例局',
        url: 'https://example.org/',
      });
    }
  });

  it('has no publisher where the line of the publisher is empty', () => {
    const { source } = agencyOf([passage('source', '概况\n\n2024-03-01\n以原文为准。')]);
    assert.deepEqual(source, { title: '概况', date: '2024-03-01', note: '以原文为准。' });
    const again = agencyOf(passagesOfAgency({ source }));
    assert.deepEqual(again.source, source);
  });

  it('ends a group of links at an empty heading', () => {
    const { links } = agencyOf([
      passage('link-group', '部门'),
      passage('link', '甲', 'https://a.example/'),
      passage('link-group', ''),
      passage('link', '乙', 'https://b.example/'),
    ]);
    assert.deepEqual(links, [
      { group: '部门', links: [{ label: '甲', url: 'https://a.example/' }] },
      { label: '乙', url: 'https://b.example/' },
    ]);
  });

  it('is in the language of its texts, unless another is given', () => {
    assert.equal(agencyOf([passage('name', '國務院辦公廳')]).lang, 'zh-Hant');
    assert.equal(agencyOf([passage('name', 'Office')]).lang, 'en');
    assert.equal(agencyOf([passage('name', 'Office')], { lang: 'en-GB' }).lang, 'en-GB');
  });
});

describe('passages of an agency', () => {
  const gacc = json('../../../src/agency/gacc/zh-Hans.json');
  const folder = new URL('./pages/', import.meta.url);
  const agencies = [
    ['gacc/zh-Hans.json', gacc],
    ['gacc/en.json', json('../../../src/agency/gacc/en.json')],
    ...readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, json(`./pages/${file}`)]),
  ];

  for (const [name, agency] of agencies) {
    it(`lose nothing of ${name}`, () => {
      assert.deepEqual(agencyOf(passagesOfAgency(agency), { rest: agency }), agency);
    });
  }

  it('lose nothing of what only people write', () => {
    const written = {
      name: '示例局',
      duties: ['（一）负责甲。做乙。', { title: '标题。还是标题。', text: '正文', id: 'own' }],
      links: [
        '首页 https://example.org/',
        { group: '部门', links: [{ label: '甲', url: '/a', description: '说明' }] },
      ],
      ranks: ['一等：总长', { label: '二等', ranks: ['长'] }],
      telephone: 12360,
      own: { kept: true },
    };
    assert.deepEqual(agencyOf(passagesOfAgency(written), { rest: written }), written);
  });

  it('are in another language only if one is given', () => {
    const passages = passagesOfAgency(gacc);
    assert.equal(agencyOf(passages, { rest: gacc, lang: 'zh-CN' }).lang, 'zh-CN');
    assert.equal(agencyOf(passages, { rest: { ...gacc, lang: undefined } }).lang, undefined);
  });

  it('change only the duty that a person changed, which keeps its identifier', () => {
    const passages = withText(passagesOfAgency(gacc), 'duty-12', '垂直管理海关。说明。');
    const changed = agencyOf(passages, { rest: gacc });
    assert.deepEqual(changed.duties.items[11], {
      id: 'duty-12',
      title: '垂直管理海关。',
      text: '说明。',
    });
    assert.deepEqual(changed.duties.items[12], gacc.duties.items[12]);
    assert.deepEqual(changed.duties.source, gacc.duties.source);
    assert.deepEqual(changed.ranks, gacc.ranks);
  });

  it('keep identifiers and rules of ranks that still exist', () => {
    const { text } = passagesOfAgency(gacc).find(({ role }) => role === 'ranks');
    const change = (from, to) =>
      agencyOf(withText(passagesOfAgency(gacc), 'ranks-1', text.replace(from, to)), { rest: gacc })
        .ranks;
    const renamed = change('五等：', '第五等：');
    assert.deepEqual(renamed.tracks[0].tiers[4].ranks, gacc.ranks.tracks[0].tiers[4].ranks);
    assert.deepEqual(renamed.bands, gacc.ranks.bands);
    const fewer = change('（一级、二级）。', '（一级）。');
    assert.equal(fewer.bands, undefined, 'a band of a rank that is gone');
    assert.deepEqual(fewer.source, gacc.ranks.source);
  });

  it('are none of a value that is no agency', () => {
    for (const value of [
      null,
      1,
      'x',
      [],
      {},
      { name: {}, duties: 5, links: [null], ranks: [{}], source: [] },
    ]) {
      assert.ok(Array.isArray(passagesOfAgency(value)));
      agencyOf(passagesOfAgency(value), { rest: value });
    }
  });
});
