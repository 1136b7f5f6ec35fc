/* Ranks in running text, as the three laws and the offices write them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRankOutline, ranksOf } from '../../../dist/agency/read-text/agency/rank-outline.js';
import { agencyOf, blocksOfText, passagesOf } from '../../../dist/agency/read-text/read-text.js';
import { parse } from '../../../dist/agency/parse/parse.js';
import { agencyOfText, blocksOfPart } from './read.mjs';

const names = ({ tiers }) =>
  tiers.map(({ name, ranks }) => [name, ...ranks.map((rank) => rank.name)]);

/** 中华人民共和国人民警察警衔条例，第七条. */
const POLICE =
  '人民警察警衔设下列五等十三级：（一）总警监、副总警监；（二）警监：一级、二级、三级；（三）警督：一级、二级、三级；（四）警司：一级、二级、三级；（五）警员：一级、二级。担任专业技术职务的人民警察的警衔，在警衔前冠以“专业技术”。';

/** 中华人民共和国消防救援衔条例，第七条至第九条. */
const FIRE = `第七条 管理指挥人员消防救援衔设下列三等十一级：
（一）总监、副总监、助理总监；
（二）指挥长：高级指挥长、一级指挥长、二级指挥长、三级指挥长；
（三）指挥员：一级指挥员、二级指挥员、三级指挥员、四级指挥员。
第八条 专业技术人员消防救援衔设下列二等八级，在消防救援衔前冠以“专业技术”：
（一）指挥长：高级指挥长、一级指挥长、二级指挥长、三级指挥长；
（二）指挥员：一级指挥员、二级指挥员、三级指挥员、四级指挥员。
第九条 消防员消防救援衔设下列三等八级：
（一）高级消防员：一级消防长、二级消防长、三级消防长；
（二）中级消防员：一级消防士、二级消防士；
（三）初级消防员：三级消防士、四级消防士、预备消防士。`;

describe('an outline of ranks', () => {
  it('is read as the law of the police has it', () => {
    const { name, tracks } = ranksOf(POLICE);
    assert.equal(name, '警衔');
    assert.deepEqual(names(tracks[0]), [
      [undefined, '总警监', '副总警监'],
      ['警监', '一级警监', '二级警监', '三级警监'],
      ['警督', '一级警督', '二级警督', '三级警督'],
      ['警司', '一级警司', '二级警司', '三级警司'],
      ['警员', '一级警员', '二级警员'],
    ]);
  });

  it('is read as the law of the fire service has it: three careers', () => {
    const { name, tracks } = agencyOfText(`示例消防救援局\n${FIRE}`).ranks;
    assert.equal(name, '消防救援衔');
    assert.deepEqual(
      tracks.map((track) => [track.name, track.tiers.flatMap(({ ranks }) => ranks).length]),
      [
        ['管理指挥人员', 11],
        ['专业技术人员', 8],
        ['消防员', 8],
      ],
    );
    assert.equal(tracks[1].tiers[0].ranks[0].name, '专业技术高级指挥长');
    const ids = tracks.flatMap(({ tiers }) =>
      tiers.flatMap(({ ranks }) => ranks.map(({ id }) => id)),
    );
    assert.equal(new Set(ids).size, 27);
  });

  it('is read in English', () => {
    const { tracks } = ranksOf(
      'The ranks are as follows: First tier: Commissioner-General, Deputy Commissioner-General; Second tier: Commissioner (First Class, Second Class).',
    );
    assert.deepEqual(names(tracks[0]), [
      [undefined, 'Commissioner-General', 'Deputy Commissioner-General'],
      ['Commissioner', 'Commissioner, First Class', 'Commissioner, Second Class'],
    ]);
  });

  it('is not seen in a sentence about ranks', () => {
    assert.equal(isRankOutline('海关实行关衔制度，关衔由国务院授予。'), false);
    assert.equal(ranksOf(''), undefined);
  });

  it('is made of what a person marked as ranks, even of a plain list', () => {
    assert.deepEqual(names(ranksOf('总长、副总长\n一级长、二级长').tracks[0]), [
      [undefined, '总长', '副总长'],
      [undefined, '一级长', '二级长'],
    ]);
  });
});

