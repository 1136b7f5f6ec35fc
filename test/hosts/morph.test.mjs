/* Pages whose content a tool exchanges, morphs or brings back from an earlier visit. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { render } from '../../dist/render/server.js';
import { document, openSite, script, shown } from '../page/site.mjs';
import { installHosts, pathOf } from './install.mjs';

installHosts();

const LIBRARIES = {
  'idiomorph.js': 'idiomorph/dist/idiomorph.js',
  'morphdom.js': 'morphdom/dist/morphdom-umd.js',
  'turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  'htmx.js': 'htmx.org/dist/htmx.js',
};

const POLICE = { lang: 'en', name: 'Police', id: 'police', duties: [{ title: 'Keeps order.' }] };
const ALL = script('cdn/customs-widgets.js');
const tagOf = (library) => `<script src="/${library}"></script>`;
const DUTIES = '<div id="place" data-customs-widget="duty-list" data-agency="gacc" data-filter>';
const PLACE = `${DUTIES}<p>读脚本以前</p></div>`;

let site;
before(async () => {
  site = await openSite();
  for (const [name, path] of Object.entries(LIBRARIES)) {
    site.publish(`/${name}`, readFileSync(pathOf(path), 'utf8'));
  }
});
after(() => site.close());

/** Runs in the page: morphs the body as the tools do, and says what is in the placeholder after it. */
async function morphTo(tool, body) {
  const { document: page, Idiomorph, morphdom } = window;
  if (tool === 'idiomorph') Idiomorph.morph(page.body, body, { morphStyle: 'innerHTML' });
  else morphdom(page.body, `<body>${body}</body>`);
  await Promise.resolve();
  return [...page.querySelector('#place').children].map(({ localName }) => localName);
}

const inPlace = (page, part) =>
  page.evaluate((part) => window.document.querySelector('#place').firstElementChild?.[part], part);

