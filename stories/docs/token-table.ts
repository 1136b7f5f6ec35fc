import { valueOf } from '../../src/tokens/design-tokens.mjs';
import { CONTRASTS, contrast } from '../foundations/contrast.mjs';
import { allTokens, DEFAULTS, THEME_NAMES } from '../foundations/themes.js';

/** Finds the values of a token on light and on dark pages. */
export const schemesOf = ({
  name,
}: {
  readonly name: string;
}): Record<'light' | 'dark', string> => ({
  light: valueOf(DEFAULTS, name, 'light'),
  dark: valueOf(DEFAULTS, name, 'dark'),
});

/** Contrast of each pair of colours in each theme: the lower one of light and dark pages. */
export const contrastRows = CONTRASTS.map(({ front, back, least }) => ({
  pair: `${front} on ${back}`,
  least,
  ratios: THEME_NAMES.map((theme) => {
    const tokens = allTokens(theme);
    const ratios = (['light', 'dark'] as const).map((scheme) =>
      contrast(valueOf(tokens, `color-${front}`, scheme), valueOf(tokens, `color-${back}`, scheme)),
    );
    // Rounded down, so no figure looks better than it is.
    return (Math.floor(Math.min(...ratios) * 100) / 100).toFixed(2);
  }),
}));
