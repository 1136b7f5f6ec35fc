/* The builder as a webmaster uses it, under the policy that the demo is served with. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { codeOf, openBuilder, press, waitFor } from './builder.mjs';
import { htmlOf, snippetFor, visibleText, waitForText } from './pasting.mjs';

let builder;
before(async () => {
  builder = await openBuilder();
  const context = builder.browser.defaultBrowserContext();
  await context.overridePermissions(new URL(builder.url).origin, [
    'clipboard-read',
    'clipboard-sanitized-write',
  ]);
});
after(() => builder.close());

describe('the builder', () => {
  it('shows the preview and the snippet of what is chosen, and keeps it in the address', async () => {
    const { page, faults } = await builder.open();
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
    const { page, faults } = await builder.open('?widget=link-list');
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
    const { page, faults } = await builder.open('', { width: 1800 });
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

  it('keeps wrong values in their fields and out of the snippet', async () => {
    const { page, faults } = await builder.open(
      '?widget=comment-box&data-endpoint=.&data-site=customs',
    );
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
    const { page, faults } = await builder.open('?widget=comment-box');
    await waitForText(page, 'customs-comment-box', '办事大厅的叫号系统很方便。');
    assert.match(await visibleText(page), /预览里的评论是演示数据/);
    assert.match(await visibleText(page), /先在“组件选项”里填写评论服务的地址/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('copies, says so, and selects the text where copying is not allowed', async () => {
    const { page, faults } = await builder.open();
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
    const { page, faults } = await builder.open('?page=en');
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

  it('opens in the language of the browser, and then in the one that was chosen', async () => {
    const prepare = () =>
      Object.defineProperty(navigator, 'languages', { get: () => ['en-US', 'zh-CN'] });
    const { page, faults } = await builder.open('', { prepare });
    const languageOf = () => page.$eval('html', ({ lang }) => lang);
    assert.equal(await languageOf(), 'en');
    assert.match(await page.$eval('.bar label', ({ innerText }) => innerText), /Language 语言/);
    await page.select('select[name="page"]', 'zh-Hans');
    await page.goto(`${builder.url}editor.html`);
    await page.waitForSelector('#paste');
    assert.equal(await languageOf(), 'zh-Hans');
    await page.goto(`${builder.url}builder.html?page=en`);
    await page.waitForSelector('.choices');
    assert.equal(await languageOf(), 'en');
    await page.evaluate(() => localStorage.clear());
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await builder.open();
    await page.focus('input[name="widget"][value="duty-list"]');
    await page.keyboard.press('ArrowDown');
    await waitFor(page, '#part-0', 'customs-rank-ladder');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'rank-ladder');
    await page.close();
  });
});
