/* The script files where browsers, libraries or encodings are old, or scripts do not run. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { AGENCY_ELEMENTS, COMMENT_ELEMENTS } from '../../fixtures/elements.mjs';
import { openDemo, ready, visibleText } from './site.mjs';

let demo;
before(async () => (demo = await openDemo()));
after(() => demo.close());

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Takes away what Chromium 80 lacks. */
const asChromium80 = () => {
  for (const [holder, name] of [
    [Object, 'hasOwn'],
    [Array.prototype, 'at'],
    [String.prototype, 'at'],
    [String.prototype, 'replaceAll'],
    [Array.prototype, 'findLast'],
    [Array.prototype, 'toSorted'],
    [Promise, 'any'],
    [Promise, 'withResolvers'],
    [Intl, 'Segmenter'],
    [AbortSignal, 'timeout'],
    [AbortSignal, 'any'],
    [window, 'structuredClone'],
    [URL, 'canParse'],
    [crypto, 'randomUUID'],
    [Element.prototype, 'replaceChildren'],
    [DocumentFragment.prototype, 'replaceChildren'],
    [Element.prototype, 'checkVisibility'],
  ]) {
    delete holder[name];
  }
};

describe('the script files', () => {
  it('work as classic scripts without what Chromium 80 lacks', async () => {
    const { page, faults } = await demo.open('old.html', {
      prepare: asChromium80,
    });
    await ready(page);
    await page.evaluate(() => {
      const finder = document
        .querySelector('customs-rank-ladder')
        .shadowRoot.querySelector('[name="finder"]');
      finder.selectedIndex = 7;
      finder.dispatchEvent(new Event('change'));
      const search = document.querySelector('customs-duty-list').shadowRoot.querySelector('input');
      search.value = '培训';
      search.dispatchEvent(new InputEvent('input'));
    });
    await page.waitForSelector('customs-duty-list >>> mark');
    const found = await page.evaluate(() =>
      ['customs-rank-ladder', 'customs-duty-list'].map(
        (name) => document.querySelector(name).shadowRoot.querySelectorAll('.marked, mark').length,
      ),
    );
    assert.deepEqual(found, [4, 1]);
    const link = await page.$eval('div > customs-link-list', ({ textContent }) => textContent);
    assert.ok(link.includes('区政务服务中心'), 'the placeholder is filled');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('take a comment without what Chromium 80 lacks', async () => {
    const { page, faults } = await demo.open('comments.html', {
      prepare: asChromium80,
      html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/comment-box.classic.js"></script></head><body>
        <customs-comment-box endpoint="." site="customs" thread="old"></customs-comment-box></body></html>`,
    });
    await ready(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('customs-comment-box');
      const body = shadowRoot.querySelector('#body');
      body.value = '旧浏览器也能提交。';
      body.dispatchEvent(new InputEvent('input'));
      shadowRoot.querySelector('#consent').click();
      shadowRoot.querySelector('[part=submit]').click();
    });
    await page.waitForFunction(() =>
      document
        .querySelector('customs-comment-box')
        .shadowRoot.querySelector('[part=outcome]')
        ?.textContent.includes('等待审核'),
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('write whole JSON where old libraries have changed how it is made', async () => {
    const { page } = await demo.open('old.html');
    await ready(page);
    const saved = await page.evaluate(async () => {
      let blob;
      URL.createObjectURL = (made) => ((blob = made), 'data:,');
      HTMLAnchorElement.prototype.click = () => {};
      const list = document.querySelector('customs-duty-list');
      const saved = new Promise((resolve) => list.addEventListener('customs-download', resolve));
      list.shadowRoot.querySelector('[aria-label$="JSON"]').click();
      await saved;
      return blob.text();
    });
    assert.equal(JSON.parse(saved).duties.items[1].title, '组织培训。');
    await page.close();
  });

  it('as classic scripts begin with a byte order mark and parse as Chromium 80 would', async () => {
    const { transform } = await import('esbuild');
    const classic = readdirSync(new URL('../../../dist/cdn', import.meta.url), {
      recursive: true,
    }).filter((name) =>
      /^[a-z-]+\.classic\.js$|^frame[a-z-]*\.js$|^(gacc|strings)[/\\].*\.js$/.test(name),
    );
    assert.equal(
      classic.length,
      AGENCY_ELEMENTS.length + COMMENT_ELEMENTS.length + 8,
      classic.join(),
    );
    for (const name of classic) {
      const code = read(`../../../dist/cdn/${name}`);
      assert.equal(code.charCodeAt(0), 0xfeff, name);
      const supported = { 'class-private-field': true, 'class-field': true };
      const lowered = await transform(code, { target: 'chrome80', supported });
      for (const syntax of [/\?\?=/, /\|\|=/, /&&=/, /static\s*\{/, /#\w+ in /]) {
        assert.doesNotMatch(code, syntax, name);
      }
      // Nothing was left to lower: helpers would have made the code longer.
      const same = await transform(code, { target: 'esnext' });
      assert.equal(lowered.code.length, same.code.length, name);
    }
  });

  it('leave what the author wrote readable where scripts do not run, or do not come', async () => {
    const html = `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
      <script src="cdn/not-there.js"></script></head><body>
      ${AGENCY_ELEMENTS.map((name) => `<customs-${name}><p>作者写的话</p></customs-${name}>`).join('')}</body></html>`;
    for (const scripts of [true, false]) {
      const page = await demo.browser.newPage();
      await page.setJavaScriptEnabled(scripts);
      await page.setContent(html);
      const shown = await page.$$eval('p', (all) => all.filter((one) => one.offsetHeight).length);
      assert.equal(shown, AGENCY_ELEMENTS.length);
      await page.close();
    }
  });

  it('keep their Chinese strings on a page in GBK', async () => {
    const page = await demo.browser.newPage();
    demo.publish('/stream.html', (_, response) => {
      response.setHeader('content-type', 'text/html; charset=gbk');
      response.end(`<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head>
        <body><customs-link-list></customs-link-list></body></html>`);
    });
    await page.goto(`${demo.url}stream.html`, { waitUntil: 'networkidle0' });
    await ready(page);
    assert.equal(await page.evaluate(() => document.characterSet), 'GBK');
    assert.ok((await visibleText(page)).startsWith('相关中华人民共和国海关总署官方网站'));
    await page.close();
  });
});
