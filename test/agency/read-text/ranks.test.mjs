/* Ranks in running text, as the three laws and the offices write them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRankOutline, ranksOf } from '../../../dist/agency/read-text/agency/rank-outline.js';
import { agencyOfText } from './read.mjs';

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
