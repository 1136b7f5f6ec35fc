import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { ELEMENT_NAMES, tagOf } from '../../src/elements.js';
import { define, type AgencyElement } from '../../src/index.js';
import { needsData } from '../../src/render/render.js';
import { copyOf, sample } from '../fixtures/agencies.js';
import { FakeServer } from '../fixtures/fake-server.js';
import {
  control,
  expectAccessible,
  part,
  parts,
  settled,
  textOf,
  warningsOf,
  within,
} from '../fixtures/page.js';

define();

/** What every element that shows a part of an agency guarantees. */
const ELEMENTS = {
  'customs-profile-card': { shows: '示例局负责示例。', breaks: 'summary', empty: undefined },
  'customs-duty-list': { shows: '拟订甲的制度。', breaks: 'duties', empty: 'duties' },
  'customs-rank-ladder': { shows: '一级长', breaks: 'ranks', empty: 'ranks' },
  'customs-link-list': { shows: '相关机构', breaks: 'links', empty: 'links' },
} as const;

it('is what every element that shows an agency is tested for', () => {
  const wanted = ELEMENT_NAMES.filter(needsData).map((name) => tagOf(name, 'customs'));
  expect(Object.keys(ELEMENTS)).to.have.members(wanted);
});

const FALLBACK = '没有脚本时读这里';
const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;

