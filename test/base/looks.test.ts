import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type CustomsDutyList, CustomsRankLadder, define } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import { part, within } from '../fixtures/page.js';

define();

describe('elder mode', () => {
  const size = (element: Element): string => getComputedStyle(part(element, 'base')).fontSize;

  it('is larger: 20 px text, 60 px controls', async () => {
    const element = await fixture<CustomsRankLadder>(
      html`<customs-rank-ladder elder .data=${sample}></customs-rank-ladder>`,
    );
    expect(size(element)).to.equal('20px');
    const { height } = within(element).querySelector('button')!.getBoundingClientRect();
    expect(height).to.be.at.least(60);
    for (const muted of within(element).querySelectorAll('.muted, .badge')) {
      expect(parseFloat(getComputedStyle(muted).fontSize)).to.be.at.least(18);
    }
  });

  it('follows the page, until a nearer ancestor says otherwise', async () => {
    const page = await fixture(
      html`<div><customs-link-list .data=${sample}></customs-link-list></div>`,
    );
    const element = page.firstElementChild!;
    document.documentElement.setAttribute('data-elder', '');
    await waitUntil(() => size(element) === '20px');
    page.setAttribute('data-elder', 'false');
    await waitUntil(() => size(element) === '16px');
    document.documentElement.removeAttribute('data-elder');
  });
});

describe('theme', () => {
  const colors = (element: Element): string[] => {
    const { color, backgroundColor } = getComputedStyle(part(element, 'base'));
    return [color, backgroundColor];
  };

  it('follows the color-scheme of the page and not of the system', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><customs-link-list .data=${sample}></customs-link-list></div>`,
    );
    const element = page.firstElementChild!;
    const light = colors(element);
    page.style.colorScheme = 'dark';
    expect(colors(element)).not.to.deep.equal(light);
    element.setAttribute('theme', 'light');
    expect(colors(element)).to.deep.equal(light);
    page.style.colorScheme = 'light';
    element.setAttribute('theme', 'dark');
    expect(colors(element)).not.to.deep.equal(light);
  });

  it('is restyled by tokens on any ancestor', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><customs-link-list .data=${sample}></customs-link-list></div>`,
    );
    page.style.setProperty('--customs-color-surface', 'rgb(1, 2, 3)');
    page.style.setProperty('--customs-text-scale', '2');
    const element = page.firstElementChild!;
    expect(colors(element)[1]).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part(element, 'base')).fontSize).to.equal('32px');
  });

  it('is not touched by what an old page sets on everything', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <style>
          * {
            line-height: 10px;
            text-indent: 2em;
            letter-spacing: 3px;
          }
          .old {
            text-transform: uppercase;
            white-space: nowrap;
            text-align: right;
            font: 9px serif;
          }
        </style>
        <div class="old"><customs-link-list .data=${sample}></customs-link-list></div>
      </div>`,
    );
    const style = getComputedStyle(part(page.querySelector('customs-link-list')!, 'base'));
    expect(style.fontSize).to.equal('16px');
    expect(style.lineHeight).to.equal('28px');
    expect(style.textIndent).to.equal('0px');
    expect(style.letterSpacing).to.equal('normal');
    expect(style.textTransform).to.equal('none');
    expect(style.whiteSpace).to.equal('normal');
    expect(style.textAlign).to.equal('start');
  });
});

describe('layout', () => {
  const columnsIn = (list: Element): number =>
    getComputedStyle(part(list, 'duty')).gridTemplateColumns.split(' ').length;

  it('follows the column and not the window, without being drawn again', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><customs-duty-list .data=${sample}></customs-duty-list></div>`,
    );
    const list = page.firstElementChild as CustomsDutyList;
    const wide = '24px';
    const duty = part(list, 'duty');
    for (const [width, columns, padding] of [
      ['260px', 2, '16px'],
      ['479px', 2, '16px'],
      ['480px', 3, wide],
      ['800px', 3, wide],
    ] as const) {
      page.style.width = width;
      if (width !== '479px') expect(columnsIn(list), width).to.equal(columns);
      expect(getComputedStyle(part(list, 'base')).paddingLeft, width).to.equal(padding);
    }
    expect(list.isUpdatePending).to.equal(false);
    expect(part(list, 'duty')).to.equal(duty);
  });

  const places = [
    [
      'a float',
      html`<div style="float:left"><customs-duty-list .data=${sample}></customs-duty-list></div>`,
    ],
    [
      'a float in text of no size',
      html`<div style="float:left;font-size:0">
        <customs-duty-list .data=${sample}></customs-duty-list>
      </div>`,
    ],
    [
      'an inline block',
      html`<div style="display:inline-block">
        <customs-duty-list .data=${sample}></customs-duty-list>
      </div>`,
    ],
    [
      'an item of a flexible row',
      html`<div style="display:flex"><customs-duty-list .data=${sample}></customs-duty-list></div>`,
    ],
    [
      'a cell of a table',
      html`<table>
        <tr>
          <td><customs-duty-list .data=${sample}></customs-duty-list></td>
        </tr>
      </table>`,
    ],
  ] as const;
  for (const [place, content] of places) {
    it(`takes the room that there is in ${place}, and no more`, async () => {
      const page = await fixture<HTMLElement>(html`<div style="width:700px">${content}</div>`);
      const list = page.querySelector('customs-duty-list')!;
      expect(list.offsetWidth).to.be.within(690, 700);
      expect(columnsIn(list)).to.equal(3);
      page.style.width = '300px';
      expect(list.offsetWidth).to.be.within(290, 300);
      expect(columnsIn(list)).to.equal(2);
    });
  }
});
