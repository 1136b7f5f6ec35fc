/* The colour of an office: what follows from it, and if it can be read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast } from '../../../stories/foundations/contrast.mjs';
import { brandChecks, brandColours, brandCss, readableShade, readColour } from './sources.mjs';
import { htmlOf, pageFor, snippetFor } from './pasting.mjs';

/** Surfaces of the library, as src/tokens has them. */
const SURFACES = { light: ['#ffffff', '#f2f6fa'], dark: ['#121922', '#1b2531'] };

describe('the colour of an office', () => {
  it('is read as people write it, and nothing else is', () => {
    assert.equal(readColour(' A61B29'), '#a61b29');
    assert.equal(readColour('＃abc'), '#aabbcc');
    for (const text of ['', 'red', '#12', '#12345g', '#fff;}', 'url(x)']) {
      assert.equal(readColour(text), '', text);
      assert.equal(brandCss(text), '');
    }
  });

  it('gives colours that can be read on light and dark pages, once its own shade passes', () => {
    for (const brand of ['#a61b29', '#ffd700', '#00a0e9', '#ffffff', '#000000', '#7f7f7f']) {
      const shade = readableShade(brand, 'light');
      assert.ok(
        brandChecks(shade).every(({ passes }) => passes),
        brand,
      );
      const colours = brandColours(shade);
      for (const [scheme, surfaces] of Object.entries(SURFACES)) {
        for (const surface of surfaces) {
          assert.ok(contrast(colours[scheme].accent, surface) >= 4.5, `${brand} ${scheme}`);
          assert.ok(contrast(colours[scheme].focus, surface) >= 3, `${brand} ${scheme}`);
        }
        assert.ok(contrast(colours[scheme]['on-accent'], colours[scheme].accent) >= 4.5, brand);
      }
    }
  });

  it('stays as it is on light pages, and is called too light by its ratio', () => {
    assert.equal(brandColours('#a61b29').light.accent, '#a61b29');
    const [accent] = brandChecks('#ffd700');
    assert.deepEqual([accent.scheme, accent.pair, accent.passes], ['light', 'accent', false]);
    assert.ok(Math.abs(accent.ratio - contrast('#ffd700', '#f2f6fa')) < 0.001);
  });

  it('is offered the nearest shade that passes, and none that is darker', () => {
    const shade = readableShade('#ffd700', 'light');
    const ratio = contrast(shade, '#f2f6fa');
    assert.ok(ratio >= 4.5 && ratio < 4.8, String(ratio));
    assert.equal(readableShade('#a61b29', 'light'), '#a61b29');
  });

  it('is a style rule beside a snippet, and in the style sheet of a whole page', () => {
    const { parts } = snippetFor({ brand: '#a61b29' });
    const { kind, code } = parts.find(({ label }) => label === 'theme');
    assert.equal(kind, 'css');
    assert.match(code, /^:root \{\n {2}--customs-color-accent: #a61b29;/);
    assert.match(code, /@supports[^]+--customs-color-accent: light-dark\(#a61b29, #[\da-f]{6}\)/);
    const { files } = pageFor({ brand: '#a61b29' });
    assert.ok(files.find(({ name }) => name === 'customs-theme.css').code.includes(code));
    assert.doesNotMatch(htmlOf(snippetFor({ brand: '#a61b29' })), /style=/);
  });
});
