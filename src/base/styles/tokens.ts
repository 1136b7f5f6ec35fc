import { unsafeCSS } from 'lit';
import { TOKENS } from './token-values.js';

/*
 * Public tokens. Each private name reads its public one first, so a page can restyle the elements
 * with `--customs-…` on any ancestor. `light-dark()` follows the `color-scheme` of the page: an old
 * page without dark mode keeps light elements, whatever the visitor's system prefers. Browsers
 * without `light-dark()` show the light colours. Lengths are in px, because old pages set the root
 * font size to anything from 10 to 100 px.
 */

const declare = (name: string, value: string): string =>
  `--_${name.replace('color-', '')}:var(--customs-${name},${value})`;

const plain = Object.entries(TOKENS).map(([name, [light]]) => declare(name, light));
const schemes = Object.entries(TOKENS).flatMap(([name, [light, dark]]) =>
  dark ? [declare(name, `light-dark(${light},${dark})`)] : [],
);

/** Browsers render Chinese text faster in one font than in two of which the first is only Latin. */
const latin = `.frame:not(:lang(zh)){${declare('font-family', 'system-ui,sans-serif')}}`;

/** Rules that declare the tokens. They are built from constants of the project only. */
export const tokens = unsafeCSS(
  `:host{${plain.join(';')}}` +
    `@supports (color:light-dark(#000,#fff)){:host{${schemes.join(';')}}}${latin}`,
);
