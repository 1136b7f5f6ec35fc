/* The demo in every look, and at every width. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openDemo, ready, violations, visibleText } from './site.mjs';

let demo;
before(async () => (demo = await openDemo()));
after(() => demo.close());

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const choose = (page, name, value) => page.select(`[name="${name}"]`, value);

describe('the demo', () => {
  it('shows every sentence of the seed', async () => {
    const { page, faults } = await demo.open('');
    await ready(page);
    const text = (await visibleText(page)).normalize('NFKC');
    // A colon after a heading is the seed's way to mark one.
    const comments = ['评论', '发表评论:', '验证码', '评论记录:', '未查询到任何数据!'];
    const titles = ['中华人民共和国海关总署——概况', '中华人民共和国海关总署——主要职能'];
    const lines = read('../../fixtures/seed.zh-Hans.txt')
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
        const { page, faults } = await demo.open('', { width, dark: name.endsWith('system') });
        await ready(page);
        await prepare(page);
        if (name === 'in English') {
          await page.waitForFunction(() => {
            const { state, shadowRoot } = document.querySelector('customs-duty-list');
            const heading = shadowRoot.querySelector('[part~="heading"]')?.textContent;
            return state.agency?.lang === 'en' && heading === 'Main duties';
          });
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
    const { page, faults } = await demo.open('old.html');
    await ready(page);
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('customs-'))
        .map((element) => {
          const style = getComputedStyle(element.shadowRoot.querySelector('.frame'));
          return [style.fontSize, style.lineHeight, style.textAlign, style.textIndent].join(' ');
        }),
    );
    assert.deepEqual(styles, Array(5).fill('16px 28px start 0px'));
    const text = await visibleText(page);
    assert.ok(text.includes('受理咨询。解答进出口企业的问题。'));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('fetches the data once for all elements', async () => {
    const page = await demo.browser.newPage();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(demo.url, { waitUntil: 'networkidle0' });
    assert.equal(requests.filter((url) => url.endsWith('gacc/zh-Hans.json')).length, 1);
    await page.close();
  });

  it('in forced colours has no violation', async () => {
    const { page, faults } = await demo.open('');
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
    const { page } = await demo.open('');
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
    const { page } = await demo.open('', { width: 320 });
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
    const { page } = await demo.open('');
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
