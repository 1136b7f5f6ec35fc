import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sample } from '../../fixtures/agencies.js';
import { control, part, parts, textOf, within } from '../../fixtures/page.js';
import { create, field, numbers, type } from './list.js';

describe('<customs-duty-list>', () => {
  afterEach(() =>
    history.replaceState(null, '', window.location.pathname + window.location.search),
  );

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
    // The second key comes at any moment of the drawing that the first has begun.
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

  it('forgets a search whose field is taken away', async () => {
    const element = await create(sample, (one) => (one.filter = true));
    await type(element, '丙');
    element.filter = false;
    await element.updateComplete;
    expect(numbers(element)).to.have.length(3);
  });
});
