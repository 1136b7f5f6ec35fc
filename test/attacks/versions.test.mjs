/*
 * Two versions on one page, beyond `test/page/previous-version.test.mjs`: as module and classic
 * script, with placeholders, with what only one of them knows, and one long after the other.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { version } from '../../.tools/project.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { keptVersions } from '../fixtures/keep-version.mjs';
import { BOTH, openPreviousSite, previous } from '../page/previous-site.mjs';
import { document, script, shown } from '../page/site.mjs';
import { rendering } from '../render/rendering.mjs';
import { writtenService } from './written-service.mjs';

/** Elements that are new since. */
const NEW = AGENCY_ELEMENTS.filter((name) => !BOTH.includes(name));

const MODULES = { old: '/before/customs-widgets.js', new: '/cdn/customs-widgets.js' };
const CLASSICS = {
  old: '/before/customs-widgets.classic.js',
  new: '/cdn/customs-widgets.classic.js',
};
/** The first script, and the second. */
const PAIRS = {
  'the old module, then the new one': [MODULES.old, MODULES.new],
  'the new module, then the old one': [MODULES.new, MODULES.old],
  'the old classic script, then the new module': [CLASSICS.old, MODULES.new],
  'the new classic script, then the old module': [CLASSICS.new, MODULES.old],
  'the old classic script, then the new one': [CLASSICS.old, CLASSICS.new],
};

const placeholders = (names) =>
  names.map((name) => `<div data-customs-widget="${name}" data-agency="gacc"></div>`).join('');

/** What is expected on the console: of a second copy, and of an older one about a new element. */
const EXPECTED = /^console warn.*(defined by version .* is not used|="[\w-]+" is not accepted)/;

const unexpected = (faults) => faults.filter((fault) => !EXPECTED.test(fault));

let site;
before(async () => (site = await openPreviousSite()));
after(() => site.close());

describe('placeholders on a page with two versions', () => {
  for (const [name, files] of Object.entries(PAIRS)) {
    it(`are filled once each, also those that only one version knows: ${name}`, async () => {
      const scripts = files.map((file) => script(file)).join('');
      const all = [...BOTH, ...NEW];
      const { page, faults } = await site.open(document(scripts, placeholders(all)));
      const texts = await shown(page, ...all.map((one) => `div > customs-${one}`));
      assert.equal(texts.filter((text) => text.includes('海关')).length, all.length, texts.join());
      const counts = await page.$$eval('[data-customs-widget]', (places) =>
        places.map(({ children }) => children.length),
      );
      assert.ok(counts.every((count) => count === 1));
      assert.deepEqual(unexpected(faults), []);
      await page.close();
    });
  }
});

const rendered = (name) => Buffer.from(previous.files[`markup/${name}.zh-Hans.shadow.html`]);

describe('what one version rendered on a server, under the script of the other', () => {
  /** Opens a page with renderings. Fails if an element does not show its data at the end. */
  async function assertShown(head, markup) {
    const { page, faults } = await site.open(document(head, markup), { policy: '' });
    await page.waitForFunction(() => customElements.get('customs-duty-list'));
    const texts = await shown(page, ...BOTH.map((one) => `customs-${one}`));
    assert.ok(texts.some((text) => text.includes('（十三）')));
    assert.ok(texts.every((text) => text.includes('海关')));
    assert.deepEqual(faults, []);
    await page.close();
  }

  it('is taken over by the new take-over.js', () =>
    assertShown(script('/cdn/take-over.js'), BOTH.map(rendered).join('')));

  it('shows under an old script that a browser has kept, though the rendering is new', async () => {
    const { render } = await rendering(site.folder);
    const markup = BOTH.map((one) => render(one, { attributes: { agency: 'gacc' } })).join('');
    await assertShown(script(MODULES.old), markup);
  });
});

