/* The editor as a webmaster uses it, under the policy that the demo is served with. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  agencyOn,
  focused,
  gacc,
  openEditor,
  outcomeOn,
  passage,
  paste,
  placeCursor,
  seed,
  waitForPreview,
} from './editor.mjs';

let editor;
before(async () => (editor = await openEditor()));
after(() => editor.close());

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
};
const click = (page, selector) => page.$eval(selector, (one) => one.click());
const textsOf = (page) => page.$$eval('.passage textarea', (all) => all.map(({ value }) => value));

describe('pasting the text of an office', () => {
  let page, faults;
  before(async () => {
    ({ page, faults } = await editor.open());
    await paste(page, seed);
  });

  it('shows the agency in every element, and counts what was read', async () => {
    await waitForPreview(page, 'profile-card', '国务院直属机构');
    await waitForPreview(page, 'duty-list', '负责全国海关工作。');
    await waitForPreview(page, 'rank-ladder', '海关总监');
    assert.equal(await outcomeOn(page), '已整理：6 段概况、13 项职能、5 等 13 级。');
    const { name, status, level, duties } = await agencyOn(page);
    assert.deepEqual(
      { name, status, level },
      (({ name, status, level }) => ({ name, status, level }))(gacc),
    );
    assert.deepEqual(
      duties.items.map(({ title }) => title),
      gacc.duties.items.map(({ title }) => title),
    );
    assert.equal((await focused(page)).text, 'review', 'the focus is on what was read');
  });

  it('shows the sentence that a value was taken out of, with its words marked', async () => {
    const id = (await passage(page, '正部级')).split(' ')[0];
    const marked = await page.$eval(`${id} mark`, ({ textContent }) => textContent);
    assert.equal(marked, '正部级');
  });

  it('folds what is not used, and loses nothing of it', async () => {
    const unused = await page.$$eval('details.unused textarea', (all) =>
      all.map(({ value }) => value),
    );
    assert.ok(unused.includes('相关'), unused.join());
    assert.equal(await page.$eval('details.unused', ({ open }) => open), false);
  });

  it('corrects a guess that was wrong', async () => {
    const role = await passage(page, '海关总署是国务院直属机构', 'role');
    await page.select(role, 'overview');
    assert.equal(await outcomeOn(page), '已改为：概况。');
    const { overview, duties } = await agencyOn(page);
    assert.equal(overview.at(-1), '海关总署是国务院直属机构，为正部级。');
    assert.equal(duties.preamble.length, 1);
    assert.equal((await focused(page)).part, 'role');
  });

  it('splits at the cursor by Enter, and joins by Backspace at the start', async () => {
    const before = await textsOf(page);
    await placeCursor(page, await passage(page, '（十）'), 8);
    await press(page, 'Enter');
    assert.equal(await outcomeOn(page), '已拆成两段。');
    assert.equal((await textsOf(page)).length, before.length + 1);
    assert.equal((await focused(page)).cursor, 0);
    await press(page, 'Backspace');
    assert.deepEqual(await textsOf(page), before);
    assert.deepEqual((await focused(page)).cursor, 8);
  });

  it('moves by keys and by buttons, and keeps the focus on what moves', async () => {
    await placeCursor(page, await passage(page, '（十三）'), 2);
    await press(page, 'Alt', 'ArrowUp');
    const { duties } = await agencyOn(page);
    assert.equal(duties.items[11].title, '完成党中央、国务院交办的其他任务。');
    assert.equal((await focused(page)).cursor, 2);
    await click(page, await passage(page, '（十三）', 'down'));
    const { part, text } = await focused(page);
    assert.deepEqual([part, text.slice(0, 4)], ['down', '（十三）']);
    await click(page, await passage(page, '（十三）', 'down'));
    assert.equal(await outcomeOn(page), '已经是最后一段。');
  });

  it('moves by dragging', async () => {
    const order = () => page.$$eval('.passage[data-role="duty"]', (all) => all.map(({ id }) => id));
    const before = await order();
    const drag = (type, id, half) =>
      page.$eval(
        `#${id} .grip`,
        (grip, name, part) => {
          const { top, height } = grip.closest('.passage').getBoundingClientRect();
          const at = { clientY: top + height * part, dataTransfer: new DataTransfer() };
          grip.dispatchEvent(new DragEvent(name, { ...at, bubbles: true, cancelable: true }));
        },
        type,
        half,
      );
    await drag('dragstart', before[0], 0.5);
    await drag('dragover', before[2], 0.9);
    assert.equal(await page.$eval(`#${before[2]}`, ({ dataset }) => dataset.drop), 'below');
    await drag('drop', before[2], 0.9);
    const [first, second, third, ...others] = before;
    assert.deepEqual(await order(), [second, third, first, ...others]);
    assert.equal(await page.$eval(`#${before[2]}`, ({ dataset }) => dataset.drop), undefined);
    await click(page, '#undo');
    assert.deepEqual(await order(), before);
  });

  it('deletes, says that it can be undone, and goes on with the next passage', async () => {
    const before = await textsOf(page);
    await click(page, await passage(page, '（一）', 'remove'));
    assert.equal(await outcomeOn(page), '已删除，可以撤销。');
    const { part, text } = await focused(page);
    assert.deepEqual([part, text.slice(0, 3)], ['remove', '（二）']);
    await press(page, 'Control', 'z');
    assert.deepEqual(await textsOf(page), before);
    await press(page, 'Control', 'Shift', 'z');
    assert.equal((await textsOf(page)).length, before.length - 1);
    await press(page, 'Control', 'z');
  });

  it('says what is missing, and leads to the field', async () => {
    await click(page, '.findings li:first-child button');
    assert.equal((await focused(page)).text, 'as-of');
    await click(page, '#today');
    await page.type('#source-title', '机构职能');
    await page.type('#source-publisher', '海关总署');
    await page.type('#source-date', '2026-02-30');
    assert.match(await page.$eval('#source-date-fault', (one) => one.textContent), /没有这一天/);
    await page.type('#source-url', 'https://www.customs.gov.cn/');
    assert.equal(await page.$eval('#source-url-fault', (one) => one.textContent), '');
    assert.equal(await page.$eval('#source-date', ({ value }) => value), '2026-02-30');
    const { asOf, source } = await agencyOn(page);
    assert.match(asOf, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(source, {
      title: '机构职能',
      publisher: '海关总署',
      url: 'https://www.customs.gov.cn/',
    });
    const check = await page.$eval('.check', ({ textContent }) => textContent);
    assert.match(check, /没有发现缺漏/);
  });

  it('adds more text behind what is there', async () => {
    await click(page, '#more');
    await paste(
      page,
      '相关链接\n海关统计 http://stats.customs.gov.cn/\n国务院 https://www.gov.cn/',
    );
    await waitForPreview(page, 'link-list', '海关统计');
    const { links } = await agencyOn(page);
    assert.equal(links.flatMap((one) => one.links ?? [one]).length, 2);
  });

  it('is there again after a reload', async () => {
    const before = await agencyOn(page);
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('#review');
    assert.deepEqual(await agencyOn(page), before);
    assert.equal(await outcomeOn(page), '已恢复上次没有做完的内容。');
  });

  it('tells the other tab that the draft has changed, and takes it there', async () => {
    const other = await editor.open({ beside: page });
    await other.page.type(await passage(other.page, '中华人民共和国海关总署'), '（示例）');
    await page.waitForSelector('#foreign');
    await click(page, '#foreign button');
    assert.match((await agencyOn(page)).name, /（示例）/);
    assert.equal(await page.$('#foreign'), null);
    assert.deepEqual(other.faults, []);
    await other.page.close();
  });

  it('hands the agency over to the embed builder', async () => {
    const agency = await agencyOn(page);
    await Promise.all([page.waitForNavigation(), click(page, '#continue')]);
    assert.match(page.url(), /builder\.html\?page=zh-Hans&data=editor$/);
    const stored = await page.evaluate(() => localStorage.getItem('customs-editor/agency'));
    assert.deepEqual(JSON.parse(stored), agency);
    await page.goBack();
    await page.waitForSelector('#review');
  });

  it('is cleared at once, and undone at once', async () => {
    await click(page, '#clear');
    assert.equal(await page.$('#review'), null);
    assert.equal((await focused(page)).text, 'undo');
    await click(page, '#undo');
    assert.equal((await page.$('#review')) !== null, true);
    assert.deepEqual(faults, []);
    await page.close();
  });
});
