import { readTheme } from '../../src/tokens/design-tokens.mjs';

/** A design token as CSS. `dark` is present if dark pages have another value. */
export interface Token {
  /** Path of the token: `color-accent`. */
  readonly name: string;
  readonly type: string;
  readonly description?: string | undefined;
  readonly light: string;
  readonly dark?: string | undefined;
}

const FILES = import.meta.glob<object>('../../src/tokens/*.tokens.json', {
  eager: true,
  import: 'default',
});
const fileOf = (name: string): object | undefined => FILES[`../../src/tokens/${name}.tokens.json`];

/** Names of all themes, the default first. */
export const THEME_NAMES: readonly string[] = Object.keys(FILES)
  .map((path) => path.replace(/^.*\/(.+)\.tokens\.json$/, '$1'))
  .filter((name) => !name.endsWith('.dark'))
  .sort((one, other) => Number(other === 'default') - Number(one === 'default'));

/** Reads the tokens that a theme changes. The default contains all of them. */
export const tokensOf = (theme: string): readonly Token[] =>
  readTheme(fileOf(theme) ?? {}, fileOf(`${theme}.dark`) ?? {}, theme);

/** Every token with its default value. */
export const DEFAULTS = tokensOf('default');

/** Lists all tokens, with the values of a theme where it has any. */
export function allTokens(theme: string): readonly Token[] {
  const own = new Map(tokensOf(theme).map((token) => [token.name, token]));
  return DEFAULTS.map((token) => {
    const changed = own.get(token.name);
    return changed ? { ...token, light: changed.light, dark: changed.dark } : token;
  });
}

export type Scheme = 'light' | 'dark';