describe('the packs of an older version', () => {
  const kept = keptVersions().filter(({ files }) => 'cdn/gacc/zh-Hans.js' in files);

  for (const { version, files } of kept) {
    it(`(${version}) serve the new script without a request`, async () => {
      site.publish('/cdn/gacc/zh-Hans.js', Buffer.from(files['cdn/gacc/zh-Hans.js']));
      const head = script('/cdn/gacc/zh-Hans.js') + script(CLASSICS.new);
      const { page, faults, requests } = await site.open(
        document(head, '<customs-duty-list agency="gacc"></customs-duty-list>'),
      );
      const [duties] = await shown(page, 'customs-duty-list');
      assert.ok(duties.includes('（十三）'));
      assert.deepEqual(
        requests.filter((url) => url.endsWith('.json')),
        [],
      );
      assert.deepEqual(faults, []);
      await page.close();
      site.pages.delete('/cdn/gacc/zh-Hans.js');
    });
  }

  it('are there to be tried', () => assert.ok(kept.length > 0));
});

describe('a newer copy that comes when the page has long been there', () => {
  it('leaves the elements as they are, after one was removed too, and adds what is new', async () => {
    const { page, faults } = await site.open(
      document(script(MODULES.old), '<customs-duty-list agency="gacc"></customs-duty-list>'),
      { policy: '' },
    );
    await shown(page, 'customs-duty-list');
    await page.evaluate(async (file) => {
      const list = window.document.querySelector('customs-duty-list');
      list.remove();
      await import(file);
      window.document.body.append(list, window.document.createElement('customs-duty-list'));
      window.document.body.append(window.document.createElement('customs-agency-page'));
    }, MODULES.new);
    const [first, whole] = await shown(page, 'customs-duty-list', 'customs-agency-page');
    await shown(page, 'customs-duty-list + customs-duty-list');
    for (const text of [first, whole]) assert.ok(text.includes('（十三）'));
    const versions = await page.evaluate(() =>
      ['duty-list', 'agency-page'].map((one) => customElements.get(`customs-${one}`).version),
    );
    assert.deepEqual(versions, [previous.version, version]);
    assert.deepEqual(unexpected(faults), []);
    await page.close();
  });
});

describe('what two versions share', () => {
  const both = script(MODULES.old) + script(`${MODULES.new}?prefix=police`);

  it('is the answer to a request: one serves the elements of both, and so does one failure', async () => {
    const data = { lang: 'zh', name: '甲局', links: [{ label: '乙', url: 'https://a.example/' }] };
    site.publish('/own.json', JSON.stringify(data), 'application/json');
    const { page, requests } = await site.open(document(both, ''));
    // The elements of both ask at the same time: a failure that is over is not kept.
    await page.evaluate(
      async (sources) => {
        const tags = ['customs-link-list', 'police-link-list'];
        await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
        const lists = tags.flatMap((tag) =>
          sources.map((src) => Object.assign(window.document.createElement(tag), { src })),
        );
        window.document.body.append(...lists);
      },
      ['/own.json', '/nowhere.json'],
    );
    const read = () =>
      page.$$eval('customs-link-list, police-link-list', (all) =>
        all.map(({ state }) => `${state.kind} ${state.problems?.[0]?.code ?? ''}`.trim()),
      );
    await page.waitForFunction(() =>
      [...window.document.body.children].every(({ state }) => state && state.kind !== 'loading'),
    );
    const states = ['ready', 'failed status'];
    assert.deepEqual(await read(), [...states, ...states]);
    const asked = requests.filter((url) => /(own|nowhere)\.json$/.test(url));
    assert.equal(asked.length, 2, asked.join());
    await page.close();
  });

  it('is the list of drafts in use: two boxes on one thread do not overwrite each other', async () => {
    writtenService(site);
    const box = '<customs-comment-box endpoint="/" site="a" thread="t"></customs-comment-box>';
    const { page } = await site.open(document(both, box + box.replaceAll('customs-', 'police-')));
    for (const [tag, words] of [
      ['customs-comment-box', '旧版本里写的'],
      ['police-comment-box', '新版本里写的'],
    ]) {
      await (await page.waitForSelector(`${tag} >>> #body`)).type(words);
    }
    await page.waitForFunction(() => sessionStorage.length === 2);
    const drafts = await page.evaluate(() =>
      Object.values({ ...sessionStorage }).map((text) => JSON.parse(text).body),
    );
    assert.deepEqual(drafts.sort(), ['旧版本里写的', '新版本里写的'].sort());
    await page.close();
  });
});
