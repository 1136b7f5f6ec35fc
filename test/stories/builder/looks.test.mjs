/* The page of the builder in every look, and at every width. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openBuilder } from './builder.mjs';
import { visibleText } from './pasting.mjs';

let builder;
before(async () => (builder = await openBuilder()));
after(() => builder.close());

const axe = readFileSync(
  new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

describe('the page of the builder', () => {
  const CASES = [320, 1280].flatMap((width) => [
    { width, query: '' },
    { width, query: '?page=en&widget=comment-box&form=server' },
    { width, query: '?data=json&form=npm', dark: true },
    { width, query: '?page=en&widget=profile-card&form=html', dark: true },
    { width, query: '?widget=link-list&form=frame', forced: true },
    { width, query: '?make=page&brand=%23ffd700&data=json' },
    { width, query: '?make=page&page=en&form=html&brand=%23a61b29', dark: true },
    { width, query: '?make=page&form=placeholder&data=editor' },
  ]);
  for (const { query, ...how } of CASES) {
    const name = [how.width, query || 'fresh', how.dark && 'dark', how.forced && 'forced colours'];
    it(`has no violation and no sideways scrolling: ${name.filter(Boolean).join(', ')}`, async () => {
      const { page, faults } = await builder.open(query, how);
      const empty = /data=(json|editor)/.test(query);
      await page.waitForFunction(
        (none) => none || document.querySelector('.screen > *')?.shadowRoot?.querySelector('h2'),
        {},
        empty,
      );
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        const small = [
          ...document.querySelectorAll('button, select, summary, .option, input, textarea'),
        ]
          .filter(
            (one) =>
              !one.closest('.screen') &&
              !one.matches('[type="radio"], [type="checkbox"], [type="file"]'),
          )
          .filter((one) => one.getBoundingClientRect().height < 44);
        return {
          violations: violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target}`),
          ),
          small: small.map(({ outerHTML }) => outerHTML),
          sideways: document.documentElement.scrollWidth > window.innerWidth,
        };
      });
      assert.deepEqual(found, { violations: [], small: [], sideways: false });
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('tells without JavaScript where to go on', async () => {
    const page = await builder.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${builder.url}builder.html`, { waitUntil: 'load' });
    assert.match(await visibleText(page), /生成代码需要启用JavaScript/);
    await page.close();
  });

  it('is linked from the demo', async () => {
    const page = await builder.browser.newPage();
    await page.goto(builder.url, { waitUntil: 'domcontentloaded' });
    assert.equal(await page.$$eval('a[href="builder.html"]', ({ length }) => length), 1);
    await page.close();
  });
});
