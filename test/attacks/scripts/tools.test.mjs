/* Strings that run code, in what the builder writes and in what is pasted into the editor. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openEditor, paste } from '../../stories/editor/editor.mjs';
import { htmlOf, openSite, pageFor, snippetFor } from '../../stories/builder/pasting.mjs';
import { AGENCIES, joined, STRINGS } from './collections.mjs';
import { setTrap, watch } from './trap.mjs';

const [, whole] = AGENCIES;
const [text] = joined(12);

describe('strings that run code, in the builder', () => {
  let site;
  before(async () => (site = await openSite()));
  after(() => site.close());

  it('are words in every kind of snippet, and in a whole page', async () => {
    const json = JSON.stringify(whole);
    const own = { data: 'json', json };
    const service = { endpoint: '/c', site: 'agency', thread: text };
    const forms = ['script', 'placeholder', 'server', 'html'];
    const html = [
      ...forms.map((form) => htmlOf(snippetFor({ ...own, widget: 'duty-list', form }, whole))),
      ...forms.map((form) =>
        htmlOf(snippetFor({ widget: 'comment-box', form, attributes: service })),
      ),
      pageFor({ ...own, title: text, description: text, place: 'inside' }, whole).files.find(
        ({ kind }) => kind === 'html',
      ).code,
    ];
    assert.ok(html.every(Boolean), 'each is written');
    for (const code of html) {
      const page = await site.browser.newPage();
      const found = await watch(page, (url) => url.startsWith(site.url) || url.startsWith('data:'));
      await page.goto(site.publish(code, "default-src * 'unsafe-inline' 'unsafe-eval' data:"));
      const ours = /^<(script[^>]*src="|meta |link |base |style)|^asked for/;
      assert.deepEqual(
        (await found()).filter((one) => !ours.test(one)),
        [],
        code.slice(0, 200),
      );
      await page.close();
    }
  });
});

describe('strings that run code, in the editor', () => {
  let editor;
  before(async () => (editor = await openEditor()));
  after(() => editor.close());

  it('are words when they are pasted as text, and when they are pasted as markup', async () => {
    for (const markup of ['', STRINGS.join('\n')]) {
      const { page } = await editor.open({ prepare: setTrap });
      // Without its policy, so that anything that could run would.
      await page.setBypassCSP(true);
      await page.reload();
      await page.waitForSelector('#paste');
      await paste(page, STRINGS.join('\n'), { markup });
      await page.waitForSelector('#review');
      assert.deepEqual(await page.evaluate(() => window.sprung), []);
      const handlers = await page.evaluate(() =>
        window
          .activeIn(document.querySelector('#review'))
          .filter((one) => !one.startsWith('<form')),
      );
      assert.deepEqual(handlers, []);
      await page.close();
    }
  });
});
