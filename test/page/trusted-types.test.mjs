/* Pages whose policy lists the Trusted Types policies that it allows. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown, STRICT } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const LIST = '<customs-duty-list agency="gacc"><p>原文</p></customs-duty-list>';
const CLASSIC = 'cdn/duty-list.classic.js';
const WITHOUT_TYPES = STRICT.replace(/; require-trusted-types-for.*/, '');
const PANEL = '>>> section[aria-labelledby=title]';

/** Opens a page with the doctor's panel, and returns the words there. */
async function examine(policy, files, lang) {
  const head = files.map((file) => script(file)).join('');
  const { page } = await site.open(document(head, LIST, lang), {
    policy,
    search: '?customs-debug',
  });
  await page.waitForSelector(PANEL);
  const text = await page.$eval(PANEL, (panel) => panel.textContent);
  return { page, text };
}

describe('a list of allowed policies', () => {
  for (const file of [CLASSIC, 'cdn/duty-list.js']) {
    it(`that lacks ours keeps nothing from showing while strings are allowed: ${file}`, async () => {
      const policy = `${WITHOUT_TYPES}; trusted-types dompurify`;
      const { page, text } = await examine(policy, [file], 'zh');
      const [list] = await shown(page, 'customs-duty-list');
      assert.ok(list.includes('（十三）'));
      assert.match(text, /发现 1 处.*提示.*trusted-types dompurify lit-html/);
      await page.close();
    });
  }

  for (const [listed, files, wanted] of [
    ['dompurify', [CLASSIC], 'trusted-types dompurify lit-html.'],
    ["'none'", ['cdn/duty-list.js'], 'trusted-types lit-html.'],
    [
      'lit-html',
      ['cdn/link-list.classic.js', CLASSIC],
      "trusted-types lit-html 'allow-duplicates'.",
    ],
  ]) {
    it(`${listed} for ${files.length} of our files leaves the content, and the doctor says what to write`, async () => {
      const { page, text } = await examine(`${STRICT}; trusted-types ${listed}`, files, 'en');
      assert.ok(text.includes(`Error The content security policy does not allow`), text);
      assert.ok(text.includes(`write ${wanted}`), text);
      assert.equal(await page.$eval('p', (words) => words.checkVisibility()), true);
      await page.close();
    });
  }

  it('is told for a comment box too, which has no state to show', async () => {
    const box =
      '<customs-comment-box endpoint="/comments" site="a" thread="a"></customs-comment-box>';
    const html = document(script('cdn/comment-box.js'), box);
    const { page } = await site.open(html, { policy: `${STRICT}; trusted-types 'none'` });
    const codes = await page.evaluate(async () =>
      (await window.CustomsWidgets.diagnose()).findings.map(({ code }) => code),
    );
    assert.deepEqual(codes, ['trusted-types', 'render']);
    await page.close();
  });

  it('that names ours is enough, also for two files with allow-duplicates', async () => {
    const head = script('cdn/link-list.classic.js') + script(CLASSIC);
    const policy = `${STRICT}; trusted-types lit-html 'allow-duplicates'`;
    const { page, faults } = await site.open(document(head, LIST), { policy });
    await shown(page, 'customs-duty-list');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('that is only reported is no finding', async () => {
    const body = document(script(CLASSIC), LIST);
    const name = 'content-security-policy-report-only';
    site.pages.set('/report.html', { body, headers: { [name]: 'trusted-types dompurify' } });
    const { page } = await site.visit(`${site.origin}/report.html`);
    await shown(page, 'customs-duty-list');
    const codes = await page.evaluate(async () =>
      (await window.CustomsWidgets.diagnose()).findings.map(({ code }) => code),
    );
    assert.deepEqual(codes, []);
    await page.close();
  });
});
