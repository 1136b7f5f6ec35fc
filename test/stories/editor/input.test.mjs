/* What the editor takes, and where it works: markup, JSON, files, empty fields, without storage, in English. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  agencyOn,
  focused,
  gacc,
  openEditor,
  passage,
  paste,
  seed,
  waitForPreview,
} from './editor.mjs';

let editor;
before(async () => (editor = await openEditor()));
after(() => editor.close());

const click = (page, selector) => page.$eval(selector, (one) => one.click());
const textsOf = (page) => page.$$eval('.passage textarea', (all) => all.map(({ value }) => value));

describe('the editor', () => {
  it('reads markup from the clipboard and source of a page without running it', async () => {
    const { page, faults } = await editor.open();
    const markup = `<body><h1>某县民政局</h1><style>h2 { color: red }</style><h2 style="color: red">主要职能</h2><ol><li>管理婚姻登记。</li>
      <li>管理殡葬。</li><li style="display: none">隐藏的。</li></ol><img src="none.png" onerror="document.title='run'">
      <script>document.title = 'run'</script></body>`;
    await paste(page, '某县民政局', { markup });
    const fromClipboard = await agencyOn(page);
    assert.equal(fromClipboard.name, '某县民政局');
    assert.equal(fromClipboard.duties.items.length, 2);
    await click(page, '#clear');
    await paste(page, `<!doctype html><html>${markup}</html>`);
    assert.deepEqual(await agencyOn(page), fromClipboard);
    assert.doesNotMatch(await page.title(), /run/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('gives JSON back as it was, with what passages cannot say', async () => {
    const { page, faults } = await editor.open();
    await paste(page, JSON.stringify(gacc));
    assert.deepEqual(await agencyOn(page), gacc);
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('#review');
    await page.type(await passage(page, '正部级'), '！');
    assert.deepEqual(await agencyOn(page), { ...gacc, level: '正部级！' });
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('says what the elements cannot use of JSON, and keeps it', async () => {
    const { page } = await editor.open();
    await paste(page, '{"name": "某局", "dutys": ["管理。"], "asOf": "2026-02-31"}');
    const check = await page.$eval('.check', ({ innerText }) => innerText);
    assert.match(check, /必须补充或改正\s*第 2 段 核对日期不是日历上的日期/);
    assert.match(check, /没有“dutys”这一项；是否应为“duties”/);
    assert.deepEqual((await agencyOn(page)).dutys, ['管理。']);
    await click(page, '#today');
    await waitForPreview(page, 'profile-card', '某局');
    await page.close();
  });

  it('says in words what it cannot read, and keeps the text', async () => {
    const { page, faults } = await editor.open();
    const problem = () => page.$eval('#paste-problem', ({ textContent }) => textContent.trim());
    await click(page, '#read');
    assert.match(await problem(), /没有读到文字/);
    await paste(page, '{"name": “某局”}');
    assert.match(await problem(), /第 1 行第 10 列/);
    assert.equal(await page.$eval('#paste', ({ value }) => value), '{"name": “某局”}');
    const drop = (name) =>
      page.$eval(
        '.paste',
        (box, file) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['x'], file));
          box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
        },
        name,
      );
    await drop('三定规定.docx');
    assert.match(await problem(), /“三定规定.docx”是 Word、WPS 或 PDF 文件/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('begins with empty fields, and fills the same passages', async () => {
    const { page, faults } = await editor.open();
    await click(page, '#blank');
    assert.equal((await focused(page)).text, 'field-name');
    await page.keyboard.type('某县民政局');
    await page.type('#field-level', '正科级');
    await click(page, '#add-duty');
    await paste(page, '管理婚姻登记。\n管理殡葬。', { into: '.list-field textarea' });
    const { name, level, duties } = await agencyOn(page);
    assert.deepEqual({ name, level }, { name: '某县民政局', level: '正科级' });
    assert.deepEqual(
      duties.items.map(({ title }) => title),
      ['管理婚姻登记。', '管理殡葬。'],
    );
    await click(page, 'input[name="order"][value="text"]');
    assert.deepEqual(await textsOf(page), ['某县民政局', '正科级', '管理婚姻登记。', '管理殡葬。']);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('works on where storage is forbidden, and says so', async () => {
    const prepare = () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      });
    };
    const { page, faults } = await editor.open({ prepare });
    await paste(page, seed);
    await waitForPreview(page, 'duty-list', '负责全国海关工作。');
    assert.equal(await page.$$eval('#cannot-store', ({ length }) => length), 1);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('speaks English', async () => {
    const { page, faults } = await editor.open({ query: '?page=en' });
    await paste(
      page,
      'Example County Office\n\nOur duties\n1. Keep the records.\n2. Issue permits.',
    );
    assert.equal(await page.$eval('html', ({ lang }) => lang), 'en');
    const { lang, name } = await agencyOn(page);
    assert.deepEqual({ lang, name }, { lang: 'en', name: 'Example County Office' });
    await waitForPreview(page, 'duty-list', 'Main duties');
    const text = await page.evaluate(() => document.querySelector('main').innerText);
    assert.doesNotMatch(text, /[\u4e00-\u9fff]/);
    assert.deepEqual(faults, []);
    await page.close();
  });
});
