/* A div in place of an element, for systems that remove unknown tags. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../.tools/project.mjs';
import { document, openSite, script, shown } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const ALL = 'cdn/customs-widgets.js';
const CLASSIC = 'cdn/customs-widgets.classic.js';
const DIV = '<div data-customs-widget="duty-list" data-agency="gacc" data-filter></div>';

const attributes = (page, tag) =>
  page.evaluate(
    (name) =>
      Object.fromEntries(
        [...window.document.querySelector(name).attributes].map(({ name, value }) => [name, value]),
      ),
    tag,
  );

describe('a placeholder', () => {
  for (const file of [ALL, CLASSIC, 'cdn/duty-list.js', 'cdn/duty-list.classic.js']) {
    for (const [place, head, body] of [
      ['in the head', script(file), DIV],
      ['behind it', '', DIV + script(file)],
      ['before it', '', script(file) + DIV],
    ]) {
      it(`becomes the element with its attributes; ${file} ${place}`, async () => {
        const { page, faults } = await site.open(document(head, body));
        const [text] = await shown(page, 'div > customs-duty-list');
        assert.ok(text.includes('（十三）'));
        assert.deepEqual(await attributes(page, 'customs-duty-list'), {
          agency: 'gacc',
          filter: '',
        });
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  it('is filled with the prefix of the script', async () => {
    const { page } = await site.open(document(script(`${ALL}?prefix=police`), DIV));
    await shown(page, 'div > police-duty-list');
    await page.close();
  });

  it('gives its content to the element, as markup to read', async () => {
    const div = '<div data-customs-widget="duty-list"><ol><li>手写职能。</li></ol></div>';
    const { page, requests } = await site.open(document(script(CLASSIC), div));
    const [text] = await shown(page, 'customs-duty-list');
    assert.ok(text.includes('手写职能。'));
    assert.deepEqual(
      requests.filter((url) => url.includes('gacc')),
      [],
    );
    await page.close();
  });

  it('keeps its words for readers when the data does not come', async () => {
    const div = '<div data-customs-widget="duty-list" data-src="none.json"><p>原文</p></div>';
    const { page } = await site.open(document(script(ALL), div));
    await page.waitForFunction(
      () => window.document.querySelector('customs-duty-list')?.state.kind === 'failed',
    );
    assert.ok(await page.evaluate(() => window.document.querySelector('div p').offsetHeight > 0));
    await page.close();
  });

  it('waits until the parser has read it to its end', async () => {
    let send;
    site.pages.set('/slow.html', {
      body: (response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write(`<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
          ${script(CLASSIC)}</head><body><div data-customs-widget="duty-list"><ol><li>第一件。</li>${' '.repeat(2000)}`);
        send = response;
      },
    });
    const { page, requests, arrived } = await site.visit(`${site.origin}/slow.html`, {
      wait: false,
    });
    await page.waitForFunction(() => window.document.querySelector('li') && window.CustomsWidgets);
    assert.equal(
      await page.evaluate(() => window.document.querySelector('customs-duty-list')),
      null,
    );
    send.end('<li>第二件。</li></ol></div><p>后文</p></body></html>');
    await arrived;
    const [text] = await shown(page, 'div > customs-duty-list');
    assert.ok(text.includes('第一件。') && text.includes('第二件。'));
    assert.deepEqual(
      requests.filter((url) => url.includes('gacc')),
      [],
    );
    await page.close();
  });

  it('is found when a script adds it later, alone or inside something else', async () => {
    const { page, faults } = await site.open(document(script(ALL), '<main></main>'));
    await page.evaluate(() => {
      const place = (widget) => {
        const div = window.document.createElement('div');
        div.dataset.customsWidget = widget;
        return div;
      };
      const section = window.document.createElement('section');
      section.append(place('link-list'));
      window.document.querySelector('main').append(place('duty-list'), section);
    });
    await shown(page, 'main > div > customs-duty-list', 'section > div > customs-link-list');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('waits for the file that has its widget', async () => {
    const divs = DIV + '<div data-customs-widget="link-list"></div>';
    const { page, faults } = await site.open(
      document(script('cdn/duty-list.js') + script('cdn/link-list.classic.js'), divs),
    );
    await shown(page, 'customs-duty-list', 'customs-link-list');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is filled once by a script that is loaded twice, and once more is moved about', async () => {
    const { page } = await site.open(
      document(script(ALL) + script(CLASSIC) + script(`${ALL}?again`), DIV + '<main></main>'),
    );
    await shown(page, 'customs-duty-list');
    const count = await page.evaluate(async () => {
      const div = window.document.querySelector('div');
      window.document.querySelector('main').append(div, div.cloneNode(true));
      await new Promise((resolve) => setTimeout(resolve));
      return [...window.document.querySelectorAll('div')].map((one) => one.children.length);
    });
    assert.deepEqual(count, [1, 1]);
    await page.close();
  });

  it('is filled again when a page puts the content of the server in its place', async () => {
    const { page, faults } = await site.open(document(script(ALL), DIV));
    await shown(page, 'customs-duty-list');
    await page.evaluate(() => {
      const words = window.document.createElement('p');
      window.document.querySelector('div').replaceChildren(words);
    });
    await shown(page, 'div > customs-duty-list');
    const inside = await page.$eval('div', (div) =>
      [...div.querySelectorAll('*')].map(({ localName }) => localName),
    );
    assert.deepEqual(inside, ['customs-duty-list', 'p']);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('stays empty for a script that always empties it, and when its element is elsewhere', async () => {
    const { page, faults } = await site.open(document(script(ALL), `${DIV}${DIV}<main></main>`));
    await shown(page, 'customs-duty-list');
    const counts = await page.evaluate(async () => {
      const [first, second] = window.document.querySelectorAll('div');
      let count = 0;
      new MutationObserver(() => {
        count += first.children.length;
        first.replaceChildren();
      }).observe(first, { childList: true });
      first.replaceChildren();
      window.document.querySelector('main').append(second.firstChild);
      await new Promise((resolve) => setTimeout(resolve));
      return [first.children.length, second.children.length, count > 1 && count < 30];
    });
    assert.deepEqual(counts, [0, 0, true]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('follows the language that it is written with', async () => {
    const { page } = await site.open(document(script(ALL), DIV.replace('<div', '<div lang="en"')));
    await page.waitForFunction(() =>
      window.document
        .querySelector('customs-duty-list')
        ?.shadowRoot.textContent.includes('customs'),
    );
    const [text] = await shown(page, 'customs-duty-list');
    assert.doesNotMatch(text, /[\u4e00-\u9fff]{8}/);
    await page.close();
  });

  it('takes "false" as no', async () => {
    const { page } = await site.open(
      document(script(ALL), DIV.replace('data-filter', 'data-filter="false"')),
    );
    await shown(page, 'customs-duty-list');
    assert.deepEqual(await attributes(page, 'customs-duty-list'), { agency: 'gacc' });
    await page.close();
  });

  it('says once which names and attributes there are, and leaves what it does not know', async () => {
    const wrong = '<div data-customs-widget="duties"><p>原文</p></div>';
    const odd = '<div data-customs-widget="link-list" data-external="x"></div>';
    const { page, faults } = await site.open(document(script(ALL), wrong + wrong + odd + odd));
    await shown(page, 'customs-link-list');
    assert.equal(faults.length, 2, faults.join('\n'));
    assert.ok(
      faults.includes(
        `console warn: customs-widgets: data-customs-widget="duties" is not accepted; use ${ELEMENT_NAMES.join(', ')}.`,
      ),
    );
    assert.match(
      faults.join(),
      /data-external is not accepted for "customs-link-list"; use .*data-external-notice/,
    );
    assert.ok(await page.evaluate(() => window.document.querySelector('p').offsetHeight > 0));
    await page.close();
  });
});
