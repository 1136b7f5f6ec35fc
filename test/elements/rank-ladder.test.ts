import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { CustomsRankLadder, type Agency } from '../../src/index.js';
import { copyOf, sample } from '../fixtures/agencies.js';
import {
  control,
  expectAccessible,
  part,
  parts,
  settled,
  textOf,
  warningsOf,
  within,
  place,
} from '../fixtures/page.js';

CustomsRankLadder.define();
const create = (
  data: unknown,
  change?: (one: CustomsRankLadder) => void,
): Promise<CustomsRankLadder> => place('customs-rank-ladder', data, change);
const choose = async (element: CustomsRankLadder, id: string, label: string): Promise<void> => {
  const select = within(element).querySelector<HTMLSelectElement>(`[name="${id}"]`)!;
  select.selectedIndex = [...select.options].findIndex((option) => textOf(option) === label);
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
const badged = (element: Element): string[] =>
  parts(element, 'rank')
    .filter((rank) => rank.querySelector('.badge'))
    .map(
      (rank) =>
        `${textOf(rank.querySelector('.name')!)} ${[...rank.querySelectorAll('.badge')].map(textOf).join()}`,
    );

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

  it('shows the same as a table, every cell with its article', async () => {
    const element = await create(sample, (one) => (one.view = 'table'));
    await waitUntil(() => parts(element, 'table').length === 1);
    const rows = [...within(element).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(textOf).join(' ').trim(),
    );
    expect(rows).to.deep.equal([
      '一等 第七条 1 总长 第七条 局长 第八条 总理 第十一条',
      '二等 长 第七条 2 一级长* 第七条 科长 第八条 局长 本局 第十一条 选升 第十四条 须培训 第十六条',
      '3 二级长 第七条 科长 第八条 局长 本局 第十一条 满 3 年 第十二条',
    ]);
    expect([...within(element).querySelectorAll('thead th')].map(textOf)).to.deep.equal([
      '等',
      '序号',
      '衔级',
      '职务',
      '批准授予',
      '晋升上一级',
    ]);
  });

  it('breaks no word of a table in a narrow column', async () => {
    const data = JSON.parse(
      JSON.stringify(sample).replaceAll('总长', 'Commissioner-General'),
    ) as Agency;
    const element = await create(data, (one) => (one.view = 'table'));
    await waitUntil(() => parts(element, 'table').length === 1);
    element.style.width = '240px';
    const name = [...within(element).querySelectorAll('tbody *')].find(
      ({ children, textContent }) =>
        !children.length && textContent!.trim() === 'Commissioner-General',
    )!;
    const text = [...name.childNodes].find(({ nodeValue }) => nodeValue?.startsWith('Comm'))!;
    const word = document.createRange();
    word.setStart(text, 0);
    word.setEnd(text, 'Commissioner'.length);
    await waitUntil(() => element.offsetWidth === 240);
    expect(word.getClientRects()).to.have.length(1);
  });

  it('switches the view, and says so', async () => {
    const element = await create(sample);
    const event = oneEvent(element, 'customs-view');
    control(element, '表格').click();
    expect((await event).detail).to.deep.equal({ view: 'table' });
    await element.updateComplete;
    expect(parts(element, 'table')).to.have.length(1);
    expect(control(element, '表格').getAttribute('aria-pressed')).to.equal('true');
    expect(control(element, '阶梯').getAttribute('aria-pressed')).to.equal('false');
  });

  it('leaves out columns and rows without facts', async () => {
    const data = copyOf(sample);
    for (const key of ['bands', 'conferral', 'promotion', 'summary', 'source'])
      delete data['ranks'][key];
    const element = await create(data, (one) => (one.view = 'table'));
    expect(within(element).querySelectorAll('thead th')).to.have.length(3);
    expect(parts(element, 'rules')).to.have.length(0);
    expect(within(element).querySelector('[name="finder"]')).to.equal(null);
  });

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

  it('marks the current rank and adds up the years from it', async () => {
    const element = await create(sample, (one) => (one.current = 'junior'));
    expect(badged(element)).to.deep.equal(['一级长* 按期 3 年', '二级长 当前']);
    const [current] = parts(element, 'rank').filter((rank) => rank.ariaCurrent === 'true');
    expect(textOf(current!)).to.contain('二级长');
    element.view = 'table';
    await element.updateComplete;
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

  it('has a place for the insignia that the owner of a page may show, and draws none', async () => {
    for (const view of ['ladder', 'table'] as const) {
      const element = await create(sample, (one) => {
        one.view = view;
        one.innerHTML = '<i slot="insignia-senior"></i>';
      });
      const slot = within(element).querySelector<HTMLSlotElement>('slot[name="insignia-senior"]')!;
      expect(slot.assignedElements()).to.have.length(1);
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

  it('names the last column of firefighters by years of service', async () => {
    const response = await fetch('/stories/agencies/fire-rescue.zh-Hans.json');
    const element = await create(await response.json(), (one) => (one.track = 'firefighters'));
    expect(textOf(parts(element, 'rank')[0]!)).to.contain('工作年限 工作满二十四年的 第十二条');
  });
});
