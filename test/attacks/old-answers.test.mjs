/*
 * A service worker that keeps files of the version before, after the folder was updated: what is old
 * and fits is used, what does not fit is refused in words, and comes once the worker has let go of it.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { version } from '../../.tools/project.mjs';
import { versioned } from '../../.tools/published-files.mjs';
import { previousVersion } from '../fixtures/keep-version.mjs';
import { document, openSite, script, shown } from '../page/site.mjs';

const previous = previousVersion();

/**
 * Answers from what it kept when it was installed, if the address of the page names the file in
 * `old`. A name with a version finds the file without one, as in a worker that cuts names.
 */
const WORKER = `
  const withoutVersion = (name) => name.replace(/-[0-9.]+(?=(\\.classic)?\\.js$)/, '');
  addEventListener('install', (event) => event.waitUntil(
    caches.open('old').then((kept) => Promise.all(OLD.map(async (name) => {
      const answer = await fetch('/before/' + name);
      await kept.put('/cdn/' + withoutVersion(name), answer);
    }))).then(() => skipWaiting())));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const renewed = new Set();
  addEventListener('message', ({ source }) => {
    renewed.add(source.id);
    source.postMessage('renewed');
  });
  addEventListener('fetch', (event) => event.respondWith((async () => {
    const client = event.clientId && (await clients.get(event.clientId));
    const old = client && !renewed.has(client.id) && new URL(client.url).searchParams.get('old');
    const { pathname } = new URL(event.request.url);
    const known = old && new RegExp(old).test(pathname) &&
      (await caches.match('/cdn/' + withoutVersion(pathname.slice(5)), { cacheName: 'old' }));
    return known || fetch(event.request);
  })()));
`;

const TAGS = ['customs-duty-list', 'customs-rank-ladder', 'customs-link-list'];
const ELEMENTS = TAGS.map((tag) => `<${tag} agency="gacc"><p>原文</p></${tag}>`).join('');

describe('after an update of the folder, a service worker that answers', () => {
  let site;
  before(async () => {
    site = await openSite();
    const names = Object.keys(previous.files)
      .filter((name) => name.startsWith('cdn/'))
      .map((name) => name.slice('cdn/'.length));
    for (const name of names) {
      const type = name.endsWith('.json') ? 'application/json' : 'text/javascript';
      site.publish(`/before/${name}`, Buffer.from(previous.files[`cdn/${name}`]), type);
    }
    site.publish('/worker.js', `const OLD = ${JSON.stringify(names)};${WORKER}`);
    const { page } = await site.open(document('', ''), { policy: '' });
    await page.evaluate(async () => {
      const controlled = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve),
      );
      await navigator.serviceWorker.register('/worker.js');
      await controlled;
    });
    await page.close();
  });
  after(() => site.close());

  /** Opens a page for which the worker answers some addresses with old files. */
  async function open(old, head = script('/cdn/customs-widgets.js'), body = ELEMENTS) {
    const visited = await site.open(document(head, body), {
      search: `?old=${encodeURIComponent(old)}`,
      policy: '',
    });
    assert.ok(await visited.page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
    return visited;
  }

  const renew = (page) =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('message', resolve, { once: true });
          navigator.serviceWorker.controller.postMessage('renew');
        }),
    );

  it('with the old data and strings keeps the words that are shown, and says so; the new ones come once the worker is new', async () => {
    const { page, faults } = await open('(gacc|strings)/');
    const [duties] = await shown(page, ...TAGS);
    assert.ok(duties.includes('（十三）'));
    const chooseLanguage = (lang) =>
      page.evaluate((tag) => (window.document.documentElement.lang = tag), lang);
    const headings = () =>
      page.waitForFunction(() =>
        window.document
          .querySelector('customs-link-list')
          .shadowRoot.textContent.includes('Related'),
      );
    const told = once(page, 'console');
    await chooseLanguage('en');
    assert.match((await told)[0].text(), /strings\/en has fewer strings/);
    assert.ok((await shown(page, ...TAGS))[2].includes('相关'));
    await renew(page);
    await chooseLanguage('zh-Hans');
    await chooseLanguage('en');
    await headings();
    assert.ok(
      faults.every((fault) => /strings\/en has fewer strings/.test(fault)),
      faults.join(),
    );
    await page.close();
  });

  it('with the old script gives the whole old version', async () => {
    const { page, faults } = await open('customs-widgets|gacc|strings|parts');
    assert.equal(await page.evaluate(() => window.CustomsWidgets.VERSION), previous.version);
    const [duties] = await shown(page, ...TAGS);
    assert.ok(duties.includes('（十三）'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('with the old script alone shows the elements, from the new data', async () => {
    const { page, faults } = await open('/customs-widgets');
    assert.equal(await page.evaluate(() => window.CustomsWidgets.VERSION), previous.version);
    const [duties] = await shown(page, ...TAGS);
    assert.ok(duties.includes('（十三）'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('with old parts has them refused by their hash; they come once the worker is new', async () => {
    const { page, faults } = await open('/parts/');
    assert.equal(await page.evaluate(() => window.CustomsWidgets.VERSION), version);
    await shown(page, ...TAGS);
    const table = await page.waitForSelector('customs-rank-ladder >>> .switch button:last-child');
    await table.evaluate((button) => button.click());
    const retry = await page.waitForSelector('customs-rank-ladder >>> [part=retry]');
    assert.match(faults.join('\n'), /did not come, or is another file/);
    assert.equal(await page.$('customs-rank-ladder >>> table'), null);
    await renew(page);
    await retry.evaluate((button) => button.click());
    await page.waitForSelector('customs-rank-ladder >>> table');
    await page.close();
  });

  it('with the old script in place of one that take-over.js wants has it refused; it comes at the next touch', async () => {
    const { page, faults } = await open(
      '/customs-widgets-',
      script('/cdn/take-over.js'),
      Buffer.from(previous.files['markup/duty-list.zh-Hans.shadow.html']).toString(),
    );
    await page.waitForNetworkIdle({ idleTime: 250 });
    assert.match(faults.join('\n'), /did not come, or is another file/);
    assert.equal(await page.evaluate(() => !customElements.get('customs-duty-list')), true);
    await renew(page);
    await page.mouse.click(20, 20);
    const [duties] = await shown(page, 'customs-duty-list');
    assert.ok(duties.includes('（十三）'));
    await page.close();
  });

  it('with an old script under a hash of the new one has it refused; the author’s text stays', async () => {
    const { files } = JSON.parse(site.file('cdn/integrity.json'));
    const file = versioned('customs-widgets.js');
    const head = script(`/cdn/${file}`, `integrity="${files[file].integrity}" crossorigin`);
    const { page } = await open('/customs-widgets-', head);
    assert.equal(await page.evaluate(() => window.CustomsWidgets?.VERSION), undefined);
    const texts = await page.$$eval('p', (all) => all.map((one) => one.offsetHeight > 0));
    assert.deepEqual(texts, [true, true, true]);
    await page.close();
  });
});
