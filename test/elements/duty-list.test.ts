import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomsDutyList, type Agency } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import {
  control,
  part,
  parts,
  place,
  settled,
  textOf,
  warningsOf,
  within,
} from '../fixtures/page.js';

CustomsDutyList.define();
const create = (data: Agency, change?: (one: CustomsDutyList) => void): Promise<CustomsDutyList> =>
  place('customs-duty-list', data, change);
const field = (element: Element): HTMLInputElement => within(element).querySelector('input')!;
const type = async (element: CustomsDutyList, text: string): Promise<void> => {
  field(element).value = text;
  field(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};
const numbers = (element: Element): string[] =>
  parts(element, 'number')
    .filter((number) => number.checkVisibility())
    .map(textOf);
const many = (count: number): Agency => ({
  lang: 'zh-Hans',
  name: '大局',
  duties: {
    items: Array.from({ length: count }, (_, index) => ({
      id: `duty-${index + 1}`,
      title: `职能${index + 1}。`,
    })),
  },
});

describe('<customs-duty-list>', () => {
  afterEach(() =>
    history.replaceState(null, '', window.location.pathname + window.location.search),
  );

  it('shows preamble, count, numbered duties and source', async () => {
    const element = await create(sample);
    expect(textOf(part(element, 'heading'))).to.equal('主要职能');
    expect(textOf(part(element, 'count'))).to.equal('共 3 项');
    expect(textOf(part(element, 'preamble'))).to.equal('主要职责是：');
    expect(numbers(element)).to.deep.equal(['（一）', '（二）', '（三）']);
    expect(textOf(parts(element, 'duty')[0]!)).to.contain('负责甲。拟订甲的制度。');
    expect(textOf(part(element, 'source'))).to.contain('示例局——概况');
  });

  it('sets a title apart from its text where the script does', async () => {
    const { duties } = sample;
    const item = { id: 'duty-1', title: 'Statistics.', text: 'Compiles them.' };
    const english = await create({ ...sample, duties: { ...duties!, items: [item] } });
    expect(textOf(parts(english, 'duty')[0]!)).to.contain('Statistics. Compiles them.');
  });

  it('numbers as told', async () => {
    const decimal = await create(sample, (one) => (one.numbering = 'decimal'));
    expect(numbers(decimal)).to.deep.equal(['1.', '2.', '3.']);
    expect(numbers(await create(sample, (one) => (one.numbering = 'none')))).to.deep.equal([]);
    expect(numbers(await create({ ...sample, lang: 'en' }))).to.deep.equal(['1.', '2.', '3.']);
    const warnings = await warningsOf(async () => {
      const wrong = await create(sample, (one) => one.setAttribute('numbering', 'roman'));
      expect(numbers(wrong)[0]).to.equal('（一）');
    });
    expect(warnings[0]).to.contain('numbering="roman"');
  });

  it('searches title and text, marks what it found, keeps the numbers and counts', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    const event = oneEvent(element, 'customs-filter');
    await type(element, '甲');
    expect((await event).detail).to.deep.equal({ text: '甲', matches: 2 });
    expect(numbers(element)).to.deep.equal(['（一）', '（二）']);
    expect([...within(element).querySelectorAll('mark')].map(textOf)).to.deep.equal([
      '甲',
      '甲',
      '甲',
    ]);
    expect(textOf(part(element, 'count'))).to.equal('找到 2 项');
    await waitUntil(() =>
      document.querySelector('[data-customs-announcer]')?.textContent.includes('找到 2 项'),
    );
    await type(element, 'ａｂｃ');
    expect(numbers(element)).to.deep.equal(['（二）']);
    await type(element, '');
    expect(numbers(element)).to.have.length(3);
  });

  it('offers a way back when nothing is found', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    await type(element, '没有的词');
    expect(textOf(part(element, 'empty'))).to.contain('没有找到');
    control(element, '清除查找').click();
    await element.updateComplete;
    expect(numbers(element)).to.have.length(3);
    expect(within(element).activeElement).to.equal(field(element));
    expect(field(element).value).to.equal('');
  });

  it('waits while an input method composes', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    field(element).value = 'jia';
    field(element).dispatchEvent(new InputEvent('input', { isComposing: true }));
    await element.updateComplete;
    expect(numbers(element)).to.have.length(3);
    field(element).value = '丙';
    field(element).dispatchEvent(new CompositionEvent('compositionend'));
    await waitUntil(() => numbers(element).length === 1);
    expect(numbers(element)).to.deep.equal(['（三）']);
  });

  it('never puts an older text into the field, however quickly somebody types', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    const write = (text: string): void => {
      field(element).value = text;
      field(element).dispatchEvent(new InputEvent('input'));
    };
    write('丙');
    await waitUntil(() => numbers(element).length === 1);
    // The second key press comes at any moment of the rendering that the first one started.
    for (let moment = 0; moment < 12; moment += 1) {
      write('');
      await element.updateComplete;
      write('丙');
      for (let passed = 0; passed < moment; passed += 1) await Promise.resolve();
      write('丙丙');
      for (let passed = 0; passed < 12; passed += 1) {
        expect(field(element).value, `after ${moment} and ${passed}`).to.equal('丙丙');
        await Promise.resolve();
      }
      await element.updateComplete;
    }
  });

  it('has no search field unless asked', async () => {
    expect(parts(await create(sample), 'search')).to.have.length(0);
  });

  it('leaves the reader where they are when the list comes in another language', async () => {
    history.replaceState(null, '', '#duty-2');
    const element = await create(sample, (one) => (one.filter = true));
    await waitUntil(() => within(element).activeElement?.id === 'duty-2');
    field(element).focus();
    element.data = { ...sample, name: '别的局' };
    await element.updateComplete;
    await nextFrame();
    expect(within(element).activeElement).to.equal(field(element));
    expect(within(element).querySelector('.target')!.id).to.equal('duty-2');
  });

  it('leads to the duty that the address names, also when it changes', async () => {
    history.replaceState(null, '', '#duty-2');
    const element = await create(sample, (one) => (one.filter = true));
    await waitUntil(() => within(element).activeElement?.id === 'duty-2');
    expect(within(element).querySelector('.target')!.id).to.equal('duty-2');
    await type(element, '丙');
    window.location.hash = '#duty-1';
    await waitUntil(() => within(element).activeElement?.id === 'duty-1');
    expect(numbers(element), 'the search is taken back').to.have.length(3);
    window.location.hash = '#elsewhere';
    await waitUntil(() => within(element).querySelector('.target') === null);
  });

  it('goes to the duty once the strings are there', async () => {
    history.replaceState(null, '', '#duty-2');
    (document.activeElement as HTMLElement | null)?.blur();
    const element = document.createElement('customs-duty-list') as CustomsDutyList;
    element.lang = 'en';
    element.data = sample;
    await fixture(html`<div>${element}</div>`);
    await waitUntil(() => within(element).activeElement?.id === 'duty-2');
  });

  it('does not take readers from what they have begun', async () => {
    const button = await fixture<HTMLElement>(html`<button>x</button>`);
    button.focus();
    history.replaceState(null, '', '#duty-2');
    const element = await create(sample);
    await waitUntil(() => within(element).querySelector('.target')?.id === 'duty-2');
    await nextFrame();
    expect(document.activeElement).to.equal(button);
  });

  it('forgets a search whose field is taken away', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    await type(element, '丙');
    element.filter = false;
    await element.updateComplete;
    expect(numbers(element)).to.have.length(3);
  });

  it('lets the first list of a page answer', async () => {
    history.replaceState(null, '', '#duty-2');
    const page = await fixture(
      html`<div>
        <customs-duty-list .data=${sample}></customs-duty-list>
        <customs-duty-list .data=${sample}></customs-duty-list>
      </div>`,
    );
    const [first, second] = [...page.children];
    await waitUntil(() => within(first!).activeElement?.id === 'duty-2');
    expect(within(second!).querySelector('.target')).to.equal(null);
  });

  it('leaves the address alone after it was removed', async () => {
    const element = await create(sample);
    element.remove();
    window.location.hash = '#duty-3';
    await nextFrame();
    expect(within(element).querySelector('.target')).to.equal(null);
  });

  it('links the number to the whole address, past a <base> of the page', async () => {
    const base = document.createElement('base');
    base.href = 'https://example.org/other/';
    const element = await create(sample);
    document.head.append(base);
    const { href } = part<HTMLAnchorElement>(element, 'number');
    base.remove();
    expect(href).to.equal(`${window.location.href.replace(/#.*/, '')}#duty-1`);
  });

  it('copies a duty with number, source and address, and shows it there', async () => {
    let text = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (written: string) => Promise.resolve(void (text = written)) },
    });
    const element = await create(sample);
    control(element, '复制第 2 项').click();
    await waitUntil(() => within(element).querySelector('.feedback') !== null);
    expect(text).to.equal(
      `（二）负责乙。乙与甲相关，ABC 𠮷野。\n来源：《示例局——概况》，示例局 ${window.location.href}#duty-2`,
    );
    expect(textOf(parts(element, 'duty')[1]!)).to.contain('已复制');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('saves text, CSV and JSON', async () => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => {};
    const element = await create(sample);
    for (const [label, format] of [
      ['文本', 'txt'],
      ['CSV', 'csv'],
      ['JSON', 'json'],
    ] as const) {
      const event = oneEvent(element, 'customs-download');
      control(element, label).click();
      expect((await event).detail).to.deep.equal({ format, fileName: `示例局-主要职能.${format}` });
    }
    HTMLAnchorElement.prototype.click = click;
  });

  it('can be used with the keyboard alone', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    field(element).focus();
    await sendKeys({ type: '丙' });
    await element.updateComplete;
    expect(numbers(element)).to.deep.equal(['（三）']);
    await sendKeys({ press: 'Tab' });
    expect(textOf(within(element).activeElement!)).to.equal('（三）');
    await sendKeys({ press: 'Tab' });
    expect(within(element).activeElement!.getAttribute('aria-label')).to.equal('复制第 3 项');
  });

  it('cuts a long list into groups that go on counting', async () => {
    const element = await create(many(120));
    const lists = parts(element, 'list') as HTMLOListElement[];
    expect(lists.map(({ children }) => children.length)).to.deep.equal([50, 50, 20]);
    expect(lists.map(({ start }) => start)).to.deep.equal([1, 51, 101]);
    expect(getComputedStyle(lists[0]!).contentVisibility).to.equal('auto');
    expect(numbers(element)[119]).to.equal('（一百二十）');
    expect(textOf(part(element, 'count'))).to.equal('共 120 项');
  });

  it('treats markup in texts as text', async () => {
    const items = [{ id: 'duty-1', title: '<img src=x onerror=alert(1)>', text: '<b>粗</b>' }];
    const element = await create({ ...sample, duties: { items } });
    expect(within(element).querySelector('img, b')).to.equal(null);
    expect(textOf(part(element, 'duty'))).to.contain('<b>粗</b>');
  });

  it('reads an ordered list that the author wrote', async () => {
    const element = document.createElement('customs-duty-list') as CustomsDutyList;
    element.innerHTML = '<ol><li>一件事。</li></ol>';
    await fixture(html`<div>${element}</div>`);
    await settled(element);
    expect(textOf(parts(element, 'duty')[0]!)).to.contain('一件事。');
  });
});
