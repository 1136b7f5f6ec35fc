/* The builder as a webmaster uses it, under the policy of the demo. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  htmlOf,
  openSite,
  readJson,
  snippetFor,
  visibleText,
  waitForText,
  watch,
} from './pasting.mjs';
import { watchShifts } from '../../page/site.mjs';

const axe = readFileSync(
  new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const DRAFT =
  '{\n  "lang": "zh-Hans",\n  "name": "某某局",\n  "duties": { "items": [{ "id": "a" }] }\n}';

let site;
before(async () => {
  site = await openSite();
  const context = site.browser.defaultBrowserContext();
  await context.overridePermissions(new URL(site.url).origin, [
    'clipboard-read',
    'clipboard-sanitized-write',
  ]);
});
after(() => site.close());

/** Opens the builder and waits for its preview. */
async function open(query = '', { width = 1280, dark = false, forced = false } = {}) {
  const page = await site.browser.newPage();
  const faults = await watch(page, site.url);
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
  await page.goto(`${site.url}builder.html${query}`, { waitUntil: 'load' });
  await page.waitForSelector('.choices');
  return { page, faults };
}

const codeOf = (page, id = 'part-0') => page.$eval(`#${id}`, (one) => one.textContent);
const press = (page, name, value) =>
  page.$eval(`input[name="${name}"][value="${value}"]`, (one) => one.click());

/** Waits until a part of the page contains a text. */
const waitFor = (page, selector, text) =>
  page.waitForFunction(
    (one, wanted) => document.querySelector(one)?.textContent.includes(wanted),
    { timeout: 5000 },
    selector,
    text,
  );

/** An agency with a short list, whose height is not known in advance. */
const OWN = JSON.stringify({
  lang: 'zh-Hans',
  name: '某某县政务服务局',
  duties: {
    items: [1, 2, 3].map((number) => ({
      id: `duty-${number}`,
      title: `第 ${number} 项职责。`,
      text: '负责全县政务服务的组织、协调、监督和管理，并指导乡镇的便民服务工作。'.repeat(number),
    })),
  },
});

