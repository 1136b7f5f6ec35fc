/* Each script file alone, and several at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AGENCY_ELEMENTS, COMMENT_ELEMENTS } from '../../fixtures/elements.mjs';
import { openDemo, ready, violations, visibleText } from './site.mjs';

let demo;
before(async () => (demo = await openDemo()));
after(() => demo.close());

describe('the script files', () => {
  for (const name of AGENCY_ELEMENTS) {
    for (const suffix of ['.js', '.classic.js']) {
      it(`${name}${suffix} works alone, in the head, before its element is read`, async () => {
        const type = suffix === '.js' ? ' type="module"' : '';
        const { page, faults } = await demo.open('alone.html', {
          html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,"><script${type} src="cdn/${name}${suffix}"></script></head>
            <body><customs-${name}></customs-${name}></body></html>`,
        });
        await ready(page);
        const state = await page.evaluate(
          (tag) => document.querySelector(tag).state.agency.name,
          `customs-${name}`,
        );
        assert.equal(state, '中华人民共和国海关总署');
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  for (const suffix of ['.js', '.classic.js']) {
    it(`comment-box${suffix} and comment-count${suffix} work alone, in the head`, async () => {
      const type = suffix === '.js' ? ' type="module"' : '';
      const engine = 'endpoint="." site="customs" thread="alone"';
      const { page, faults } = await demo.open('comments.html', {
        html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
          ${COMMENT_ELEMENTS.map((name) => `<script${type} src="cdn/${name}${suffix}"></script>`).join('')}</head>
          <body><customs-comment-count ${engine}></customs-comment-count>
          <customs-comment-box ${engine}></customs-comment-box></body></html>`,
      });
      await page.waitForFunction(
        () =>
          document
            .querySelector('customs-comment-count')
            .shadowRoot.textContent.includes('0 条评论') &&
          document.querySelector('customs-comment-box').shadowRoot.querySelector('form'),
      );
      assert.ok((await visibleText(page)).includes('未查询到任何数据！'));
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('loaded twice, as a module and as a classic script, warn and work', async () => {
    const { page, faults } = await demo.open('twice.html', {
      html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script>
        <script type="module" src="cdn/customs-widgets.js"></script></head>
        <body><customs-link-list></customs-link-list></body></html>`,
    });
    await ready(page);
    assert.equal(faults.length, AGENCY_ELEMENTS.length + COMMENT_ELEMENTS.length);
    for (const fault of faults) assert.match(fault, /console warn.*is already defined by version/);
    await page.close();
  });

  it('wait for markup that is still on its way, and ask for no other data meanwhile', async () => {
    const page = await demo.browser.newPage();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    let send;
    demo.publish('/stream.html', (_, response) => {
      send = response;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write(`<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head><body>
        <customs-duty-list><ol><li>第一件。</li>${' '.repeat(2000)}`);
    });
    const arrived = page.goto(`${demo.url}stream.html`, { waitUntil: 'networkidle0' });
    const seen = () =>
      page.evaluate(() => {
        const element = document.querySelector('customs-duty-list');
        return { state: element.state.kind, height: element.querySelector('ol').offsetHeight > 0 };
      });
    await page.waitForFunction(() => document.querySelector('customs-duty-list li')?.isConnected);
    assert.deepEqual(await seen(), { state: 'loading', height: true }, 'the markup itself reads');
    send.write(`<li>第二件。</li></ol></customs-duty-list>
      <customs-link-list><ul><li>${' '.repeat(2000)}`);
    await page.waitForFunction(() => document.querySelector('customs-link-list li'));
    assert.equal(
      await page.evaluate(() => document.querySelector('customs-link-list').state.kind),
      'loading',
      'half an item is no error',
    );
    send.write('<a href="https://example.org/half">半</a></li></ul></customs-link-list>');
    send.write('<customs-link-list>');
    send.write('<script type="application/json">{"lang":"zh","name":"甲","links":[{"label":"');
    send.write(`${' '.repeat(2000)}`);
    send.end('链接","url":"https://example.org/"}]}</script></customs-link-list></body></html>');
    await arrived;
    await ready(page);
    const text = await visibleText(page);
    for (const part of ['（一）第一件。', '（二）第二件。', '半example.org', '链接example.org']) {
      assert.ok(text.includes(part), part);
    }
    assert.deepEqual(
      requests.filter((url) => url.includes('gacc')),
      [],
    );
    await page.close();
  });

  it('show the author’s markup on a page that is read with a script in its head', async () => {
    const { page, faults } = await demo.open('markup.html', {
      html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head>
        <body><customs-duty-list><ol><li>手写职能。</li></ol></customs-duty-list></body></html>`,
    });
    await ready(page);
    assert.ok((await visibleText(page)).includes('手写职能。'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('add no landmark to a page', async () => {
    const { page } = await demo.open('landmarks.html', {
      html: `<!doctype html><html lang="zh"><head><title>x</title><link rel="icon" href="data:,">
        <script type="module" src="cdn/customs-widgets.js"></script></head><body>
        <header>x</header>${AGENCY_ELEMENTS.map((name) => `<customs-${name}></customs-${name}>`).join('')}<footer>x</footer></body></html>`,
    });
    await ready(page);
    const found = await violations(page);
    assert.deepEqual(
      found.filter((violation) => violation.startsWith('landmark-')),
      ['landmark-one-main: html'],
    );
    await page.close();
  });

  it('offer their classes and functions to classic scripts', async () => {
    const { page } = await demo.open('old.html');
    const names = await page.evaluate(() => Object.keys(window.CustomsWidgets).sort());
    for (const name of ['CustomsDutyList', 'VERSION', 'define']) {
      assert.ok(names.includes(name), name);
    }
    await page.close();
  });

  it('search in the minified file as in the sources', async () => {
    const { page } = await demo.open('');
    await ready(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('customs-duty-list');
      const input = shadowRoot.querySelector('input');
      input.value = '打击走私';
      input.dispatchEvent(new InputEvent('input'));
    });
    await page.waitForFunction(
      () =>
        document.querySelector('customs-duty-list').shadowRoot.querySelectorAll('mark').length ===
        1,
    );
    await page.close();
  });
});
