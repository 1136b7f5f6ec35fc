/* The builder as a webmaster uses it for a whole page: content, data, colour, files, steps. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { codeOf, openBuilder, press, waitFor } from './builder.mjs';
import { visibleText, waitForText } from './pasting.mjs';

let builder;
before(async () => (builder = await openBuilder()));
after(() => builder.close());

const AGENCY = JSON.stringify({
  lang: 'zh-Hans',
  name: '示例县档案局',
  duties: { items: [{ id: 'duty-1', title: '接收档案。' }] },
});

const type = (page, selector, text) =>
  page.$eval(
    selector,
    (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );

describe('a whole page in the builder', () => {
  it('takes what the editor has, as soon as the editor has it', async () => {
    const { page, faults } = await builder.open('?data=editor');
    assert.equal(await page.$eval('[name="make"]:checked', ({ value }) => value), 'page');
    await waitFor(page, '#editor-verdict', '编辑器里还没有资料');
    assert.match(await visibleText(page), /先在资料编辑器里编好资料/);
    const { page: other } = await builder.open();
    await other.evaluate((text) => localStorage.setItem('customs-editor/agency', text), AGENCY);
    await waitFor(page, '#editor-verdict', '示例县档案局');
    await waitForText(page, 'customs-duty-list', '接收档案。');
    await waitFor(page, '#file-agency-json', '示例县档案局');
    await waitFor(page, '#file-index-html', '<title>示例县档案局</title>');
    await page.evaluate(() => localStorage.clear());
    assert.deepEqual(faults, []);
    await other.close();
    await page.close();
  });

  it('is ordered with the keyboard, and says what has moved', async () => {
    const { page, faults } = await builder.open('?make=page');
    await page.focus('.shown li:nth-child(2) .moves button');
    await page.keyboard.press('Enter');
    await waitFor(page, '#moved', '职能列表：现在是第 1 项');
    const orderOf = () => page.$$eval('.screen > *', (all) => all.map((one) => one.localName));
    await page.waitForFunction(
      () => document.querySelector('.screen').firstChild.localName === 'customs-duty-list',
    );
    assert.deepEqual((await orderOf())[1], 'customs-profile-card');
    assert.equal(
      await page.evaluate(() => document.activeElement.getAttribute('aria-label')),
      '上移：职能列表',
    );
    await page.click('input[name="shows"][value="rank-ladder"]');
    await page.waitForFunction(() => !document.querySelector('.screen customs-rank-ladder'));
    assert.match(page.url(), /shows=duty-list%2Cprofile-card%2Clink-list/);
    assert.match(
      await codeOf(page, 'file-index-html'),
      /<customs-duty-list[^]+<customs-profile-card/,
    );
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is downloaded, and says where each file goes and how to update it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'customs-download-'));
    const { page, faults } = await builder.open('?make=page');
    const session = await page.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(page, 'data', 'json');
    await page.waitForSelector('#json');
    await type(page, '#json', AGENCY);
    await waitFor(page, '#file-agency-json', '示例县档案局');
    const download = async (selector, name, outcome) => {
      await page.click(selector);
      // The browser makes the file before it writes into it.
      while (!existsSync(join(folder, name)) || !statSync(join(folder, name)).size)
        await page.evaluate(() => new Promise(requestAnimationFrame));
      const id = `file-${name.replace('.', '-')}`;
      assert.equal(readFileSync(join(folder, name), 'utf8'), await codeOf(page, id));
      await waitFor(page, outcome, `已下载 ${name}`);
      rmSync(join(folder, name));
    };
    const names = ['agency.json', 'index.html', 'customs-theme.css'];
    const buttons = await page.$$eval('#downloads button', (all) =>
      all.map(({ innerText }) => innerText.trim()),
    );
    assert.deepEqual(
      buttons,
      names.map((name) => `下载 ${name}`),
    );
    for (const [index, name] of names.entries()) {
      const beside = `#downloads button:nth-of-type(${index + 1})`;
      await download(beside, name, '#downloads [role="status"]');
      const label = `file-${name.replace('.', '-')}-label`;
      const atFile = `button[aria-describedby="${label}"]:not(.primary)`;
      await download(atFile, name, `#${label} + [role="status"]`);
    }
    rmSync(folder, { recursive: true });
    const steps = await page.$$eval('.steps', (all) => all.map(({ innerText }) => innerText));
    assert.match(steps[0], /agency\.json[^]*index\.html[^]*customs-theme\.css[^]*customs-widgets/);
    assert.match(steps[0], /上传后再打开网页看一看；双击打开时只显示不带脚本的样子/);
    assert.match(
      steps[1],
      /覆盖网站上的旧文件[^]*只在新资料读出来之前[^]*重新生成 index\.html[^]*customs-widgets 文件夹[^]*integrity/,
    );
    await press(page, 'form', 'html');
    await page.waitForFunction(() => !document.querySelector('#file-agency-json'));
    await waitFor(page, '.steps:nth-child(2)', '重新生成 index.html');
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('comments on a whole page', () => {
  it('are not ticked; without a service the page is made all the same, and says what comments need', async () => {
    const { page, faults } = await builder.open('?make=page');
    assert.equal(await page.$eval('input[value="comment-box"]', ({ checked }) => checked), false);
    await page.click('input[name="shows"][value="comment-box"]');
    await waitFor(page, '.code', '网页里暂时没有评论： 先在“组件选项”里填写评论服务的地址。');
    assert.match(await codeOf(page, 'file-index-html'), /customs-duty-list/);
    assert.ok(await page.$('.choices a[href$="server/README.zh-CN.md"]'));
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('the colour of the office', () => {
  it('is checked, and replaced by the nearest shade that passes', async () => {
    const { page, faults } = await builder.open('?widget=link-list');
    await page.type('#brand', '#ffd70');
    await waitFor(page, '#brand-fault', '六位');
    await page.type('#brand', '0');
    await waitFor(page, '.contrast .fails', '不合格，至少要 4.5:1');
    const colourOf = () =>
      page.$eval(
        '.screen > *',
        ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('a')).color,
      );
    await page.waitForFunction(() =>
      document.querySelector('.screen').style.cssText.includes('ffd700'),
    );
    assert.equal(await colourOf(), 'rgb(255, 215, 0)');
    await page.click('#brand-nearest');
    await page.waitForFunction(() => !document.querySelector('.contrast .fails'));
    const brand = await page.$eval('#brand', ({ value }) => value);
    await page.waitForFunction(
      (one) => document.querySelector('.screen').style.cssText.includes(one),
      {},
      brand,
    );
    const light = await colourOf();
    await press(page, 'scheme', 'dark');
    await page.waitForFunction(() => document.querySelector('.screen').dataset.scheme === 'dark');
    assert.notEqual(await colourOf(), light);
    await waitFor(page, '.code', `--customs-color-accent: ${brand}`);
    assert.match(page.url(), /brand=%23[\da-f]{6}/);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('pasted JSON', () => {
  it('has its Chinese marks replaced, which can be undone', async () => {
    const { page, faults } = await builder.open('?data=json');
    const typed = AGENCY.replace('"name":', '“name”：');
    await type(page, '#json', typed);
    await waitFor(page, '#json-verdict', '中文引号“，请改用英文引号"');
    await page.click('#json-marks');
    await waitFor(page, '#json-verdict', '格式正确：示例县档案局');
    await page.click('#json-undo');
    await waitFor(page, '#json-verdict', '中文引号');
    assert.equal(await page.$eval('#json', ({ value }) => value), typed);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('is no JSON, and goes to the editor', async () => {
    const { page } = await builder.open('?data=json');
    await type(page, '#json', '示例县档案局\n主要职能：接收档案。');
    await waitFor(page, '#json-verdict', '这不是 JSON');
    assert.ok(await page.$('.field .actions a[href^="editor.html"]'));
    await page.close();
  });

  it('comes from a dropped file, or says that nobody can read it', async () => {
    const { page, faults } = await builder.open('?data=json');
    const drop = (bytes, name) =>
      page.$eval(
        '#json',
        (field, content, fileName) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
          field.dispatchEvent(
            new DragEvent('drop', { dataTransfer, cancelable: true, bubbles: true }),
          );
        },
        [...bytes],
        name,
      );
    await drop(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]), 'photo.png');
    await waitFor(page, '#json-fault', '读不懂文件“photo.png”的编码');
    await drop(Buffer.from(AGENCY), 'agency.json');
    await waitFor(page, '#json-verdict', '示例县档案局');
    assert.equal(await page.$eval('#json-fault', ({ textContent }) => textContent.trim()), '');
    assert.deepEqual(faults, []);
    await page.close();
  });
});
