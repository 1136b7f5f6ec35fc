import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { CustomsDutyList } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { part, within } from '../../fixtures/page.js';
import { create, numbers, type } from './list.js';

describe('<customs-duty-list>', () => {
  afterEach(() =>
    history.replaceState(null, '', window.location.pathname + window.location.search),
  );

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
});
