import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { ELEMENT_NAMES, tagOf } from '../../../src/elements.js';
import type { AgencyElement } from '../../../src/index.js';
import { needsData } from '../../../src/render/render.js';
import { copyOf, sample } from '../../fixtures/agencies.js';
import {
  expectAccessible,
  part,
  parts,
  settled,
  shownText,
  textOf,
  within,
} from '../../fixtures/page.js';
import { describeEach, ELEMENTS, fallback, isShown } from './each-element.js';

it('is what every element that shows an agency is tested for', () => {
  const wanted = ELEMENT_NAMES.filter(needsData).map((name) => tagOf(name, 'customs'));
  expect(Object.keys(ELEMENTS)).to.have.members(wanted);
});

const skeletonOf = (element: AgencyElement): HTMLElement =>
  within(element).querySelector<HTMLElement>('.skeleton')!;

describeEach((subject) => {
  const { shows, empty } = ELEMENTS[subject.tag];

  it('shows data set as a property at once', async () => {
    const element = await subject.place((one) => (one.data = sample));
    expect(element.state.kind).to.equal('ready');
    expect(shownText(element)).to.contain(shows);
    expect(isShown(fallback(element))).to.equal(false);
  });

  it('shows the same whether data is set before or after it is connected', async () => {
    const before = await subject.place((one) => (one.data = sample));
    subject.server.hold(subject.path('held'));
    const after = await subject.place((one) => (one.src = subject.path('held')));
    after.data = sample;
    await after.updateComplete;
    expect(shownText(after)).to.equal(shownText(before));
  });

  it('keeps properties that were set before the element was defined', async () => {
    const name = `${subject.tag}-later`;
    const element = document.createElement(name) as AgencyElement;
    element.data = sample;
    (await fixture(html`<div></div>`)).append(element);
    (customElements.get(subject.tag) as unknown as { define: (tag: string) => void }).define(name);
    await settled(element);
    expect(shownText(element)).to.contain(shows);
  });

  it('fetches src and keeps the author’s text in sight meanwhile', async () => {
    const release = subject.server.hold(subject.path('held'));
    const element = await subject.place((one) => (one.src = subject.path('held')));
    expect(element.state.kind).to.equal('loading');
    expect(isShown(fallback(element))).to.equal(true);
    release(sample);
    await settled(element);
    expect(shownText(element)).to.contain(shows);
  });

  it('shows that it is loading when the author wrote nothing and the data takes a while', async () => {
    subject.server.hold(subject.path('never'));
    const element = await subject.place((one) => {
      one.src = subject.path('never');
      // Blanks and a picture for a named slot are nothing to read.
      one.innerHTML = '\n  <!-- nothing --> <i slot="emblem"></i>';
    });
    expect(within(element).querySelector('.frame'), 'nothing flashes').to.equal(null);
    await waitUntil(() => parts(element, 'loading').length);
    expect(textOf(part(element, 'loading'))).to.equal('正在加载');
    await expectAccessible(element);
    const { offsetTop } = skeletonOf(element);
    // As before the words of its language have arrived.
    Object.defineProperty(element.localization, 'ready', { value: false });
    element.requestUpdate();
    await element.updateComplete;
    expect(textOf(part(element, 'loading'))).to.equal('');
    expect(skeletonOf(element).offsetTop, 'words move nothing').to.equal(offsetTop);
  });

  it('reads JSON inside it', async () => {
    const element = subject.create();
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(sample);
    element.append(script);
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    expect(shownText(element)).to.contain(shows);
  });

  it('shows the built-in data when it is told nothing', async () => {
    const element = await settled(
      await subject.place((one) => (one.innerHTML = ' <!-- nothing --> ')),
    );
    expect(element.state.kind === 'ready' && element.state.agency.name).to.equal(
      '中华人民共和国海关总署',
    );
    element.lang = 'en';
    await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
  });

  it('asks once while the page changes the text inside it', async () => {
    const release = subject.server.hold(subject.path('animated'));
    const element = await subject.place((one) => (one.src = subject.path('animated')));
    let ready = 0;
    element.addEventListener('customs-ready', () => (ready += 1));
    for (const text of ['加载中', '加载中.', '加载中..']) {
      fallback(element).textContent = text;
      await nextFrame();
    }
    release(sample);
    await settled(element);
    fallback(element).textContent = '时钟';
    await nextFrame();
    expect(subject.server.requests).to.have.length(1);
    expect(subject.server.aborted).to.deep.equal([]);
    expect(ready).to.equal(1);
  });

  // Preact makes an empty text of `null`, and `loaded && agency` is `false` at first.
  for (const nothing of [null, '', false]) {
    it(`waits while data is ${JSON.stringify(nothing)}, and shows it when it comes`, async () => {
      const element = await subject.place((one) => (one.data = nothing as null));
      expect(element.state.kind).to.equal('loading');
      expect(isShown(fallback(element))).to.equal(true);
      element.data = sample;
      await element.updateComplete;
      expect(element.state.kind).to.equal('ready');
    });
  }

  it('drops a late answer of an older src', async () => {
    const release = subject.server.hold(subject.path('old'));
    const element = await subject.place((one) => (one.src = subject.path('old')));
    subject.server.json(subject.path('new'), { ...sample, name: '新局' });
    element.src = subject.path('new');
    await element.updateComplete;
    await settled(element);
    release({ ...sample, name: '旧局' });
    await nextFrame();
    expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('新局');
  });

  it('fetches an address once for all elements', async () => {
    subject.server.json(subject.path('shared'), sample);
    const change = (one: AgencyElement): void => void (one.src = subject.path('shared'));
    const elements = await Promise.all([
      subject.place(change),
      subject.place(change),
      subject.place(change),
    ]);
    await Promise.all(elements.map(settled));
    expect(subject.server.requests).to.have.length(1);
  });

  it('reloads on demand', async () => {
    subject.server.json(subject.path('reload'), sample);
    const element = await settled(await subject.place((one) => (one.src = subject.path('reload'))));
    subject.server.json(subject.path('reload'), { ...sample, name: '改名局' });
    const ready = oneEvent(element, 'customs-ready');
    element.reload();
    await ready;
    expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('改名局');
  });

  if (empty) {
    it('says that there is nothing when the part is not in the data', async () => {
      const { [empty]: _part, ...rest } = copyOf(sample);
      const element = await subject.place((one) => (one.data = rest as never));
      expect(element.state.kind).to.equal('empty');
      expect(textOf(part(element, 'empty'))).to.match(/^没有.{2,}/);
      expect(getComputedStyle(part(element, 'base')).borderTopStyle).to.equal('none');
      await expectAccessible(element);
    });

    it('takes no room at all then, if the page wants it so', async () => {
      const { [empty]: _part, ...rest } = copyOf(sample);
      const element = await subject.place((one) => {
        one.textContent = '';
        one.setAttribute('hide-when-empty', '');
        one.data = rest as never;
      });
      await settled(element);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });

    it('does not fail for a slip in a part that it does not show', async () => {
      const element = await subject.place(
        (one) => (one.data = { ...copyOf(sample), summary: 7 } as never),
      );
      expect(element.state.kind).to.equal('ready');
    });
  }
});
