/* What comes after the first paint: the files that a module fetches by their hashes, and the script of rendered pages. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rendering } from '../render/rendering.mjs';
import { document, openSite, script, shown } from './site.mjs';

const CHANGED = /did not come, or is another file/;

let site;
let render;
before(async () => {
  site = await openSite();
  ({ render } = await rendering(site.folder));
});
after(() => site.close());

/** Puts another file in the place of one of ours, until it is taken back. */
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

describe('a chunk', () => {
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
    assert.equal(requests.filter((url) => url.endsWith('/draw-code.js')).length, 1);
    assert.ok(requests.findIndex((url) => url.endsWith('.json')) >= 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('that is another file is refused; the card says so and goes on, and asks again', async () => {
    const restore = change('draw-code.js');
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

describe('take-over.js', () => {
  const rendered = (options) => render('duty-list', { styles: '/cdn/', ...options });

  it('lets the page paint before the script of the elements is fetched, which then takes over', async () => {
    const html = document(script('/cdn/take-over.js'), rendered());
    const { page, faults } = await site.open(html);
    await page.waitForFunction(() => document.querySelector('customs-duty-list').isDrawn);
    const [painted, asked] = await page.evaluate(() => [
      // When the page has drawn itself; the screen shows it a moment later.
      performance.getEntriesByName('first-paint')[0].paintTime,
      performance.getEntriesByType('resource').find(({ name }) => /customs-widgets\.js/.test(name))
        .startTime,
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
    assert.ok(requests.some((url) => url.includes('/cdn/duty-list.js?')));
    assert.ok(!requests.some((url) => url.includes('customs-widgets.js')));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('refuses a script that is another file, says so, and asks again at the next touch', async () => {
    const restore = change('customs-widgets.js');
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