for (const tool of ['idiomorph', 'morphdom']) {
  describe(`on a page that ${tool} morphs`, () => {
    let page;
    before(async () => {
      const opened = await site.open(document(tagOf(`${tool}.js`) + ALL, PLACE), { policy: '' });
      ({ page } = opened);
      await shown(page, '#place > customs-duty-list');
    });
    after(() => page.close());

    it('a filled placeholder keeps its element, with what was typed, however often', async () => {
      await page.evaluate(() => {
        window.first = window.document.querySelector('customs-duty-list');
        const field = window.first.shadowRoot.querySelector('input');
        field.value = '统计';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      // A page that asks its server now and then does so for hours.
      await page.evaluate(() => {
        let time = 0;
        performance.now = () => (time += 1001);
      });
      for (let time = 0; time < 25; time += 1) {
        assert.deepEqual(await page.evaluate(morphTo, tool, PLACE), ['customs-duty-list']);
      }
      assert.deepEqual(
        await page.evaluate(() => {
          const { document: page, first } = window;
          const [{ shadowRoot, children }] = page.querySelector('#place').children;
          return [
            shadowRoot === first.shadowRoot,
            shadowRoot.querySelector('input').value,
            [...children].map(({ textContent }) => textContent),
          ];
        }),
        [true, '统计', ['读脚本以前']],
      );
    });

    it('takes the attributes and the content that the server sends now', async () => {
      const other = PLACE.replace(' data-filter', ' data-heading-level="3"').replace(
        '以前',
        '之前',
      );
      await page.evaluate(morphTo, tool, other);
      assert.equal(await inPlace(page, 'filter'), false);
      assert.equal(await inPlace(page, 'headingLevel'), 3);
      assert.equal(await inPlace(page, 'textContent'), '读脚本之前');
    });

    it('becomes what the server makes of it: another widget, no placeholder, one again', async () => {
      const links = PLACE.replace('duty-list', 'link-list');
      assert.deepEqual(await page.evaluate(morphTo, tool, links), ['customs-link-list']);
      const none = '<div id="place"><p>只是文字</p></div>';
      assert.deepEqual(await page.evaluate(morphTo, tool, none), ['p']);
      assert.deepEqual(await page.evaluate(morphTo, tool, PLACE), ['customs-duty-list']);
    });

    it('an element with nothing but `.data` goes on showing it', async () => {
      const body = '<div id="place"><customs-duty-list></customs-duty-list></div>';
      await page.evaluate(morphTo, tool, body);
      await page.evaluate((data) => {
        window.document.querySelector('customs-duty-list').data = data;
      }, POLICE);
      const textOf = async () => (await shown(page, 'customs-duty-list'))[0];
      await page.waitForFunction(() =>
        window.document.querySelector('customs-duty-list').matches('[agency=none]'),
      );
      await page.evaluate(morphTo, tool, body);
      await page.evaluate(() => window.document.querySelector('customs-duty-list').updateComplete);
      assert.match(await textOf(), /Keeps order/);
      assert.equal(
        await page.$eval('customs-duty-list', (one) => one.getAttribute('agency')),
        'none',
      );
    });

    it('a server rendering is drawn once, also if it was morphed before the script came', async () => {
      const body = `<div id="place">${render('duty-list', { data: POLICE })}</div>`;
      site.pages.set('/rendered.html', { body: document(tagOf(`${tool}.js`), body, 'en') });
      const { page } = await site.visit(`${site.origin}/rendered.html`);
      await page.evaluate(morphTo, tool, body);
      await page.addScriptTag({ url: '/cdn/customs-widgets.js', type: 'module' });
      const [text] = await shown(page, 'customs-duty-list');
      assert.equal(text.split('Keeps order.').length, 2, text);
      await page.close();
    });
  });
}

/** Lets an element speak, and waits until it has. */
async function speak(page) {
  await page.evaluate(() => {
    const field = window.document
      .querySelector('customs-duty-list')
      .shadowRoot.querySelector('input');
    field.value = '统计';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.waitForFunction(() =>
    window.document.querySelector('[data-customs-announcer]')?.textContent.includes('1'),
  );
}

/** What a page shows that has come back: the texts for screen readers, and the kinds of its elements. */
const seen = (page) =>
  page.evaluate(() => ({
    spoken: [...window.document.querySelectorAll('[data-customs-announcer]')].map(
      ({ textContent }) => textContent,
    ),
    filled: [...window.document.querySelector('#place').children].map(({ localName }) => localName),
    waiting: window.document.querySelector('#own').state.kind,
  }));

const BACK = { spoken: [], filled: ['customs-duty-list'], waiting: 'loading' };
const OWN = '<customs-duty-list id="own"></customs-duty-list>';

/** Opens a page of two, uses it, and goes to the other one and back. */
async function thereAndBack(page, back) {
  await shown(page, '#place > customs-duty-list');
  await page.evaluate((data) => {
    window.document.querySelector('#own').data = data;
  }, POLICE);
  await shown(page, '#own');
  await speak(page);
  await page.click('a');
  await page.waitForFunction(() => window.document.querySelector('h1'));
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => !window.document.querySelector('h1'));
  await page.waitForFunction(back);
}

describe('on a page of Turbo', () => {
  const head = `<meta name="turbo-refresh-method" content="morph">${tagOf('turbo.js')}${ALL}`;
  let page;
  before(async () => {
    site.pages.set('/turbo-b.html', { body: document(head, '<h1>乙</h1>') });
    site.pages.set('/turbo.html', {
      body: document(head, `<a href="/turbo-b.html">乙</a>${PLACE}${OWN}`),
    });
    ({ page } = await site.visit(`${site.origin}/turbo.html`));
  });
  after(() => page.close());

  it('a refresh by morphing keeps the element in a placeholder', async () => {
    await shown(page, '#place > customs-duty-list');
    const kept = await page.evaluate(async () => {
      const { document: page, Turbo } = window;
      const first = page.querySelector('#place').firstElementChild;
      const rendered = new Promise((resolve) =>
        page.addEventListener('turbo:render', resolve, { once: true }),
      );
      Turbo.session.refresh(location.href);
      await rendered;
      return page.querySelector('#place').firstElementChild === first;
    });
    assert.equal(kept, true);
  });

  it('coming back shows no other agency, and speaks no old text', async () => {
    await thereAndBack(page, () => window.document.querySelector('#own')?.hasUpdated);
    assert.deepEqual(await seen(page), BACK);
  });
});

describe('on a page of htmx', () => {
  it('coming back shows no other agency, and speaks no old text', async () => {
    const head = tagOf('htmx.js') + ALL;
    site.pages.set('/htmx-b.html', { body: document(head, '<h1>乙</h1>') });
    site.pages.set('/htmx.html', {
      body: document(
        head,
        `<div hx-boost="true"><a href="/htmx-b.html">乙</a></div>${PLACE}${OWN}`,
      ),
    });
    const { page } = await site.visit(`${site.origin}/htmx.html`);
    await thereAndBack(page, () => window.document.querySelector('#own')?.hasUpdated);
    assert.deepEqual(await seen(page), BACK);
    await page.close();
  });
});
