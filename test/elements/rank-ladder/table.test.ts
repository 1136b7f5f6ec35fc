import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { Agency } from '../../../src/index.js';
import { copyOf, sample } from '../../fixtures/agencies.js';
import { control, parts, textOf, within } from '../../fixtures/page.js';
import { create } from './ladder.js';

describe('<customs-rank-ladder>', () => {
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

  it('names the last column of firefighters by years of service', async () => {
    const response = await fetch('/stories/agencies/fire-rescue.zh-Hans.json');
    const element = await create(await response.json(), (one) => (one.track = 'firefighters'));
    expect(textOf(parts(element, 'rank')[0]!)).to.contain('工作年限 工作满二十四年的 第十二条');
  });
});
