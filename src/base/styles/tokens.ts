import { unsafeCSS } from 'lit';
import { TOKENS } from './token-values.js';

/*
 * Public tokens: each private name reads its public one first, so a page restyles the elements by setting
 * `--customs-…` on any ancestor. `light-dark()` follows the `color-scheme` of the page: an old page that never heard
 * of dark mode keeps light elements, whatever the visitor's system prefers. Browsers without it show the light
 * colours. Lengths are in px because old pages set the root size to anything from 10 to 100 px.
 */

const declare = (name: string, value: string): string =>
  `--_${name.replace('color-', '')}:var(--customs-${name},${value})`;

const plain = Object.entries(TOKENS).map(([name, [light]]) => declare(name, light));
const schemes = Object.entries(TOKENS).flatMap(([name, [light, dark]]) =>
  dark ? [declare(name, `light-dark(${light},${dark})`)] : [],
);

/** Chinese text in one font is drawn sooner than in two, the first of which has Latin letters only. */
const latin = `.frame:not(:lang(zh)){${declare('font-family', 'system-ui,sans-serif')}}`;

/** The rules that declare the tokens. Nothing but the constants of the project goes into them. */
export const tokens = unsafeCSS(
  `:host{${plain.join(';')}}` +
    `@supports (color:light-dark(#000,#fff)){:host{${schemes.join(';')}}}${latin}`,
);
