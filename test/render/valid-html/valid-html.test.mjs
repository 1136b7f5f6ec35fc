/* What is rendered is valid HTML, as html-validate reads the standard: each element in each format and language. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../../.tools/project.mjs';
import { installJudge } from './install.mjs';

const { attributesOf, builtInAgency, needsData, render } =
  await import('../../../dist/render/server.js');

/** Attributes that show more than an element does by itself, or that comments need. */
const ATTRIBUTES = {
  filter: true,
  'external-notice': true,
  qr: 'site',
  endpoint: '/comments',
  site: 'customs',
  thread: 'guide-7',
};

/** Ways to render: where the styles come from, and what stands inside the element. */
const WAYS = {
  'the element': {},
  'the element, with style sheets and plain HTML inside': { styles: '/cdn/', fallback: 'plain' },
  'plain HTML': { format: 'html' },
  'plain HTML with its style sheet': { format: 'html', styles: '/cdn/' },
};

let validator;
before(() => {
  installJudge();
  const { HtmlValidate } = createRequire(import.meta.url)('html-validate');
  validator = new HtmlValidate({ extends: ['html-validate:standard'] });
});

/** Lists what is wrong with a body. Some rules are about whole pages, so it stands in one. */
function faultsOf(body) {
  const page = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>页面</title></head><body><h1>页面</h1>${body}</body></html>`;
  const { results } = validator.validateStringSync(page);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, column }) =>
        `${ruleId}: ${message}: ${page.slice(column - 40, column + 60)}`,
    ),
  );
}

describe('The judge', () => {
  it('finds styles in a body', () => {
    assert.match(faultsOf('<style>p{}</style>').join(), /^element-permitted-content/);
  });

  it('looks into shadow roots', () => {
    const inside = '<template shadowrootmode="open"><ul><p>text</p></ul></template>';
    assert.match(faultsOf(`<customs-a>${inside}</customs-a>`).join(), /^element-permitted-/);
  });
});

for (const [way, options] of Object.entries(WAYS)) {
  describe(`Rendered as ${way}`, () => {
    for (const name of ELEMENT_NAMES) {
      it(`the ${name} is valid`, () => {
        for (const lang of ['zh-Hans', 'en']) {
          const known = attributesOf(name).filter((attribute) => attribute in ATTRIBUTES);
          const html = render(name, {
            ...options,
            lang,
            data: needsData(name) ? builtInAgency('gacc', lang) : undefined,
            attributes: Object.fromEntries(known.map((one) => [one, ATTRIBUTES[one]])),
            page: 'https://agency.example/page',
          });
          assert.ok(html.length > 50);
          assert.deepEqual(faultsOf(html), []);
        }
      });
    }
  });
}