for (const [tag, { shows, breaks, empty }] of Object.entries(ELEMENTS)) {
  describe(`<${tag}>`, () => {
    let server: FakeServer;
    beforeEach(() => {
      server = new FakeServer();
      document.documentElement.lang = 'zh-Hans';
    });
    afterEach(() => server.close());

    // Responses are kept for the whole page, so no two tests share an address.
    const path = (name: string): string => `/${name}-${tag}-${server.id}.json`;
    const create = (): AgencyElement => document.createElement(tag) as AgencyElement;
    const place = async (change: (element: AgencyElement) => void): Promise<AgencyElement> => {
      const element = create();
      element.innerHTML = `<p>${FALLBACK}</p>`;
      change(element);
      (await fixture(html`<div></div>`)).append(element);
      await element.updateComplete;
      return element;
    };
    const broken = (): unknown => ({ ...copyOf(sample), [breaks]: 7 });
    const fallback = (element: Element): Element => element.querySelector('p')!;

    it('shows data set as a property at once', async () => {
      const element = await place((one) => (one.data = sample));
      expect(element.state.kind).to.equal('ready');
      expect(within(element).textContent).to.contain(shows);
      expect(isShown(fallback(element))).to.equal(false);
    });

    it('prints nothing that only works on a screen', async () => {
      const element = await place((one) => {
        one.setAttribute('filter', '');
        one.data = sample;
      });
      await emulateMedia({ media: 'print' });
      const controls = [...within(element).querySelectorAll('button, select, input')];
      const printed = controls.filter(isShown);
      await emulateMedia({ media: 'screen' });
      expect(printed).to.deep.equal([]);
    });

    it('shows the same whether data is set before or after it is connected', async () => {
      const before = await place((one) => (one.data = sample));
      server.hold(path('held'));
      const after = await place((one) => (one.src = path('held')));
      after.data = sample;
      await after.updateComplete;
      expect(textOf(within(after))).to.equal(textOf(within(before)));
    });

    it('keeps properties that were set before the element was defined', async () => {
      const name = `${tag}-later`;
      const element = document.createElement(name) as AgencyElement;
      element.data = sample;
      (await fixture(html`<div></div>`)).append(element);
      (customElements.get(tag) as unknown as { define: (tag: string) => void }).define(name);
      await settled(element);
      expect(within(element).textContent).to.contain(shows);
    });

    it('fetches src and keeps the author’s text in sight meanwhile', async () => {
      const release = server.hold(path('held'));
      const element = await place((one) => (one.src = path('held')));
      expect(element.state.kind).to.equal('loading');
      expect(isShown(fallback(element))).to.equal(true);
      release(sample);
      await settled(element);
      expect(within(element).textContent).to.contain(shows);
    });

    it('shows that it is loading when the author wrote nothing and the data takes a while', async () => {
      server.hold(path('never'));
      const element = await place((one) => {
        one.src = path('never');
        // White space and a picture for a named slot are not content.
        one.innerHTML = '\n  <!-- nothing --> <i slot="emblem"></i>';
      });
      expect(within(element).querySelector('.frame'), 'nothing flashes').to.equal(null);
      await waitUntil(() => parts(element, 'loading').length);
      expect(textOf(part(element, 'loading'))).to.equal('正在加载');
      await expectAccessible(element);
    });

    it('writes texts of the data in the direction of their language', async () => {
      const element = await place((one) => (one.data = { ...sample, lang: 'ug' }));
      const found = [...within(element).querySelectorAll('*')].find(
        (node) => node.getAttribute('lang') === 'ug',
      );
      expect(getComputedStyle(found!).direction).to.equal('rtl');
      expect(getComputedStyle(part(element, 'base')).direction).to.equal('ltr');
    });

    it('reads JSON inside it', async () => {
      const element = create();
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(sample);
      element.append(script);
      (await fixture(html`<div></div>`)).append(element);
      await element.updateComplete;
      expect(within(element).textContent).to.contain(shows);
    });

    it('says when JSON inside it cannot be read', async () => {
      const element = await place((one) => {
        const script = document.createElement('script');
        script.type = 'application/json';
        script.textContent = '{"lang":';
        one.append(script);
      });
      expect(element.state.kind).to.equal('failed');
      await waitUntil(() => within(element).textContent!.includes('格式不对'));
    });

    it('shows the built-in data when it is told nothing', async () => {
      const element = await settled(await place((one) => (one.innerHTML = ' <!-- nothing --> ')));
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal(
        '中华人民共和国海关总署',
      );
      element.lang = 'en';
      await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    });

    it('keeps the text it shows when another language does not come, and tries again later', async () => {
      const element = await settled(await place((one) => (one.agency = 'gacc')));
      server.down('/src/agency/gacc/en.json');
      const error = oneEvent(element, 'customs-error');
      element.reload();
      element.lang = 'en';
      await error;
      await element.updateComplete;
      expect(element.state.kind === 'ready' && element.state.agency.lang).to.equal('zh-Hans');
      server.close();
      element.reload();
      await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    });

    it('goes on switching the language when it is moved meanwhile', async () => {
      const element = await settled(await place((one) => (one.agency = 'gacc')));
      const release = server.hold('/src/agency/gacc/en.json');
      const elsewhere = await fixture(html`<div></div>`);
      element.lang = 'en';
      element.reload();
      await element.updateComplete;
      elsewhere.append(element);
      release({ ...sample, lang: 'en' });
      await waitUntil(() => element.state.kind === 'ready' && element.state.agency.lang === 'en');
    });

    it('asks once while the page changes the text inside it', async () => {
      const release = server.hold(path('animated'));
      const element = await place((one) => (one.src = path('animated')));
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
      expect(server.requests).to.have.length(1);
      expect(server.aborted).to.deep.equal([]);
      expect(ready).to.equal(1);
    });

    // Preact turns `null` into an empty text, and `loaded && agency` is `false` at first.
    for (const nothing of [null, '', false]) {
      it(`waits while data is ${JSON.stringify(nothing)}, and shows it when it comes`, async () => {
        const element = await place((one) => (one.data = nothing));
        expect(element.state.kind).to.equal('loading');
        expect(isShown(fallback(element))).to.equal(true);
        element.data = sample;
        await element.updateComplete;
        expect(element.state.kind).to.equal('ready');
      });
    }

    it('names the agencies it has when asked for another', async () => {
      const element = await place((one) => (one.agency = 'nasa'));
      expect(within(element).textContent).to.contain('gacc');
    });

    it('refuses an address that is none', async () => {
      const element = await place((one) => (one.src = 'http://['));
      expect(element.state.kind).to.equal('failed');
    });

    it('fails with the place of each problem and leaves the author’s text', async () => {
      const element = create();
      element.innerHTML = `<p>${FALLBACK}</p>`;
      element.data = broken();
      const error = oneEvent(element, 'customs-error');
      let warnings: string[] = [];
      warnings = await warningsOf(async () => {
        (await fixture(html`<div></div>`)).append(element);
        const { detail } = await error;
        expect(detail.problems[0]).to.include({ pointer: `/${breaks}`, code: 'format' });
      });
      expect(warnings.join()).to.contain(`/${breaks}`);
      // Readers get plain words. The places are for site administrators.
      expect(part(element, 'error').innerText).to.contain('请告知网站管理员');
      expect(part(element, 'error').innerText).not.to.contain(`/${breaks}`);
      part<HTMLDetailsElement>(element, 'problems').open = true;
      expect(part(element, 'error').innerText).to.contain(`/${breaks}`);
      expect(isShown(fallback(element))).to.equal(true);
      await expectAccessible(element);
    });

    it('tries again after a failure, and shows what comes', async () => {
      server.text(path('later'), 'down', 503);
      const element = await settled(await place((one) => (one.src = path('later'))));
      expect(part(element, 'error').textContent).to.contain('503');
      server.json(path('later'), sample);
      const ready = oneEvent(element, 'customs-ready');
      part(element, 'retry').click();
      const { detail } = await ready;
      expect(detail.agency.name).to.equal('示例局');
      expect(within(element).textContent).to.contain(shows);
      await waitUntil(() => within(element).activeElement === part(element, 'base'));
    });

    it('explains a failed connection', async () => {
      server.down(path('down'));
      const element = await settled(await place((one) => (one.src = path('down'))));
      expect(part(element, 'error').textContent).to.contain('网络连接失败');
    });

    it('drops a late answer of an older src', async () => {
      const release = server.hold(path('old'));
      const element = await place((one) => (one.src = path('old')));
      server.json(path('new'), { ...sample, name: '新局' });
      element.src = path('new');
      await element.updateComplete;
      await settled(element);
      release({ ...sample, name: '旧局' });
      await nextFrame();
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('新局');
    });

    it('fetches an address once for all elements', async () => {
      server.json(path('shared'), sample);
      const change = (one: AgencyElement): void => void (one.src = path('shared'));
      const elements = await Promise.all([place(change), place(change), place(change)]);
      await Promise.all(elements.map(settled));
      expect(server.requests).to.have.length(1);
    });

    it('cancels its request when it is removed, and loads when it comes back', async () => {
      const removed = path('removed');
      const release = server.hold(removed);
      const element = await place((one) => (one.src = removed));
      const parent = element.parentElement!;
      element.remove();
      await waitUntil(() => server.aborted.includes(removed));
      parent.append(element);
      await element.updateComplete;
      release(sample);
      await settled(element);
      expect(within(element).textContent).to.contain(shows);
    });

    it('works on after it was moved', async () => {
      const element = await place((one) => (one.data = sample));
      const elsewhere = await fixture(html`<div lang="en"></div>`);
      elsewhere.append(element);
      await settled(element);
      await waitUntil(() => part(element, 'base').lang === 'en');
      expect(within(element).textContent).to.contain(shows);
      element.data = { ...sample, name: '别的局' };
      await element.updateComplete;
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('别的局');
    });

    it('can be changed while it is not in the page', async () => {
      const element = await place((one) => (one.data = sample));
      const parent = element.parentElement!;
      element.remove();
      element.data = { ...sample, name: '离线改名' };
      await element.updateComplete;
      parent.append(element);
      await element.updateComplete;
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('离线改名');
    });

    it('reloads on demand', async () => {
      server.json(path('reload'), sample);
      const element = await settled(await place((one) => (one.src = path('reload'))));
      server.json(path('reload'), { ...sample, name: '改名局' });
      const ready = oneEvent(element, 'customs-ready');
      element.reload();
      await ready;
      expect(element.state.kind === 'ready' && element.state.agency.name).to.equal('改名局');
    });

    if (empty) {
      it('says that there is nothing when the part is not in the data', async () => {
        const { [empty]: _part, ...rest } = copyOf(sample);
        const element = await place((one) => (one.data = rest));
        expect(element.state.kind).to.equal('empty');
        expect(textOf(part(element, 'empty'))).to.equal('未查询到任何数据！');
        await expectAccessible(element);
      });

      it('does not fail for a slip in a part that it does not show', async () => {
        const element = await place((one) => (one.data = { ...copyOf(sample), summary: 7 }));
        expect(element.state.kind).to.equal('ready');
      });
    }

    it('warns once about a theme that it does not know, and names those it does', async () => {
      const warnings = await warningsOf(async () => {
        const element = await place((one) => {
          one.data = sample;
          one.setAttribute('theme', `pink-${tag}`);
        });
        element.requestUpdate();
        await element.updateComplete;
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(tag).and.to.contain('"auto", "light", "dark", "contrast"');
    });

    if (tag !== 'customs-link-list') {
      it('prints itself', async () => {
        const { print } = window;
        let printed = 0;
        window.print = () => {
          printed += 1;
          window.dispatchEvent(new Event('afterprint'));
        };
        const element = await place((one) => (one.data = sample));
        control(element, '打印').click();
        await waitUntil(() => printed === 1);
        window.print = print;
      });
    }

    it('sends events that bubble and leave shadow roots', async () => {
      const element = create();
      element.data = sample;
      const ready = oneEvent(element, 'customs-ready');
      (await fixture(html`<div></div>`)).append(element);
      const { bubbles, composed } = await ready;
      expect([bubbles, composed]).to.deep.equal([true, true]);
    });

    for (const width of [320, 1280]) {
      for (const setting of ['light', 'dark', 'contrast', 'elder', 'english', 'rtl']) {
        it(`has no accessibility violation at ${width} px, ${setting}`, async () => {
          await setViewport({ width, height: 800 });
          const element = await place((one) => {
            one.data = setting === 'rtl' ? { ...sample, lang: 'ar' } : sample;
            if (setting === 'elder') one.elder = true;
            else if (setting === 'english') one.lang = 'en';
            else if (setting === 'rtl') one.setAttribute('dir', 'rtl');
            else one.setAttribute('theme', setting);
          });
          await settled(element);
          await expectAccessible(element);
          expect(document.documentElement.scrollWidth, 'no sideways scrolling').to.be.at.most(
            width,
          );
        });
      }
    }
  });
}
