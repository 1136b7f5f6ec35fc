import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { setBasePath } from '../../../src/index.js';
import { copyOf, sample } from '../../fixtures/agencies.js';
import {
  expectAccessible,
  part,
  settled,
  shownText,
  warningsOf,
  within,
} from '../../fixtures/page.js';
import { describeEach, ELEMENTS, fallback, FALLBACK, isShown } from './each-element.js';

describeEach((subject) => {
  const { shows, breaks } = ELEMENTS[subject.tag];

  it('says when JSON inside it cannot be read', async () => {
    const element = await subject.place((one) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = '{"lang":';
      one.append(script);
    });
    await settled(element);
    expect(element.state.kind).to.equal('failed');
    await waitUntil(() => within(element).textContent!.includes('第 1 行第 9 列'));
  });

  it('keeps the text it shows when another language does not come, and tries again later', async () => {
    setBasePath('/library/');
    const element = await settled(await subject.place((one) => (one.agency = 'gacc')));
    subject.server.down('/library/gacc/en.json');
    const error = oneEvent(element, 'customs-error');
    element.reload();
    element.lang = 'en';
    await error;
    await element.updateComplete;
    expect(element.state.kind === 'ready' && element.state.agency.lang).to.equal('zh-Hans');
    subject.server.close();
    element.reload();
    await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    setBasePath(undefined);
  });

  it('names the agencies it has when asked for another', async () => {
    const element = await settled(await subject.place((one) => (one.agency = 'nasa')));
    await waitUntil(() => within(element).textContent!.includes('可用：gacc'));
  });

  it('refuses an address that is none', async () => {
    const element = await settled(await subject.place((one) => (one.src = 'http://[')));
    expect(element.state.kind).to.equal('failed');
  });

  it('fails with the place of each problem and leaves the author’s text', async () => {
    const element = subject.create();
    element.innerHTML = FALLBACK;
    element.data = { ...copyOf(sample), [breaks]: 7 } as never;
    const error = oneEvent(element, 'customs-error');
    let warnings: string[] = [];
    warnings = await warningsOf(async () => {
      (await fixture(html`<div></div>`)).append(element);
      const { detail } = await error;
      expect(detail.problems[0]).to.include({ pointer: `/${breaks}`, code: 'format' });
    });
    expect(warnings.join()).to.contain(`/${breaks}`);
    // Readers are told in plain words; the places are for whoever keeps the page.
    expect(part(element, 'error').innerText).to.contain('请告知网站管理员');
    expect(part(element, 'error').innerText).not.to.contain(`/${breaks}`);
    part<HTMLDetailsElement>(element, 'problems').open = true;
    expect(part(element, 'error').innerText).to.contain(`/${breaks}`);
    expect(isShown(fallback(element))).to.equal(true);
    await expectAccessible(element);
  });

  it('tries again after a failure, and shows what comes', async () => {
    subject.server.text(subject.path('later'), 'down', 503);
    const element = await settled(await subject.place((one) => (one.src = subject.path('later'))));
    expect(part(element, 'error').textContent).to.contain('503');
    subject.server.json(subject.path('later'), sample);
    const ready = oneEvent(element, 'customs-ready');
    part(element, 'retry').click();
    const { detail } = await ready;
    expect(detail.agency.name).to.equal('示例局');
    expect(shownText(element)).to.contain(shows);
    await waitUntil(() => within(element).activeElement === part(element, 'base'));
  });

  it('explains a failed connection', async () => {
    subject.server.down(subject.path('down'));
    const element = await settled(await subject.place((one) => (one.src = subject.path('down'))));
    expect(part(element, 'error').textContent).to.contain('网络连接失败');
  });

  it('warns once about a theme that it does not know, and names those it does', async () => {
    const warnings = await warningsOf(async () => {
      const element = await subject.place((one) => {
        one.data = sample;
        one.setAttribute('theme', `pink-${subject.tag}`);
      });
      element.requestUpdate();
      await element.updateComplete;
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.contain(subject.tag)
      .and.to.contain('"auto", "light", "dark", "contrast"');
  });
});