describe('the builder', () => {
  it('writes the rule that holds the space of an agency of one’s own', async () => {
    const { page, faults } = await open();
    await press(page, 'data', 'json');
    await page.waitForSelector('#json');
    await page.$eval(
      '#json',
      (field, text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      OWN,
    );
    await waitFor(page, '.code', 'min-block-size');
    const id = await page.$$eval(
      'code[id]',
      (all) => all.find(({ textContent }) => textContent.includes('min-block-size')).id,
    );
    const css = await codeOf(page, id);
    assert.deepEqual(faults, []);
    await page.close();

    const address = site.publish(
      `<style>${css}</style><customs-duty-list src="own.json"></customs-duty-list><p>下面</p><script type="module" src="cdn/duty-list.js"></script>`,
      "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:",
      { 'own.json': OWN },
    );
    for (const width of [360, 500, 1000]) {
      const pasted = await site.browser.newPage();
      await pasted.setViewport({ width, height: 900 });
      await pasted.evaluateOnNewDocument(watchShifts);
      await pasted.goto(address, { waitUntil: 'networkidle0' });
      await waitForText(pasted, 'customs-duty-list', '第 3 项职责。');
      assert.deepEqual(await pasted.evaluate(() => window.shifts), [], `${width} px`);
      const height = await pasted.$eval('customs-duty-list', (one) => one.offsetHeight);
      assert.ok(height > 200 && height < 900, `${height} px high`);
      await pasted.close();
    }
  });

  it('shows the preview and the snippet of what is chosen, and keeps it in the address', async () => {
    const { page, faults } = await open();
    await waitForText(page, 'customs-duty-list', '负责全国海关工作。');
    await waitFor(page, '#part-0', '中华人民共和国海关总署');
    assert.equal(await codeOf(page), htmlOf(snippetFor()));

    await press(page, 'widget', 'rank-ladder');
    await page.select('select[name="data-view"]', 'table');
    await page.waitForFunction(() =>
      document.querySelector('.screen > customs-rank-ladder')?.shadowRoot?.querySelector('table'),
    );
    const table = { widget: 'rank-ladder', attributes: { view: 'table' } };
    assert.equal(await codeOf(page), htmlOf(snippetFor(table)));
    assert.equal(new URL(page.url()).search, '?widget=rank-ladder&data-view=table');

    await page.reload({ waitUntil: 'load' });
    await waitFor(page, '#part-0', '中华人民共和国海关总署');
    assert.equal(await codeOf(page), htmlOf(snippetFor(table)));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('writes the snippet in every form, as the functions under it do', async () => {
    const { page, faults } = await open('?widget=link-list');
    for (const form of ['placeholder', 'server', 'html', 'npm', 'offline', 'frame', 'script']) {
      await press(page, 'form', form);
      const { parts, policy } = snippetFor({ widget: 'link-list', form });
      await waitFor(page, '#part-0', '海关总署').catch(() => {});
      for (const [index, { code }] of parts.entries()) {
        assert.equal(await codeOf(page, `part-${index}`), code, form);
      }
      assert.equal(await codeOf(page, 'policy'), policy, form);
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('shows widths as they are, and light and dark', async () => {
    const { page, faults } = await open('', { width: 1800 });
    await waitForText(page, 'customs-duty-list', '负责全国海关工作。');
    const measure = () =>
      page.$eval('.screen', (one) => ({
        width: one.offsetWidth,
        dark: getComputedStyle(one).colorScheme,
        padding: getComputedStyle(one.firstChild.shadowRoot.querySelector('.frame')).paddingLeft,
      }));
    assert.deepEqual(await measure(), { width: 360, dark: 'light', padding: '16px' });
    await press(page, 'width', 'desktop');
    await press(page, 'scheme', 'dark');
    assert.deepEqual(await measure(), { width: 1024, dark: 'dark', padding: '24px' });
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('tells where JSON is wrong, loses nothing, and goes on when it is right', async () => {
    const { page, faults } = await open('?data=src');
    await press(page, 'data', 'json');
    await page.type('#json', DRAFT.slice(0, 30));
    await waitFor(page, '#json-verdict', '没有写完');
    await page.$eval('#json', (one) => one.select());
    await page.type('#json', DRAFT);
    await waitFor(page, '#json-verdict', '/duties/items/0/title');
    await waitFor(page, '#json-verdict', '第 4 行');
    assert.match(await visibleText(page), /先在“数据来源”里填好JSON/);

    // Another element, another source, the other language and a reload do not change it.
    await press(page, 'widget', 'comment-box');
    await press(page, 'widget', 'duty-list');
    await press(page, 'data', 'gacc');
    await press(page, 'data', 'json');
    await page.select('select[name="page"]', 'en');
    await waitFor(page, '#json-verdict', 'A required value is missing');
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('#json');
    assert.equal(await page.$eval('#json', ({ value }) => value), DRAFT);
    assert.doesNotMatch(decodeURIComponent(page.url()), /某某局/);

    const end = DRAFT.indexOf(' }] }');
    await page.$eval('#json', (one, at) => one.setSelectionRange(at, at), end);
    await page.type('#json', ', "title": "受理咨询。"');
    await waitForText(page, 'customs-duty-list', '受理咨询。');
    await waitFor(page, '#part-0', '"title": "受理咨询。"');

    // A file replaces the typed text, which can be restored.
    const typed = await page.$eval('#json', ({ value }) => value);
    const input = await page.$('input[type="file"]');
    await input.uploadFile('stories/agencies/police.zh-Hans.json');
    await waitFor(page, '#json-verdict', readJson('stories/agencies/police.zh-Hans.json').name);
    const [undo] = await page.$$('.field .actions button');
    await undo.click();
    assert.equal(await page.$eval('#json', ({ value }) => value), typed);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('reads a file of the site, and says when there is none', async () => {
    const { page } = await open('?widget=rank-ladder&data=src');
    await page.type('#attribute-src', 'agencies/police.zh-Hans.json');
    const { name } = readJson('stories/agencies/police.zh-Hans.json');
    await waitFor(page, '.verdict', name);
    await waitFor(page, '#part-0', name);
    await page.type('#attribute-src', 'x');
    await waitFor(page, '.verdict', '读不到');
    await page.$eval('#attribute-src', (one) => one.select());
    await page.type('#attribute-src', 'https://other.example/a.json');
    await waitFor(page, '.verdict', '其他网站');
    await waitFor(page, '#policy', "connect-src 'self' https://other.example");
    await page.close();
  });

  it('keeps wrong values in their fields and out of the snippet', async () => {
    const { page, faults } = await open('?widget=comment-box&data-endpoint=.&data-site=customs');
    await page.type('#attribute-page-size', '77');
    await waitFor(page, '#attribute-page-size-fault', '1 到 50');
    await page.type('#prefix', ' X');
    await waitFor(page, '#prefix-fault', '小写字母');
    assert.equal(await page.$eval('#attribute-page-size', ({ value }) => value), '77');
    assert.match(await codeOf(page), /<customs-comment-box endpoint="\." site="customs">/);
    await waitForText(page, 'customs-comment-box', '未查询到任何数据！');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('shows made-up comments where there is no service, and says so', async () => {
    const { page, faults } = await open('?widget=comment-box');
    await waitForText(page, 'customs-comment-box', '办事大厅的叫号系统很方便。');
    assert.match(await visibleText(page), /预览里的评论是演示数据/);
    assert.match(await visibleText(page), /先在“组件选项”里填写评论服务的地址/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('copies, says so, and selects the text where copying is not allowed', async () => {
    const { page, faults } = await open();
    await page.bringToFront();
    await waitFor(page, '#part-0', '中华人民共和国海关总署');
    await page.click('.block button');
    await waitFor(page, '.block [role="status"]', '已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.replaceAll('\r\n', '\n'), htmlOf(snippetFor()));

    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await page.click('.block button');
    await waitFor(page, '.block [role="status"]', 'Ctrl+C');
    assert.equal(await page.evaluate(() => String(getSelection())), htmlOf(snippetFor()));
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('speaks both languages, and shows what has no Chinese name as the manifest has it', async () => {
    const { page, faults } = await open('?page=en');
    assert.equal(await page.$eval('html', ({ lang }) => lang), 'en');
    const { heading } = await page.evaluate(() => ({
      heading: document.querySelector('h1').textContent,
    }));
    assert.equal(heading, 'Embed builder');
    const chinese = await page.$$eval('.choices, .code h2, .block-head', (parts) =>
      parts
        .map(({ innerText }) => innerText)
        .join('')
        .replace('简体中文', ''),
    );
    assert.doesNotMatch(chinese.replaceAll('（一）', ''), /[\u4e00-\u9fff]/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await open();
    await page.focus('input[name="widget"][value="duty-list"]');
    await page.keyboard.press('ArrowDown');
    await waitFor(page, '#part-0', 'customs-rank-ladder');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'rank-ladder');
    await page.close();
  });
});

describe('the page of the builder', () => {
  const CASES = [320, 1280].flatMap((width) => [
    { width, query: '' },
    { width, query: '?page=en&widget=comment-box&form=server' },
    { width, query: '?data=json&form=npm', dark: true },
    { width, query: '?page=en&widget=profile-card&form=html', dark: true },
    { width, query: '?widget=link-list&form=frame', forced: true },
  ]);
  for (const { query, ...how } of CASES) {
    const name = [how.width, query || 'fresh', how.dark && 'dark', how.forced && 'forced colours'];
    it(`has no violation and no sideways scrolling: ${name.filter(Boolean).join(', ')}`, async () => {
      const { page, faults } = await open(query, how);
      const empty = query.includes('data=json');
      await page.waitForFunction(
        (none) => none || document.querySelector('.screen > *')?.shadowRoot?.querySelector('h2'),
        {},
        empty,
      );
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        const small = [...document.querySelectorAll('button, select, .option, input, textarea')]
          .filter(
            (one) =>
              !one.closest('.screen') &&
              !one.matches('[type="radio"], [type="checkbox"], [type="file"]'),
          )
          .filter((one) => one.getBoundingClientRect().height < 44);
        return {
          violations: violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target}`),
          ),
          small: small.map(({ outerHTML }) => outerHTML),
          sideways: document.documentElement.scrollWidth > window.innerWidth,
        };
      });
      assert.deepEqual(found, { violations: [], small: [], sideways: false });
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('tells without JavaScript where to go on', async () => {
    const page = await site.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.url}builder.html`, { waitUntil: 'load' });
    assert.match(await visibleText(page), /生成代码需要启用JavaScript/);
    await page.close();
  });

  it('is linked from the demo', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.url, { waitUntil: 'domcontentloaded' });
    assert.equal(await page.$$eval('a[href="builder.html"]', ({ length }) => length), 1);
    await page.close();
  });
});
