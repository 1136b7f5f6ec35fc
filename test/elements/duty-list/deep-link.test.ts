import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { CustomsDutyList } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { part, parts, within } from '../../fixtures/page.js';
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

  it('goes to the duty whose number is clicked, a second time too', async () => {
    const element = await create(sample);
    for (const clicked of ['first', 'again']) {
      (document.activeElement as HTMLElement | null)?.blur();
      parts(element, 'number')[1]!.click();
      await waitUntil(() => within(element).activeElement?.id === 'duty-2', clicked);
    }
    expect(window.location.hash).to.equal('#duty-2');
  });

  it('leaves an address alone that is a route of the page', async () => {
    history.replaceState(null, '', '#/home?x=1');
    const { length } = history;
    const changes: Event[] = [];
    const note = (event: Event): number => changes.push(event);
    window.addEventListener('hashchange', note);
    const element = await create(sample);
    const number = part<HTMLAnchorElement>(element, 'number');
    await waitUntil(() => number.hash === '#/home?x=1', 'the link leads to the route');
    number.click();
    await waitUntil(() => within(element).activeElement?.id === 'duty-1');
    await nextFrame();
    window.removeEventListener('hashchange', note);
    expect(within(element).querySelector('.target')!.id).to.equal('duty-1');
    expect([window.location.hash, history.length]).to.deep.equal(['#/home?x=1', length]);
    expect(changes).to.deep.equal([]);
    window.location.hash = '';
    await waitUntil(() => number.hash === '#duty-1', 'and to the duty without one');
  });

  it('leaves a click with a key to the browser', async () => {
    const element = await create(sample);
    let isLeft = false;
    element.addEventListener('click', (event) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    });
    part(element, 'number').dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    expect([isLeft, window.location.hash]).to.deep.equal([true, '']);
  });

  it('opens what is closed around the list, also outside of a shadow root', async () => {
    history.replaceState(null, '', '#duty-3');
    const outer = await fixture(
      html`<details>
        <summary>外</summary>
        <div></div>
      </details>`,
    );
    const root = outer.querySelector('div')!.attachShadow({ mode: 'open' });
    const inner = document.createElement('details');
    const list = document.createElement('customs-duty-list') as CustomsDutyList;
    list.data = sample;
    inner.append(list);
    root.append(inner);
    await waitUntil(() => within(list).activeElement?.id === 'duty-3');
    expect([outer, inner].map((one) => (one as HTMLDetailsElement).open)).to.deep.equal([
      true,
      true,
    ]);
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
    expect(part<HTMLAnchorElement>(element, 'number').target, 'past its target too').to.equal(
      '_self',
    );
    expect(href).to.equal(`${window.location.href.replace(/#.*/, '')}#duty-1`);
  });
});
