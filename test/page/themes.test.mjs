/*
 * Themes of the package: style sheets with custom properties only, on a page with a strict policy.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { valueOf } from '../../src/tokens/design-tokens.mjs';
import { themeNames, tokensOf } from '../../.tools/tokens.mjs';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { document, openSite, script, shown } from './site.mjs';

const axe = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);
const TAGS = AGENCY_ELEMENTS.map((name) => `customs-${name}`);
const BODY = TAGS.map((tag) => `<${tag}></${tag}>`).join('');

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Runs in the page: reads the computed look of each element. */
const looks = (page) =>
  page.evaluate(
    (tags) =>
      tags.map((tag) => {
        const { shadowRoot } = window.document.querySelector(tag);
        const { color, backgroundColor, borderRadius } = getComputedStyle(
          shadowRoot.querySelector('.frame'),
        );
        return { color, backgroundColor, borderRadius };
      }),
    TAGS,
  );

const rgb = (hex) => {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  return `rgb(${[1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16)).join(', ')})`;
};

describe('a theme', () => {
  for (const name of themeNames()) {
    for (const scheme of ['light', 'dark']) {
      it(`${name} dresses every element, with contrast, on a ${scheme} page`, async () => {
        const head = `<meta name="color-scheme" content="${scheme}"><link rel="stylesheet" href="/cdn/themes/${name}.css">`;
        const { page, faults } = await site.open(
          document(head, BODY + script('/cdn/customs-widgets.js')),
        );
        await shown(page, ...TAGS);
        assert.deepEqual(faults, []);
        const tokens = tokensOf(name);
        for (const look of await looks(page)) {
          assert.equal(look.color, rgb(valueOf(tokens, 'color-text', scheme)));
          assert.equal(look.backgroundColor, rgb(valueOf(tokens, 'color-surface', scheme)));
          assert.equal(look.borderRadius, valueOf(tokens, 'radius', scheme));
        }
        // The test injects axe, so the policy of the page does not apply to it.
        await page.evaluate(axe);
        const violations = await page.evaluate(async (tags) => {
          const { violations: found } = await window.axe.run(tags, {
            runOnly: ['color-contrast'],
          });
          return found.flatMap(({ nodes }) => nodes.map(({ failureSummary }) => failureSummary));
        }, TAGS);
        assert.deepEqual(violations, []);
        await page.close();
      });
    }
  }

  it('is custom properties alone', () => {
    for (const name of themeNames()) {
      const rules = site
        .file(`cdn/themes/${name}.css`)
        .replace(/\/\*.*?\*\//gs, '')
        .match(/[\w-]+(?=: )/g)
        .filter((property) => property !== 'color');
      assert.ok(rules.length > 5, name);
      for (const property of rules) assert.match(property, /^--customs-/);
    }
  });
});
