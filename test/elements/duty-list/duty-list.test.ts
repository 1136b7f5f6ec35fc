import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomsDutyList } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { control, part, parts, settled, textOf, warningsOf, within } from '../../fixtures/page.js';
import { create, field, many, numbers } from './list.js';

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

  it('prints the number of the document instead of its own, unless told otherwise', async () => {
    const items = [
      { id: 'a', number: '第一条', title: '甲。' },
      { id: 'b', title: '乙。' },
    ];
    const data = { ...sample, duties: { items } };
    expect(numbers(await create(data))).to.deep.equal(['第一条', '（二）']);
    const decimal = await create(data, (one) => (one.numbering = 'decimal'));
    expect(numbers(decimal)).to.deep.equal(['1.', '2.']);
  });

  it('keeps lines that the author of a duty wrote', async () => {
    const items = [{ id: 'a', title: '甲。', text: '1. 乙；\n2. 丙。' }];
    const element = await create({ ...sample, duties: { items } });
    expect(parts(element, 'duty')[0]!.querySelectorAll('br')).to.have.length(1);
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

  it('has its words where they stay, while the buttons beside them are on their way', async () => {
    const actions = part(await create(sample), 'actions');
    const icon = actions.querySelector('.label .icon')!;
    const { top } = icon.getBoundingClientRect();
    actions.querySelectorAll('button').forEach((button) => button.remove());
    expect(icon.getBoundingClientRect().top).to.equal(top);
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