describe('the law of ranks', () => {
  const LAW = { title: '中华人民共和国人民警察警衔条例' };
  const TIERS = '一等：总警监、副总警监；\n二等：警监，一级、二级、三级。';

  it('is their source, with its article, where the opening words name it', () => {
    const { ranks } = agencyOfText(
      `根据《${LAW.title}》第七条，人民警察警衔设五等十三级：\n${TIERS}`,
    );
    assert.deepEqual([ranks.source, ranks.tracks[0].article], [LAW, 7]);
    assert.equal(parse({ lang: 'zh-Hans', name: '示例站', ranks }).ok, true);
  });

  it('is their source where the sentence before names it', () => {
    const { ranks } = agencyOfText(
      `警衔设置\n依据《${LAW.title}》设置。\n人民警察警衔设五等十三级：\n${TIERS}`,
    );
    assert.deepEqual(ranks.source, LAW);
    assert.equal(ranks.summary, `依据《${LAW.title}》设置。`);
    assert.equal('article' in ranks.tracks[0], false);
  });

  it('does not replace a source that has more than its title', () => {
    const rest = { name: '站', ranks: { source: { ...LAW, date: '2012-10-26' }, tracks: [] } };
    const passages = [
      { id: '1', role: 'ranks', text: `根据《${LAW.title}》第七条，警衔分别为${TIERS}` },
    ];
    assert.deepEqual(agencyOf(passages, { rest }).ranks.source, rest.ranks.source);
  });
});

describe('a list of ranks', () => {
  const tiersOf = (blocks) => {
    const { name, tracks } = agencyOf(passagesOf(blocks)).ranks;
    return [name, ...names(tracks[0])];
  };
  const ofText = (text) => tiersOf(blocksOfText(text));

  it('has a collective name before steps', () => {
    assert.deepEqual(names(ranksOf('一等：总警监\n二等：警监，一级、二级、三级').tracks[0])[1], [
      '警监',
      '一级警监',
      '二级警监',
      '三级警监',
    ]);
    const english = ranksOf(
      'First tier: Chief; Second tier: Commissioner, First Class, Second Class',
    );
    assert.deepEqual(names(english.tracks[0])[1], [
      'Commissioner',
      'Commissioner, First Class',
      'Commissioner, Second Class',
    ]);
  });

  it('is read one rank a line, below its heading', () => {
    for (const heading of ['Ranks', 'Rank structure', 'Our ranks:']) {
      const text = `${heading}\nSheriff\nUndersheriff\nCaptain\nRelated links\nA https://a.example`;
      assert.deepEqual(ofText(text), ['Ranks', [undefined, 'Sheriff', 'Undersheriff', 'Captain']]);
    }
    assert.deepEqual(ofText('警衔等级\n1.总警监\n2.副总警监\n联系方式\n电话：1'), [
      '警衔',
      [undefined, '总警监', '副总警监'],
    ]);
  });

  it('is read from a table of grades and ranks', () => {
    const table = (...rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const chinese = table(
      ['等', '衔级'],
      ['一等', '总警监、副总警监'],
      ['二等', '警监，一级、二级'],
    );
    assert.deepEqual(tiersOf(blocksOfPart(`<h3>警衔设置</h3>${chinese}`)), [
      '警衔',
      [undefined, '总警监', '副总警监'],
      ['警监', '一级警监', '二级警监'],
    ]);
    const english = table(
      ['Grade', 'Ranks'],
      ['Command', 'Sheriff, Undersheriff'],
      ['Line', 'Captain, Deputy'],
    );
    assert.deepEqual(tiersOf(blocksOfPart(`<h3>Ranks</h3>${english}`)), [
      'Ranks',
      ['Command', 'Sheriff', 'Undersheriff'],
      ['Line', 'Captain', 'Deputy'],
    ]);
  });

  it('leaves the other columns of a table out, and keeps their text beside it', () => {
    const rows = ['Rank|Role', 'Sheriff|Head of the office', 'Deputy|Patrol'].map(
      (row) => `<tr>${row.replace(/([^|]+)\|?/g, '<td>$1</td>')}</tr>`,
    );
    const blocks = blocksOfPart(`<h2>Rank Structure</h2><table>${rows.join('')}</table>`);
    assert.deepEqual(tiersOf(blocks), ['Ranks', [undefined, 'Sheriff', 'Deputy']]);
    assert.match(passagesOf(blocks)[0].from, /Deputy Patrol/);
  });

  it('is not seen in sentences below the heading', () => {
    const text = '警衔制度\n警衔是区分等级的称号。\n警衔由国务院授予。';
    assert.equal(agencyOfText(text).ranks, undefined);
  });
});
