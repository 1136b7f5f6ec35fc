import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CustomsRankLadder, type Agency } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import {
  expectAccessible,
  part,
  parts,
  settled,
  textOf,
  warningsOf,
  within,
} from '../../fixtures/page.js';
import { badged, choose, create } from './ladder.js';

describe('<customs-rank-ladder>', () => {
  it('shows name, summary, tiers and numbered ranks, highest first', async () => {
    const element = await create(sample);
    expect(textOf(part(element, 'heading'))).to.equal('示例衔');
    expect(textOf(part(element, 'summary'))).to.equal('设二等三级。');
    expect(parts(element, 'tier').map((tier) => textOf(tier.querySelector('h3')!))).to.deep.equal([
      '一等 第七条',
      '二等 长 第七条',
    ]);
    expect(
      parts(element, 'rank').map((rank) => textOf(rank.querySelector('.rung')!)),
    ).to.deep.equal(['1', '2', '3']);
  });

  it('says of each rank who holds it, who confers it and what the step up takes, with articles', async () => {
    const element = await create(sample);
    const [chief, senior, junior] = parts(element, 'rank').map(textOf);
    expect(chief).to.contain('职务 局长 第八条').and.to.contain('批准授予 总理 第十一条');
    expect(senior).to.contain('选升 第十四条').and.to.contain('须培训 第十六条');
    expect(junior).to.contain('满 3 年 第十二条').and.to.contain('局长 本局 第十一条');
    expect(textOf(part(element, 'rules'))).to.equal('晋级规定 可以提前晋级。 第十三条');
    expect(textOf(part(element, 'source'))).to.contain('《示例衔条例》，2003年2月28日');
  });

  it('warns about ranks that are not there', async () => {
    const warnings = await warningsOf(() => create(sample, (one) => (one.current = 'nobody')));
    expect(warnings[0]).to.contain('"nobody"').and.to.contain('chief, senior, junior, engineer');
  });

  it('shows one track at a time and takes the finder along', async () => {
    const element = await create(sample);
    await choose(element, 'finder', '科长');
    await choose(element, 'track', '技术序列');
    expect(
      parts(element, 'rank').map((rank) => textOf(rank.querySelector('.name')!)),
    ).to.deep.equal(['工程长']);
    expect(badged(element)).to.deep.equal([]);
    const options = [...within(element).querySelectorAll('[name="finder"] option')].map(textOf);
    expect(options).to.deep.equal(['全部', '工程师']);
    expect(textOf(parts(element, 'rank')[0]!)).to.contain('专业技术职务');
  });

  it('begins with the track it is told, and warns about one that is not there', async () => {
    const element = await create(sample, (one) => (one.track = 'technical'));
    expect(parts(element, 'rank')).to.have.length(1);
    const warnings = await warningsOf(async () => {
      expect(parts(await create(sample, (one) => (one.track = 'none')), 'rank')).to.have.length(3);
    });
    expect(warnings[0]).to.contain('track="none"').and.to.contain('"main", "technical"');
  });

  it('has a place for the insignia that the owner of a page may show, and draws none', async () => {
    for (const view of ['ladder', 'table'] as const) {
      const element = await create(sample, (one) => {
        one.view = view;
        one.innerHTML = '<i slot="insignia-senior"></i>';
      });
      const slot = (): HTMLSlotElement | null =>
        within(element).querySelector('slot[name="insignia-senior"]');
      await waitUntil(slot);
      expect(slot()!.assignedElements()).to.have.length(1);
      expect(within(element).querySelectorAll('img, [part="rank"] svg, table svg')).to.have.length(
        0,
      );
    }
  });

  it('explains composed names', async () => {
    expect(textOf(within(await create(sample)))).to.contain('* 这些衔名没有通行的译名');
    const technical = await create(sample, (one) => (one.track = 'technical'));
    expect(textOf(within(technical))).not.to.contain('通行的译名');
  });

  it('reads a description list that the author wrote', async () => {
    const element = document.createElement('customs-rank-ladder') as CustomsRankLadder;
    element.innerHTML = '<h2>手写衔</h2><dl><dt>一等</dt><dd>总长</dd></dl>';
    await fixture(html`<div>${element}</div>`);
    await settled(element);
    expect(textOf(part(element, 'heading'))).to.equal('手写衔');
    expect(textOf(parts(element, 'rank')[0]!)).to.contain('总长');
  });

  for (const [file, ranks] of [
    ['police', [13, 10]],
    ['fire-rescue', [11, 8, 8]],
  ] as const) {
    it(`holds the ${file} ranks: ${ranks.join(' and ')}`, async () => {
      const response = await fetch(`/stories/agencies/${file}.zh-Hans.json`);
      const data = (await response.json()) as Agency;
      const element = await create(data);
      const tracks = data.ranks!.tracks.map(({ id }) => id);
      const counts = [];
      for (const track of tracks) {
        element.track = track;
        await element.updateComplete;
        counts.push(parts(element, 'rank').length);
        await expectAccessible(element);
      }
      expect(counts).to.deep.equal(ranks);
    });
  }
});
