/* Strings that run code, as comments, names, notices, reasons and receipts in the comment box of a page without a policy. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script } from '../../page/site.mjs';
import { joined, STRINGS } from './collections.mjs';
import { watch } from './trap.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Runs in the page: an engine in which every text is one of the strings. */
function addBox(strings, all) {
  const at = '2026-11-01T00:00:00Z';
  const comment = (text, index, more = {}) => ({
    id: `${index} ${text}`,
    parentId: null,
    kind: 'comment',
    status: index % 5 ? 'published' : text,
    body: text,
    lang: index % 2 ? text : 'zh-Hans',
    authorName: text,
    createdAt: index % 7 ? at : text,
    replyCount: 1,
    replies: [],
    ...more,
  });
  const items = strings.map((text, index) =>
    comment(text, index, { replies: [comment(text, -index, { kind: 'official-reply' })] }),
  );
  const notice = {
    handler: all,
    purpose: all,
    means: all,
    kinds: all,
    retention: all,
    rights: all,
  };
  const receipt = { token: all, id: all, status: all, createdAt: all };
  const box = window.document.createElement('customs-comment-box');
  box.lang = 'zh-Hans';
  box.thread = all;
  box.provider = {
    capabilities: async () => ({
      open: true,
      moderation: all,
      contact: 'optional',
      identity: 'off',
      captcha: [],
      consent: { version: all, notice: { 'zh-Hans': notice } },
      limits: { body: 100_000, authorName: 100_000, contact: 100_000, pageSize: 50 },
      reportReasons: [all],
    }),
    list: async () => ({ items, nextCursor: all, total: strings.length }),
    submit: async () => receipt,
    status: async () => ({
      ...receipt,
      updatedAt: all,
      reason: { code: all, note: all },
      replies: items.slice(0, 50),
    }),
    withdraw: async () => undefined,
    report: async () => undefined,
  };
  window.document.querySelector('main').append(box);
}

describe('strings that run code, as comments', () => {
  it('are words wherever the box shows them, from the list to the receipt', async () => {
    site.pages.set('/box.html', { body: document(script('/cdn/comment-box.js'), '<main></main>') });
    const page = await site.browser.newPage();
    page.setDefaultTimeout(30_000);
    const found = await watch(
      page,
      (url) => url.startsWith(site.origin) || url.startsWith('data:'),
    );
    await page.goto(`${site.origin}/box.html`);
    await page.waitForFunction(() => customElements.get('customs-comment-box'));
    const [all] = joined(1);
    await page.evaluate(addBox, STRINGS, all);
    const box = (selector) => `customs-comment-box >>> ${selector}`;
    await page.waitForSelector(box('#body'));
    await page.waitForSelector(box('[part~=comment]'));

    for (const name of ['body', 'authorName', 'contact']) {
      await page.$eval(
        box(`#${name}`),
        (field, text) => {
          field.value = text;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        },
        all,
      );
    }
    await page.$eval(box('[part=reply]'), (button) => button.click());
    await page.$eval(box('[part=report]'), (button) => button.click());
    await page.waitForSelector(box('[part=report-panel]'));
    await page.$eval(box('#consent'), (field) => field.click());
    await page.$eval(box('[part=submit]'), (button) => button.click());
    await page.waitForSelector(box('[part=outcome]'));
    await page.$eval(box('[part=receipts]'), (details) => (details.open = true));
    await page.waitForSelector(box('#receipt'));
    await page.$eval(
      box('#receipt'),
      (field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      },
      all,
    );
    await page.$eval(box('[part=look-up]'), (button) => button.click());
    await page.waitForSelector(box('[part=receipt]'));

    assert.deepEqual(await found('customs-comment-box'), []);
    const shown = await page.$eval(
      'customs-comment-box',
      ({ shadowRoot }) => shadowRoot.textContent,
    );
    assert.deepEqual(
      STRINGS.filter((text) => !shown.includes(text)),
      [],
      'each is shown as it is',
    );
    await page.close();
  });
});
