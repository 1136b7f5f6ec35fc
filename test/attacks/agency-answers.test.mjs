/*
 * The data of an agency when its server answers badly: what readers see, that it comes when they ask
 * again, and that nothing stays open.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script } from '../page/site.mjs';
import { BAD, SILENT, spoilerOf } from './bad-answers.mjs';
import { endWaits, leavesOnly, OF_THE_PAGE, watch } from './watched-page.mjs';

const DATA = JSON.stringify({
  lang: 'zh',
  name: '青川县市场监督管理局',
  links: [{ label: '办事大厅', url: 'https://a.example/' }],
});

/** The kind of problem that an answer is. All others are `network`. */
const CODES = {
  'more than its length': 'syntax',
  'a page to sign in': 'syntax',
  'a picture': 'encoding',
  'nothing under 200': 'syntax',
  'nothing under 204': 'format',
  'JSON of a gateway': 'missing',
  'a failure': 'status',
};

/** What readers are told about it, in both languages. */
const WORDS = {
  network: {
    zh: '网络连接失败，请检查网络后重试',
    en: 'The connection failed; please check it and try again',
  },
  status: { zh: '服务器返回状态 503', en: 'the server answered 503' },
  other: { zh: '给网站管理员的说明', en: 'Details for the webmaster' },
};

const NAMES = Object.keys(BAD);
const ALL = 2 * NAMES.length;

const markup = (lang) =>
  NAMES.map(
    (_, index) =>
      `<customs-link-list lang="${lang}" src="/own/${index}.json"><p>原文</p></customs-link-list>`,
  ).join('');

const read = (page) =>
  page.$$eval('customs-link-list', (all) =>
    all.map(({ lang, state, shadowRoot, firstChild }) => ({
      lang,
      kind: state.kind,
      code: state.problems?.[0]?.code,
      text: shadowRoot.textContent.replace(/\s+/g, ' '),
      isReadable: firstChild.offsetHeight > 0,
      buttons: shadowRoot.querySelectorAll('[part=retry]').length,
    })),
  );

/** Waits until so many elements have failed and say why. */
const failed = (page, count) =>
  page.waitForFunction(
    (count) =>
      [...window.document.querySelectorAll('customs-link-list')].filter(
        ({ state, shadowRoot }) =>
          state?.kind === 'failed' &&
          shadowRoot.querySelector('[part=error] > .muted, [part=problems]'),
      ).length === count,
    {},
    count,
  );

describe('the data of an agency', () => {
  let site;
  let spoiler;
  let page;
  let faults;
  const path = (index) => `/own/${index}.json`;
  before(async () => {
    site = await openSite();
    spoiler = spoilerOf(site);
    NAMES.forEach((name, index) => spoiler.spoil(path(index), BAD[name], DATA));
    const html = `<main>${markup('zh')}${markup('en')}</main>${script('/cdn/link-list.js')}`;
    const options = { prepare: watch, wait: false };
    const visited = await site.open(document('', html), options);
    ({ page, faults } = visited);
    // Some of its requests end when the page is closed.
    visited.arrived.catch(() => {});
    await failed(page, ALL - 2 * Object.keys(SILENT).length);
  });
  after(() => site.close());

  it('that does not come leaves the author’s text in sight, and a time limit ends the wait', async () => {
    const silent = (await read(page)).filter(({ kind }) => kind === 'loading');
    assert.equal(silent.length, 2 * Object.keys(SILENT).length);
    assert.ok(silent.every(({ isReadable }) => isReadable));
    await endWaits(page, Object.keys(SILENT).length);
    await failed(page, ALL);
  });

  it('that comes badly is told apart from a lost connection, in the language of the page', async () => {
    (await read(page)).forEach(({ lang, code, text, isReadable, buttons }, index) => {
      const name = NAMES[index % NAMES.length];
      assert.equal(code, CODES[name] ?? 'network', name);
      const words = (WORDS[code] ?? WORDS.other)[lang];
      assert.ok(text.includes(words), `${name}: ${text}`);
      assert.ok(isReadable, `${name}: the author’s text`);
      assert.equal(buttons, 1, name);
    });
  });

  /** Adds an element with a source of its own, and returns its state. */
  const add = async (src) => {
    const element = await page.evaluateHandle((src) => {
      const list = window.document.createElement('customs-link-list');
      list.append('原文');
      list.src = src;
      window.document.querySelector('main').append(list);
      return list;
    }, src);
    const is = (kind) =>
      page.waitForFunction((list, kind) => list.state.kind === kind, {}, element, kind);
    const retry = () =>
      element.evaluate((list) => list.shadowRoot.querySelector('[part=retry]').click());
    return { element, is, retry };
  };

  it('that comes slowly, piece by piece, is waited for', async () => {
    const begun = {};
    begun.one = new Promise((resolve) => (begun.resolve = resolve));
    spoiler.spoil(
      '/own/slow.json',
      (response, { body }) => {
        response.write(body.subarray(0, 20), () => begun.resolve());
        begun.end = () => response.end(body.subarray(20));
      },
      DATA,
    );
    const { element, is } = await add('/own/slow.json');
    await begun.one;
    assert.equal(await element.evaluate(({ state }) => state.kind), 'loading');
    begun.end();
    await is('ready');
    await element.evaluate((list) => list.remove());
  });

  it('that is asked for without a connection comes by the button once there is one', async () => {
    spoiler.mend('/own/offline.json', DATA);
    await page.setOfflineMode(true);
    const { element, is, retry } = await add('/own/offline.json');
    await is('failed');
    await retry();
    await is('failed');
    assert.match(
      await element.evaluate(({ shadowRoot }) => shadowRoot.textContent),
      /网络连接失败/,
    );
    await page.setOfflineMode(false);
    await retry();
    await is('ready');
    await element.evaluate((list) => list.remove());
  });

  it('is there after the button, and leaves nothing open in the page or at the server', async () => {
    NAMES.forEach((_, index) => spoiler.mend(path(index), DATA));
    await page.$$eval('customs-link-list', (all) =>
      all.forEach(({ shadowRoot }) => shadowRoot.querySelector('[part=retry]').click()),
    );
    await page.waitForFunction(() =>
      [...window.document.querySelectorAll('customs-link-list')].every(
        ({ state, shadowRoot }) =>
          state.kind === 'ready' && shadowRoot.textContent.includes('办事大厅'),
      ),
    );
    await page.evaluate(() => window.document.querySelector('main').remove());
    await leavesOnly(page, OF_THE_PAGE);
    assert.deepEqual(spoiler.pending(), []);
    assert.deepEqual(
      faults.filter((fault) => fault.startsWith('error')),
      [],
    );
  });
});

describe('the data of an agency on a page whose picture hangs', () => {
  it('is said to have failed, and does not wait for the picture', async (test) => {
    const site = await openSite();
    test.after(() => site.close());
    site.pages.set('/hangs.png', { body: () => {} });
    const html = '<img src="/hangs.png"><customs-link-list src="/none.json"></customs-link-list>';
    const { page, arrived } = await site.open(document(script('/cdn/link-list.js'), html), {
      wait: false,
    });
    arrived.catch(() => {});
    await page.waitForSelector('customs-link-list >>> [part=retry]');
    assert.equal(await page.evaluate(() => window.document.readyState), 'interactive');
  });
});
