/* The builder with the data of an agency of one’s own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { watchShifts } from '../../page/site.mjs';
import { codeOf, openBuilder, press, waitFor } from './builder.mjs';
import { readJson, visibleText, waitForText } from './pasting.mjs';

let builder;
before(async () => (builder = await openBuilder()));
after(() => builder.close());

const DRAFT =
  '{\n  "lang": "zh-Hans",\n  "name": "某某局",\n  "duties": { "items": [{ "id": "a" }] }\n}';

/** An agency with a short list, whose height is nothing that anybody knows. */
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
    const { page, faults } = await builder.open();
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

    const address = builder.publish(
      `<style>${css}</style><customs-duty-list src="own.json"></customs-duty-list><p>下面</p><script type="module" src="cdn/duty-list.js"></script>`,
      "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:",
      { 'own.json': OWN },
    );
    for (const width of [360, 500, 1000]) {
      const pasted = await builder.browser.newPage();
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

  it('tells where JSON is wrong, loses nothing, and goes on when it is right', async () => {
    const { page, faults } = await builder.open('?data=src');
    await press(page, 'data', 'json');
    await page.type('#json', DRAFT.slice(0, 30));
    await waitFor(page, '#json-verdict', '没有写完');
    await page.$eval('#json', (one) => one.select());
    await page.type('#json', DRAFT);
    await waitFor(page, '#json-verdict', '第 4 行第 25 列：第 1 项职能缺少内容');
    assert.match(await visibleText(page), /先在“数据来源”里填好JSON/);

    // Another element, another source, the other language and a reload leave it alone.
    await press(page, 'widget', 'comment-box');
    await press(page, 'widget', 'duty-list');
    await press(page, 'data', 'gacc');
    await press(page, 'data', 'json');
    await page.select('select[name="page"]', 'en');
    await waitFor(page, '#json-verdict', 'Line 4, column 25: Duty 1 lacks the content');
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('#json');
    assert.equal(await page.$eval('#json', ({ value }) => value), DRAFT);
    assert.doesNotMatch(decodeURIComponent(page.url()), /某某局/);

    const end = DRAFT.indexOf(' }] }');
    await page.$eval('#json', (one, at) => one.setSelectionRange(at, at), end);
    await page.type('#json', ', "title": "受理咨询。"');
    await waitForText(page, 'customs-duty-list', '受理咨询。');
    await waitFor(page, '#part-0', '"title": "受理咨询。"');

    // A file takes the place of what was typed, which can be brought back.
    const typed = await page.$eval('#json', ({ value }) => value);
    const input = await page.$('input[type="file"]');
    await input.uploadFile('stories/agencies/police.zh-Hans.json');
    await waitFor(page, '#json-verdict', readJson('stories/agencies/police.zh-Hans.json').name);
    await page.click('#json-undo');
    assert.equal(await page.$eval('#json', ({ value }) => value), typed);
    // The language that was chosen would be that of the next page.
    await page.evaluate(() => localStorage.clear());
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('reads a file of the site, and says when there is none', async () => {
    const { page } = await builder.open('?widget=rank-ladder&data=src');
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
});
