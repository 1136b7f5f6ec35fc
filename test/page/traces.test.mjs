/* What a script file leaves on a page, and takes from it, beside its elements. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { document, openSite, script, shown } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const LIST = '<customs-duty-list agency="gacc"></customs-duty-list>';

/** Runs before the page: notes what is on `window` and `Symbol`. */
const note = () => {
  const names = () => [...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)];
  const known = new Set(names());
  window.added = () =>
    names()
      .filter((name) => !known.has(name))
      .map(String)
      // The test's own.
      .filter((name) => !/^(added|violations|.*ariaQuerySelector.*)$/.test(name));
};

describe('the globals of a page', () => {
  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js', 'comment-count.js']) {
    it(`get CustomsWidgets and symbols under our name from ${file}, and nothing of Lit`, async () => {
      const { page } = await site.open(document(script(`cdn/${file}`), LIST), { prepare: note });
      if (file !== 'comment-count.js') await shown(page, 'customs-duty-list');
      const added = await page.evaluate(() => window.added());
      assert.ok(added.includes('CustomsWidgets'));
      assert.deepEqual(
        added.filter((name) => !/^(CustomsWidgets|Symbol\(customs-widgets\/.*)$/.test(name)),
        [],
      );
      await page.close();
    });
  }
});

describe('a page with a frozen Symbol', () => {
  for (const file of ['customs-widgets.js', 'customs-widgets.classic.js']) {
    it(`shows everything from ${file}`, async () => {
      const freeze = '<script>Object.freeze(Symbol)</script>';
      const { page, faults } = await site.open(document(freeze + script(`cdn/${file}`), LIST), {
        policy: '',
      });
      const [text] = await shown(page, 'customs-duty-list');
      assert.ok(text.includes('（十三）'));
      assert.deepEqual(faults, []);
      await page.close();
    });
  }
});

describe('an application with its own Lit', () => {
  it('patches its own elements for server rendering and old browsers, and none of ours', async () => {
    const patches = `<script>
      window.patched = [];
      for (const name of ['litElementHydrateSupport', 'litElementPolyfillSupport', 'reactiveElementPolyfillSupport', 'litHtmlPolyfillSupport'])
        window[name] = () => window.patched.push(name);
    </script>`;
    const head = patches + script('cdn/duty-list.classic.js');
    const { page, faults } = await site.open(document(head, LIST), { policy: '' });
    await shown(page, 'customs-duty-list');
    assert.deepEqual(await page.evaluate(() => window.patched), []);
    assert.deepEqual(faults, []);
    await page.close();
  });
});
