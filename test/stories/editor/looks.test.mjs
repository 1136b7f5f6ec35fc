/* The page of the editor in every look, and at every width. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violations } from '../demo/site.mjs';
import { openEditor, paste, seed, waitForPreview } from './editor.mjs';

let editor;
before(async () => (editor = await openEditor()));
after(() => editor.close());

const click = (page, selector) => page.$eval(selector, (one) => one.click());
const LINKS = '\n\n相关链接\n海关统计 http://stats.customs.gov.cn/\n没有地址的链接';

/** What an author has done before looking. */
const STATES = {
  empty: async () => {},
  problem: async (page) => paste(page, '{"name": “'),
  pasted: async (page) => {
    await paste(page, seed + LINKS);
    await waitForPreview(page, 'duty-list', '负责全国海关工作。');
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  },
  fields: async (page) => {
    await paste(page, seed + LINKS);
    await click(page, 'input[name="order"][value="fields"]');
    await click(page, '#more');
  },
  preview: async (page) => {
    await paste(page, seed);
    await click(page, '.panels button:last-child');
    await waitForPreview(page, 'duty-list', '负责全国海关工作。');
  },
};

const CASES = [
  { state: 'empty', width: 320 },
  { state: 'problem', width: 1280, dark: true },
  { state: 'pasted', width: 320, dark: true },
  { state: 'pasted', width: 1280 },
  { state: 'fields', width: 320, query: '?page=en' },
  { state: 'fields', width: 1280, forced: true },
  { state: 'preview', width: 320 },
];

describe('the page of the editor', () => {
  for (const { state, ...how } of CASES) {
    const { width, dark, forced, query } = how;
    const name = [state, `${width} px`, query, dark && 'dark', forced && 'forced colours'];
    it(`has no violation and no sideways scrolling: ${name.filter(Boolean).join(', ')}`, async () => {
      const { page, faults } = await editor.open(how);
      await STATES[state](page);
      assert.deepEqual(await violations(page), []);
      const found = await page.evaluate(() => {
        const controls = 'button, select, textarea, summary, .option, input:not([type="radio"])';
        const small = [...document.querySelectorAll(controls)]
          .filter((one) => one.checkVisibility() && !one.matches('[type="file"]'))
          .filter((one) => one.getBoundingClientRect().height < 44);
        return {
          small: small.map(({ outerHTML }) => outerHTML),
          sideways: document.documentElement.scrollWidth > window.innerWidth,
        };
      });
      assert.deepEqual(found, { small: [], sideways: false });
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('shows one of editing and preview on a phone, and both on a desktop', async () => {
    const { page } = await editor.open({ width: 360 });
    await STATES.preview(page);
    const visible = (selector) => page.$eval(selector, (one) => one.checkVisibility());
    assert.deepEqual([await visible('.edit-panel'), await visible('.stage')], [false, true]);
    await click(page, '.panels button:first-child');
    assert.deepEqual([await visible('.edit-panel'), await visible('.stage')], [true, false]);
    await page.setViewport({ width: 1280, height: 900 });
    assert.deepEqual([await visible('.edit-panel'), await visible('.stage')], [true, true]);
    await page.close();
  });

  it('does not hide what is focused behind its tools', async () => {
    const { page } = await editor.open({ width: 360 });
    await STATES.pasted(page);
    const covered = await page.evaluate(() => {
      const below = document.querySelector('.toolbar');
      const fields = [...document.querySelectorAll('.passage textarea')].reverse();
      return fields.filter((field) => {
        field.focus();
        return field.getBoundingClientRect().bottom < below.getBoundingClientRect().bottom + 24;
      }).length;
    });
    assert.equal(covered, 0);
    await page.close();
  });

  it('tells without JavaScript where to go on', async () => {
    const page = await editor.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${editor.url}editor.html`, { waitUntil: 'load' });
    const text = await page.$eval('body', ({ textContent }) => textContent);
    assert.match(text, /编辑资料需要启用 JavaScript/);
    await page.close();
  });
});
