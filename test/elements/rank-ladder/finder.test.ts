import { expect, waitUntil } from '@open-wc/testing';
import { sample } from '../../fixtures/agencies.js';
import { expectAccessible, parts, settled, textOf, within } from '../../fixtures/page.js';
import { badged, choose, create } from './ladder.js';

describe('<customs-rank-ladder>', () => {
  it('finds the ranks of a position, marks them in words and speaks them', async () => {
    const element = await create(sample);
    await choose(element, 'finder', '科长');
    expect(badged(element)).to.deep.equal(['一级长* 相符', '二级长 相符']);
    await waitUntil(() =>
      document
        .querySelector('[data-customs-announcer]')
        ?.textContent.includes('科长: 一级长 – 二级长'),
    );
    await expectAccessible(element);
    await choose(element, 'finder', '局长');
    expect(badged(element)).to.deep.equal(['总长 相符']);
    await choose(element, 'finder', '全部');
    expect(badged(element)).to.deep.equal([]);
  });

  it('keeps what was looked up when the language changes, and not for another agency', async () => {
    const element = await create(undefined, (one) => (one.agency = 'gacc'));
    await settled(element);
    await choose(element, 'finder', '处级正职');
    element.lang = 'en';
    await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    await settled(element);
    const select = within(element).querySelector<HTMLSelectElement>('[name="finder"]')!;
    expect(select.selectedIndex).to.equal(5);
    expect(badged(element)).to.have.length(3);
    element.lang = 'zh';
    element.data = sample;
    await settled(element);
    expect(badged(element)).to.deep.equal([]);
  });

  it('marks the current rank and adds up the years from it', async () => {
    const element = await create(sample, (one) => (one.current = 'junior'));
    expect(badged(element)).to.deep.equal(['一级长* 按期 3 年', '二级长 当前']);
    const [current] = parts(element, 'rank').filter((rank) => rank.ariaCurrent === 'true');
    expect(textOf(current!)).to.contain('二级长');
    element.view = 'table';
    await waitUntil(() => parts(element, 'table').length === 1);
    expect(textOf(within(element).querySelector('tr[aria-current]')!)).to.contain('二级长 当前');
  });

  it('adds up the years from a rank of the reader’s choice, and speaks them', async () => {
    const element = await create(sample);
    const options = [...within(element).querySelectorAll('[name="start"] option')].map(textOf);
    expect(options).to.deep.equal(['不计算', '二级长']);
    await choose(element, 'start', '二级长');
    expect(badged(element)).to.deep.equal(['一级长* 按期 3 年', '二级长 起点']);
    await waitUntil(() =>
      document.querySelector('[data-customs-announcer]')?.textContent.includes('一级长: 按期 3 年'),
    );
    await choose(element, 'start', '不计算');
    expect(badged(element)).to.deep.equal([]);
    await choose(element, 'start', '二级长');
    await choose(element, 'track', '技术序列');
    expect(within(element).querySelector('[name="start"]')).to.equal(null);
    expect(badged(element)).to.deep.equal([]);
  });

  it('adds up the whole way of customs officers: 24 years to the sixth rank', async () => {
    const element = await settled(await create(undefined, (one) => (one.agency = 'gacc')));
    await choose(element, 'start', '二级关务员');
    expect(badged(element)).to.deep.equal([
      '一级关务督察 按期 24 年',
      '二级关务督察 按期 20 年',
      '三级关务督察 按期 16 年',
      '一级关务督办 按期 12 年',
      '二级关务督办 按期 9 年',
      '三级关务督办 按期 6 年',
      '一级关务员 按期 3 年',
      '二级关务员 起点',
    ]);
  });

  it('points out the ranks it is told to', async () => {
    const element = await create(sample, (one) => (one.highlight = 'chief  junior'));
    expect(badged(element)).to.deep.equal(['总长 重点', '二级长 重点']);
  });
});
