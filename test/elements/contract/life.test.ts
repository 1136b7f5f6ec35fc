import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { setBasePath } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { moveAround, part, settled, shownText } from '../../fixtures/page.js';
import { describeEach, ELEMENTS } from './each-element.js';

describeEach((subject) => {
  const { shows } = ELEMENTS[subject.tag];

  it('goes on switching the language when it is moved meanwhile', async () => {
    setBasePath('/library/');
    const element = await settled(await subject.place((one) => (one.agency = 'gacc')));
    const release = subject.server.hold('/library/gacc/en.json');
    const elsewhere = await fixture(html`<div></div>`);
    element.lang = 'en';
    element.reload();
    await element.updateComplete;
    elsewhere.append(element);
    release({ ...sample, lang: 'en' });
    await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    setBasePath(undefined);
  });

  it('cancels its request when it is removed, and loads when it comes back', async () => {
    const removed = subject.path('removed');
    const release = subject.server.hold(removed);
    const element = await subject.place((one) => (one.src = removed));
    const parent = element.parentElement!;
    element.remove();
    await waitUntil(() => subject.server.aborted.includes(removed));
    parent.append(element);
    await element.updateComplete;
    release(sample);
    await settled(element);
    expect(shownText(element)).to.contain(shows);
  });

  it('keeps its request however often it is moved while it loads', async () => {
    const moved = subject.path('moved');
    const release = subject.server.hold(moved);
    const element = await subject.place((one) => (one.src = moved));
    await moveAround(element);
    release(sample);
    await settled(element);
    expect(subject.server.requests.filter((path) => path === moved)).to.have.length(1);
    expect(shownText(element)).to.contain(shows);
  });

  it('works on after it was moved', async () => {
    const element = await subject.place((one) => (one.data = sample));
    const elsewhere = await fixture(html`<div lang="en"></div>`);
    elsewhere.append(element);
    await settled(element);
    await waitUntil(() => part(element, 'base').lang === 'en');
    expect(shownText(element)).to.contain(shows);
    element.data = { ...sample, name: '别的局' };
    await element.updateComplete;
    expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('别的局');
  });

  it('can be changed while it is not in the page', async () => {
    const element = await subject.place((one) => (one.data = sample));
    const parent = element.parentElement!;
    element.remove();
    element.data = { ...sample, name: '离线改名' };
    await element.updateComplete;
    parent.append(element);
    await element.updateComplete;
    expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('离线改名');
  });

  it('sends events that bubble and leave shadow roots', async () => {
    const element = subject.create();
    element.data = sample;
    const ready = oneEvent(element, 'customs-ready');
    (await fixture(html`<div></div>`)).append(element);
    const { bubbles, composed } = await ready;
    expect([bubbles, composed]).to.deep.equal([true, true]);
  });
});
