/* The built files in a real browser, on the demo that npm start serves under a strict policy. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { demoService } from '../../stories/server/comment-service.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { AGENCY_ELEMENTS, COMMENT_ELEMENTS } from '../fixtures/elements.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const axe = read('../../node_modules/axe-core/axe.min.js');

let browser;
let server;
let demo;
const folder = mkdtempSync(join(tmpdir(), 'customs-demo-'));
/** Sends a page in pieces. Set by a test. */
let stream;
before(async () => {
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  demo = await demoService(folder);
  const pages = { '/stream.html': (_, response) => stream(response) };
  server = await serve(0, pages, demo.service);
});
after(async () => {
  await browser.close();
  await server.close();
  await demo.service.close();
  rmSync(folder, { recursive: true });
});

/**
 * Opens a page, records everything that should not happen, and waits until the elements are ready.
 */
async function open(path, { width = 1280, dark = false, html, prepare = () => {} } = {}) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && `${origin}/` !== server.url)
      faults.push(`elsewhere: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(prepare);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
  ]);
  if (html) {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url() === server.url + path
        ? request.respond({ contentType: 'text/html; charset=utf-8', body: html })
        : request.continue(),
    );
  }
  await page.goto(server.url + path, { waitUntil: 'networkidle0' });
  return { page, faults };
}

const ready = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('customs-'))
      .every(({ localName, shadowRoot, state, localization }) =>
        localName === 'customs-comment-box'
          ? shadowRoot.querySelector('form') && !shadowRoot.querySelector('[aria-busy=true]')
          : state?.kind === 'ready' && localization.ready,
      ),
  );

/** Text visible on the page and in every shadow root, with white space collapsed. */
const visibleText = (page) =>
  page.evaluate(() => {
    const textOf = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.checkVisibility?.() === false && getComputedStyle(node).display !== 'contents')
        return '';
      const children = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
      return [...children].map(textOf).join('');
    };
    return textOf(document.body).replace(/\s+/g, '');
  });

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}

const choose = (page, name, value) => page.select(`[name="${name}"]`, value);

/** Removes what Chromium 80 lacks. */
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
    [Element.prototype, 'checkVisibility'],
  ]) {
    delete holder[name];
  }
};

describe('the demo', () => {
  it('shows every sentence of the seed', async () => {
    const { page, faults } = await open('');
    await ready(page);
    const text = (await visibleText(page)).normalize('NFKC');
    // The seed marks a heading with a colon.
    const comments = ['评论', '发表评论:', '验证码', '评论记录:', '未查询到任何数据!'];
    const titles = ['中华人民共和国海关总署——概况', '中华人民共和国海关总署——主要职能'];
    const lines = read('../fixtures/seed.zh-Hans.txt')
      .split('\n')
      .filter((line) => line.trim() && !comments.includes(line) && !titles.includes(line));
    assert.equal(lines.length, 27);
    for (const line of lines) assert.ok(text.includes(line.replace(/\s+/g, '')), line);
    const headings = comments.map((line) => line.replace(':', ''));
    for (const heading of ['概况', '主要职能', '关衔', '相关', ...headings])
      assert.ok(text.includes(heading), heading);
    assert.deepEqual(faults, []);
    await page.close();
  });

  for (const width of [320, 1280]) {
    for (const [name, prepare] of Object.entries({
      'in Chinese, light': async () => {},
      'in English': (page) => choose(page, 'language', 'en'),
      'in high contrast': (page) => choose(page, 'theme', 'contrast'),
      'dark by choice': (page) => choose(page, 'theme', 'dark'),
      'in elder mode': (page) => page.click('[name="elder"]'),
      'dark by the system': async () => {},
    })) {
      it(`at ${width} px, ${name}: no violation, no error, no sideways scrolling`, async () => {
        const { page, faults } = await open('', { width, dark: name.endsWith('system') });
        await ready(page);
        await prepare(page);
        if (name === 'in English') {
          await page.waitForFunction(
            () => document.querySelector('customs-duty-list').state.agency?.lang === 'en',
          );
          const text = await visibleText(page);
          assert.ok(text.includes('Mainduties') && !text.includes('主要职能'), 'switched');
        }
        assert.deepEqual(await violations(page), []);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          true,
        );
        assert.deepEqual(faults, []);
        await page.close();
      });
    }
  }

  it('keeps its design inside a page of 2005, with the classic script', async () => {
    const { page, faults } = await open('old.html');
    await ready(page);
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('customs-'))
        .map((element) => {
          const style = getComputedStyle(element.shadowRoot.querySelector('.frame'));
          return [style.fontSize, style.lineHeight, style.textAlign, style.textIndent].join(' ');
        }),
    );
    assert.deepEqual(styles, Array(4).fill('16px 28px start 0px'));
    const text = await visibleText(page);
    assert.ok(text.includes('受理咨询。解答进出口企业的问题。'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('fetches the data once for all elements', async () => {
    const page = await browser.newPage();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(server.url, { waitUntil: 'networkidle0' });
    assert.equal(requests.filter((url) => url.endsWith('gacc/zh-Hans.json')).length, 1);
    await page.close();
  });

  it('in forced colours has no violation', async () => {
    const { page, faults } = await open('');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await ready(page);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('darkens secondary text and lines for readers who prefer more contrast', async () => {
    const { page } = await open('');
    await ready(page);
    const colors = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('customs-duty-list');
        const of = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
        return [of('.muted').color, of('.frame').borderTopColor, of('.frame').color];
      });
    const [muted, border, text] = await colors();
    assert.ok(muted !== text && border !== text);
    await page.emulateMediaFeatures([{ name: 'prefers-contrast', value: 'more' }]);
    assert.deepEqual(await colors(), [text, text, text]);
    await page.close();
  });

  it('holds the text spacing of WCAG 1.4.12 at 320 px without cutting anything off', async () => {
    const { page } = await open('', { width: 320 });
    await ready(page);
    const cut = await page.evaluate(async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
      for (const { shadowRoot } of hosts) {
        shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const clipped = hosts
        .flatMap(({ shadowRoot }) => [
          ...shadowRoot.querySelectorAll('button, a, label, h2, h3, dt'),
        ])
        .filter((one) => one.offsetParent && one.scrollWidth > one.clientWidth + 1)
        .filter((one) => getComputedStyle(one).display !== 'inline' && !one.closest('.qr'))
        .map((one) => one.textContent.trim());
      return { clipped, sideways: document.documentElement.scrollWidth > window.innerWidth };
    });
    assert.deepEqual(cut, { clipped: [], sideways: false });
    await page.close();
  });

  it('shows all text when it is printed', async () => {
    const { page } = await open('');
    await ready(page);
    await page.emulateMediaType('print');
    const seen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('customs-profile-card');
      const summary = shadowRoot.querySelector('[part=summary]');
      return {
        whole: summary.scrollHeight <= summary.clientHeight + 1,
        code: shadowRoot.querySelector('.qr').getBoundingClientRect().width > 150,
        buttons: [...shadowRoot.querySelectorAll('button')].some((one) => one.offsetHeight),
      };
    });
    assert.deepEqual(seen, { whole: true, code: true, buttons: false });
    await page.close();
  });
});

describe('the script files', () => {
  for (const name of AGENCY_ELEMENTS) {
    for (const suffix of ['.js', '.classic.js']) {
      it(`${name}${suffix} works alone, in the head, before its element is read`, async () => {
        const type = suffix === '.js' ? ' type="module"' : '';
        const { page, faults } = await open('alone.html', {
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
      const { page, faults } = await open('comments.html', {
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
    const { page, faults } = await open('twice.html', {
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
    const page = await browser.newPage();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    let send;
    stream = (response) => {
      send = response;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write(`<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head><body>
        <customs-duty-list><ol><li>第一件。</li>${' '.repeat(2000)}`);
    };
    const arrived = page.goto(`${server.url}stream.html`, { waitUntil: 'networkidle0' });
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
    const { page, faults } = await open('markup.html', {
      html: `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head>
        <body><customs-duty-list><ol><li>手写职能。</li></ol></customs-duty-list></body></html>`,
    });
    await ready(page);
    assert.ok((await visibleText(page)).includes('手写职能。'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('work as classic scripts without what Chromium 80 lacks', async () => {
    const { page, faults } = await open('old.html', {
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
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('take a comment without what Chromium 80 lacks', async () => {
    const { page, faults } = await open('comments.html', {
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
    const { page } = await open('old.html');
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

  it('add no landmark to a page', async () => {
    const { page } = await open('landmarks.html', {
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
    const { page } = await open('old.html');
    const names = await page.evaluate(() => Object.keys(window.CustomsWidgets).sort());
    for (const name of ['CustomsDutyList', 'VERSION', 'define', 'parse']) {
      assert.ok(names.includes(name), name);
    }
    await page.close();
  });

  it('as classic scripts begin with a byte order mark and parse as Chromium 80 would', async () => {
    const { transform } = await import('esbuild');
    const classic = readdirSync(new URL('../../dist/cdn', import.meta.url), {
      recursive: true,
    }).filter((name) => /\.classic\.js$|^frame.*\.js$|^(gacc|strings)[/\\].*\.js$/.test(name));
    assert.equal(
      classic.length,
      AGENCY_ELEMENTS.length + COMMENT_ELEMENTS.length + 8,
      classic.join(),
    );
    for (const name of classic) {
      const code = read(`../../dist/cdn/${name}`);
      assert.equal(code.charCodeAt(0), 0xfeff, name);
      const supported = { 'class-private-field': true, 'class-field': true };
      const lowered = await transform(code, { target: 'chrome80', supported });
      for (const syntax of [/\?\?=/, /\|\|=/, /&&=/, /static\s*\{/, /#\w+ in /]) {
        assert.doesNotMatch(code, syntax, name);
      }
      // Nothing was left to transpile: helpers would have made the code longer.
      const same = await transform(code, { target: 'esnext' });
      assert.equal(lowered.code.length, same.code.length, name);
    }
  });

  it('leave what the author wrote readable where scripts do not run, or do not come', async () => {
    const html = `<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
      <script src="cdn/not-there.js"></script></head><body>
      ${AGENCY_ELEMENTS.map((name) => `<customs-${name}><p>作者写的话</p></customs-${name}>`).join('')}</body></html>`;
    for (const scripts of [true, false]) {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(scripts);
      await page.setContent(html);
      const shown = await page.$$eval('p', (all) => all.filter((one) => one.offsetHeight).length);
      assert.equal(shown, AGENCY_ELEMENTS.length);
      await page.close();
    }
  });

  it('keep their Chinese strings on a page in GBK', async () => {
    const page = await browser.newPage();
    stream = (response) => {
      response.setHeader('content-type', 'text/html; charset=gbk');
      response.end(`<!doctype html><html lang="zh"><head><link rel="icon" href="data:,">
        <script src="cdn/customs-widgets.classic.js"></script></head>
        <body><customs-link-list></customs-link-list></body></html>`);
    };
    await page.goto(`${server.url}stream.html`, { waitUntil: 'networkidle0' });
    await ready(page);
    assert.equal(await page.evaluate(() => document.characterSet), 'GBK');
    assert.ok((await visibleText(page)).startsWith('相关中华人民共和国海关总署官方网站'));
    await page.close();
  });

  it('search in the minified file as in the sources', async () => {
    const { page } = await open('');
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
