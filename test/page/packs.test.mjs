/*
 * Packs: the built-in data and the strings as scripts, for pages without fetch and pages that want
 * no requests.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown } from './site.mjs';

const CHINESE = 'cdn/gacc/zh-Hans.js';
const ENGLISH = ['cdn/gacc/en.js', 'cdn/strings/en.js'];
const LIST = '<customs-duty-list></customs-duty-list>';
const BOTH = `${LIST}<p lang="en"><customs-link-list></customs-link-list></p>`;

let site;
let disk;
before(async () => {
  site = await openSite();
  disk = mkdtempSync(join(tmpdir(), 'customs-packs-'));
  cpSync(join(site.folder, 'cdn'), join(disk, 'cdn'), { recursive: true });
});
after(async () => {
  await site.close();
  rmSync(disk, { recursive: true });
});

/** Opens a page from disk, where nothing can be fetched. */
function openFromDisk(html) {
  const path = join(disk, 'page.html');
  writeFileSync(path, html);
  return site.openFile(path);
}

const packs = (attributes) =>
  [CHINESE, ...ENGLISH].map((pack) => script(pack, attributes)).join('');
const json = (requests) => requests.filter((url) => url.endsWith('.json'));

describe('packs', () => {
  for (const name of ['customs-widgets.js', 'customs-widgets.classic.js']) {
    for (const [order, head] of [
      ['before', packs() + script(`cdn/${name}`)],
      ['after', script(`cdn/${name}`) + packs()],
    ]) {
      it(`${order} ${name} spare every request for data and strings`, async () => {
        const { page, faults, requests } = await site.open(document(head, BOTH));
        const [chinese, english] = await shown(page, 'customs-duty-list', 'customs-link-list');
        assert.ok(chinese.includes('（十三）'));
        assert.ok(english.includes('General Administration of Customs'));
        assert.deepEqual(json(requests), []);
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  it('serve every file of one element alike, from one pack', async () => {
    const files = script('cdn/duty-list.js') + script('cdn/link-list.classic.js?prefix=police');
    const { page, requests } = await site.open(
      document(script(CHINESE) + files, `${LIST}<police-link-list></police-link-list>`),
    );
    await shown(page, 'customs-duty-list', 'police-link-list');
    assert.deepEqual(json(requests), []);
    await page.close();
  });

  it('are not thrown away by reload()', async () => {
    const { page, requests } = await site.open(
      document(script(CHINESE) + script('cdn/duty-list.js'), LIST),
    );
    await shown(page, 'customs-duty-list');
    await page.evaluate(() => window.document.querySelector('customs-duty-list').reload());
    await page.waitForNetworkIdle({ idleTime: 50 });
    await shown(page, 'customs-duty-list');
    assert.deepEqual(json(requests), []);
    await page.close();
  });

  for (const [place, html] of [
    ['in the head', document(packs() + script('cdn/customs-widgets.classic.js'), BOTH)],
    ['at the end', document('', BOTH + packs() + script('cdn/customs-widgets.classic.js'))],
    [
      'below the main script',
      document('', BOTH + script('cdn/customs-widgets.classic.js') + packs()),
    ],
    [
      'deferred, below the main script',
      document(script('cdn/customs-widgets.classic.js', 'defer') + packs('defer'), BOTH),
    ],
  ]) {
    it(`make a page work that is opened from the disk; ${place}`, async () => {
      const { page } = await openFromDisk(html);
      const [chinese, english] = await shown(page, 'customs-duty-list', 'customs-link-list');
      assert.ok(chinese.includes('（十三）'));
      assert.ok(english.includes('General Administration of Customs'));
      await page.close();
    });
  }

  it('that come when an element has failed already are picked up by its button', async () => {
    const { page } = await openFromDisk(
      document('', LIST + script('cdn/customs-widgets.classic.js')),
    );
    await page.waitForSelector('>>> [part=retry]');
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const late = window.document.createElement('script');
          late.src = src;
          late.onload = resolve;
          window.document.head.append(late);
        }),
      CHINESE,
    );
    await page.click('>>> [part=retry]');
    const [text] = await shown(page, 'customs-duty-list');
    assert.ok(text.includes('（十三）'));
    await page.close();
  });

  it('say so when they are written as modules, which have no address to go by', async () => {
    const { page, faults } = await site.open(
      document(`<script type="module" src="${CHINESE}"></script>`, ''),
    );
    assert.equal(faults.length, 1);
    assert.match(faults[0], /zh-Hans\.js works without type="module" only/);
    await page.close();
  });

  it('read as UTF-8 on a page in GBK', async () => {
    site.pages.set('/gbk.html', {
      headers: { 'content-type': 'text/html; charset=gbk' },
      body: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">${script(CHINESE)}${script('cdn/duty-list.classic.js')}</head><body>${LIST}</body></html>`,
    });
    const { page } = await site.visit(`${site.origin}/gbk.html`);
    const [text] = await shown(page, 'customs-duty-list');
    assert.equal(await page.evaluate(() => window.document.characterSet), 'GBK');
    assert.ok(text.includes('组织实施'), text.slice(0, 200));
    await page.close();
  });

  it('hold the JSON beside them, and nothing that ends a script or a line', async () => {
    for (const file of ['gacc/zh-Hans', 'gacc/en', 'strings/en']) {
      const code = site.file(`cdn/${file}.js`);
      assert.equal(code.charCodeAt(0), 0xfeff, file);
      assert.doesNotMatch(code, /<|\u2028|\u2029/, file);
      const window = { Map };
      const run = new Function('document', 'window', 'URL', code.slice(1));
      const currentScript = { src: `https://example.org/a/${file}.js?v=1` };
      run({ currentScript, querySelector: () => null }, window, URL);
      const table = window[Symbol.for('customs-widgets/requests/2')];
      const given = await table.get(`https://example.org/a/${file}.json`).answer;
      assert.deepEqual(given, JSON.parse(site.file(`cdn/${file}.json`)));
    }
  });
});
