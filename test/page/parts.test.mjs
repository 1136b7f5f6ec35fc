/*
 * Code after the first paint: files that a module fetches by their hashes, and the script of
 * server-rendered pages.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { versioned } from '../../.tools/published-files.mjs';
import { rendering } from '../render/rendering.mjs';
import { document, openSite, script, shown, STRICT } from './site.mjs';

const CHANGED = /did not come, or is another file/;

let site;
let render;
before(async () => {
  site = await openSite();
  ({ render } = await rendering(site.folder));
});
after(() => site.close());

/** Replaces one of our files, until the returned function is called. */
function change(file) {
  site.publish(`/cdn/${file}`, `${site.file(`cdn/${file}`)} `);
  return () => site.pages.delete(`/cdn/${file}`);
}

const CARD = '<customs-profile-card agency="gacc"></customs-profile-card>';
const PICTURE = 'customs-profile-card >>> .qr-code path:nth-child(2)';
const openCode = (page) =>
  page.$eval('customs-profile-card', ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('button')]
      .find((one) => /手机查看/.test(one.textContent))
      .click(),
  );
const codeOf = (page) => page.$eval(PICTURE, (path) => path.getAttribute('d'));

describe('a part', () => {
  it('comes after the paint, under the strict policy, and once for all elements', async () => {
    const { page, faults, requests } = await site.open(
      document(script('/cdn/profile-card.js'), CARD + CARD),
    );
    await shown(page, 'customs-profile-card');
    await openCode(page);
    await page.waitForFunction(() =>
      document
        .querySelector('customs-profile-card')
        .shadowRoot.querySelector('.qr-code path:nth-child(2)')
        ?.getAttribute('d'),
    );
    assert.equal(
      requests.filter((url) => url.endsWith(`/parts/${versioned('draw-code.js')}`)).length,
      1,
    );
    assert.ok(requests.findIndex((url) => url.endsWith('.json')) >= 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('that is another file is refused; the card says so and goes on, and asks again', async () => {
    const restore = change(`parts/${versioned('draw-code.js')}`);
    const { page, faults } = await site.open(document(script('/cdn/profile-card.js'), CARD));
    await shown(page, 'customs-profile-card');
    await openCode(page);
    await page.waitForSelector('customs-profile-card >>> .qr-code');
    assert.match(faults.join('\n'), CHANGED);
    assert.equal(await codeOf(page), '');
    restore();
    await openCode(page);
    await openCode(page);
    await page.close();
  });

  it('is not asked for by a classic script, which is whole', async () => {
    const { page, requests } = await site.open(
      document(script('/cdn/profile-card.classic.js'), CARD),
    );
    await shown(page, 'customs-profile-card');
    await openCode(page);
    await page.waitForSelector('customs-profile-card >>> .qr-code');
    assert.ok(!requests.some((url) => url.includes('draw-code')));
    await page.close();
  });
});

/** Presses a button of an element. */
const press = (selector) => (page, tag) =>
  page.$eval(`${tag} >>> ${selector}`, (button) => button.click());

/** Searches a list. */
const search = (page, tag) =>
  page.$eval(`${tag} >>> input`, (input) => {
    input.value = '海关';
    input.dispatchEvent(new InputEvent('input'));
  });

const COMMENT = { id: '1', body: '很好。', createdAt: '2026-11-01T00:00:00Z' };

/**
 * Actions of a reader while their part is another file: the message then, and the result after a
 * retry.
 */
const MISSING = {
  'the table of ranks': {
    part: 'table-view',
    html: '<customs-rank-ladder agency="gacc"></customs-rank-ladder>',
    ask: press('.switch button:last-child'),
    said: '内容暂时无法显示',
    again: press('[part=retry]'),
    there: 'table',
  },
  'the search in a list': {
    part: 'duty-search',
    html: '<customs-duty-list agency="gacc" filter></customs-duty-list>',
    ask: search,
    said: '网络连接失败',
    again: search,
    there: 'mark',
  },
  'what readers take away with': {
    part: 'take-away',
    html: '<customs-duty-list agency="gacc"></customs-duty-list>',
    ask: press('[part=copy]'),
    said: '复制失败',
    again: press('[part=copy]'),
    there: '[part=feedback]',
  },
  'an engine': {
    part: 'static',
    html: '<customs-comment-box engine="static" endpoint="/comments.json"></customs-comment-box>',
    ask: async () => {},
    said: '内容暂时无法显示',
    again: press('[part=retry]'),
    there: '[part~=comment]',
  },
};

describe('a part under a policy with nonces', () => {
  it('comes as the script does', async () => {
    const html = '<customs-duty-list agency="gacc" filter></customs-duty-list>';
    const policy = STRICT.replace("script-src 'self'", "script-src 'nonce-one'");
    const { page, faults } = await site.open(
      document(script('/cdn/duty-list.js', 'nonce="one"'), html),
      { policy },
    );
    await page.waitForSelector('customs-duty-list >>> input');
    await search(page, 'customs-duty-list');
    await page.waitForSelector('customs-duty-list >>> mark');
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('a part that does not come', () => {
  before(() =>
    site.publish('/comments.json', JSON.stringify({ comments: [COMMENT] }), 'application/json'),
  );

  for (const [name, { part, html, ask, said, again, there }] of Object.entries(MISSING)) {
    it(`is said to the reader, and comes when it is asked for again: ${name}`, async () => {
      const restore = change(`parts/${versioned(`${part}.js`)}`);
      const [, tag, file] = /<(customs-([\w-]+))/.exec(html);
      const { page, faults, requests } = await site.open(document(script(`/cdn/${file}.js`), html));
      await page.waitForSelector(`${tag} >>> .frame`);
      await ask(page, tag);
      await page.waitForFunction(
        (name, words) => document.querySelector(name).shadowRoot.textContent.includes(words),
        {},
        tag,
        said,
      );
      assert.match(faults.join('\n'), CHANGED);
      restore();
      await again(page, tag);
      await page.waitForFunction(
        (name, words, selector) => {
          const { shadowRoot } = document.querySelector(name);
          return !shadowRoot.textContent.includes(words) && shadowRoot.querySelector(selector);
        },
        {},
        tag,
        said,
        there,
      );
      // Firefox and Safari would not request the same address again.
      assert.ok(requests.some((url) => url.endsWith(`/parts/${versioned(`${part}.js`)}?again=1`)));
      await page.close();
    });
  }

  it('with the details of wrong data comes with the next attempt', async () => {
    const restore = change(`parts/${versioned('slips.js')}`);
    site.publish('/slip.json', '{"name":"甲局","links":[{}]}', 'application/json');
    const html = '<customs-link-list src="/slip.json"></customs-link-list>';
    const { page, faults } = await site.open(document(script('/cdn/link-list.js'), html));
    const retry = await page.waitForSelector('customs-link-list >>> [part=retry]');
    assert.match(faults.join('\n'), CHANGED);
    assert.equal(await page.$('customs-link-list >>> [part=problems]'), null);
    restore();
    await retry.click();
    await page.waitForSelector('customs-link-list >>> [part=problems]');
    await page.close();
  });

  it('leaves what an author wrote as it is, where it would read that', async () => {
    const restore = change(`parts/${versioned('read-markup.js')}`);
    const html = '<customs-duty-list><ol><li>一件事。</li></ol></customs-duty-list>';
    const { page, faults } = await site.open(document(script('/cdn/duty-list.js'), html));
    assert.match(faults.join('\n'), CHANGED);
    assert.equal(await page.$eval('li', (item) => item.checkVisibility()), true);
    restore();
    await page.evaluate(() => document.querySelector('customs-duty-list').reload());
    await shown(page, 'customs-duty-list');
    await page.close();
  });
});

describe('take-over.js', () => {
  const rendered = (options) => render('duty-list', { styles: '/cdn/', ...options });

  it('lets the page paint before the script of the elements is fetched, which then takes over', async () => {
    const html = document(script('/cdn/take-over.js'), rendered());
    const { page, faults } = await site.open(html);
    await page.waitForFunction(() => document.querySelector('customs-duty-list').isDrawn);
    const [painted, asked] = await page.evaluate(() => [
      // When the page has rendered. The screen shows it a moment later.
      performance.getEntriesByName('first-paint')[0].paintTime,
      performance
        .getEntriesByType('resource')
        .find(({ name }) => /customs-widgets-[\d.]+\.js/.test(name)).startTime,
    ]);
    assert.ok(painted < asked, `${painted} < ${asked}`);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('brings one element, and a prefix goes with it', async () => {
    const address = '/cdn/take-over.js?element=duty-list&prefix=police';
    const html = document(script(address), rendered({ prefix: 'police' }));
    const { page, faults, requests } = await site.open(html);
    await page.waitForFunction(() => document.querySelector('police-duty-list').isDrawn);
    assert.ok(requests.some((url) => url.includes(`/cdn/${versioned('duty-list.js')}?`)));
    assert.ok(!requests.some((url) => /customs-widgets.*\.js/.test(url)));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('refuses a script that is another file, says so, and asks again at the next touch', async () => {
    const restore = change(versioned('customs-widgets.js'));
    const { page, faults } = await site.open(document(script('/cdn/take-over.js'), rendered()));
    await page.waitForNetworkIdle({ idleTime: 250 });
    assert.match(faults.join('\n'), CHANGED);
    assert.equal(await page.evaluate(() => !!customElements.get('customs-duty-list')), false);
    restore();
    await page.mouse.click(20, 20);
    await page.waitForFunction(() => customElements.get('customs-duty-list'));
    await page.close();
  });

  it('says which element it does not know', async () => {
    const { page, faults } = await site.open(
      document(script('/cdn/take-over.js?element=duties'), rendered()),
    );
    await page.waitForFunction(() => customElements.get('customs-duty-list'));
    assert.match(faults.join('\n'), /\?element=duties is not accepted/);
    await page.close();
  });
});
