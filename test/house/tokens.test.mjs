/* Design tokens: each is defined, used and described, and the colours of every theme have enough contrast. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { themeNames, tokensOf } from '../../.tools/tokens.mjs';
import { valueOf } from '../../src/tokens/design-tokens.mjs';
import { CONTRASTS, contrast } from '../../stories/foundations/contrast.mjs';
import { widgets } from './sources.mjs';

const styles = [...widgets]
  .filter(([file]) => /(styles|frame|states|tokens|modes|controls)\.ts$/.test(file))
  .map(([, text]) => text)
  .join('\n');
const tokens = tokensOf('default');
const privateName = (name) => `--_${name.replace('color-', '')}`;
const namesIn = (pattern) => new Set([...styles.matchAll(pattern)].map(([, name]) => name));

describe('design tokens', () => {
  it('are all defined and all used', () => {
    const used = namesIn(/var\(\s*(--_[a-z-]+)/g);
    const defined = new Set([
      ...tokens.map(({ name }) => privateName(name)),
      ...namesIn(/(--_[a-z-]+):/g),
    ]);
    const missing = (from, other) => [...from].filter((name) => !other.has(name));
    assert.deepEqual(missing(used, defined), [], 'used, not defined');
    assert.deepEqual(missing(defined, used), [], 'defined, not used');
  });

  it('are read by their public names in one place alone', () => {
    assert.deepEqual([...namesIn(/var\(\s*(--customs-[a-z-]+)/g)], []);
  });

  it('have a description each', () => {
    for (const { name, description } of tokens) assert.ok(description, name);
  });
});

for (const theme of ['default', ...themeNames()]) {
  describe(`the theme "${theme}"`, () => {
    const own = tokensOf(theme);

    it('has tokens that there are', () => {
      const known = tokens.map(({ name }) => name);
      assert.deepEqual(
        own.map(({ name }) => name).filter((name) => !known.includes(name)),
        [],
      );
    });

    it('keeps the contrast that WCAG 2.2 asks for, light and dark', () => {
      for (const scheme of ['light', 'dark']) {
        const colorOf = (name) => valueOf(own, name, scheme);
        for (const { front, back, least } of CONTRASTS) {
          const ratio = contrast(colorOf(`color-${front}`), colorOf(`color-${back}`));
          const text = `${scheme}: ${front} on ${back}: ${ratio.toFixed(2)} is under ${least}`;
          assert.ok(ratio >= least, text);
        }
      }
    });
  });
}
