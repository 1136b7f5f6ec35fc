import { unsafeCSS } from 'lit';

/* The colours of the tokens, each written once, for browsers with and without `light-dark()`. */

/** Name → light and dark. Text on each surface keeps a contrast of at least 4.5:1, which a test computes. */
const COLORS = {
  accent: ['#0b4f8a', '#8fc5ff'],
  'on-accent': ['#fff', '#06223d'],
  surface: ['#fff', '#121922'],
  soft: ['#f2f6fa', '#1b2531'],
  text: ['#17212d', '#e9eef4'],
  muted: ['#55616f', '#a8b4c2'],
  border: ['#d3dbe4', '#344252'],
  danger: ['#b3261e', '#ffb4ab'],
  highlight: ['#ffe9a8', '#5c4a00'],
} as const;

const declarations = (valueOf: (light: string, dark: string) => string): string =>
  Object.entries(COLORS)
    .map(
      ([name, [light, dark]]) => `--_${name}:var(--customs-color-${name},${valueOf(light, dark)})`,
    )
    .join(';');

/** The rules that declare the colours. Nothing but the constants above goes into them. */
export const palette = unsafeCSS(
  `:host{${declarations((light) => light)}}` +
    `@supports (color:light-dark(#000,#fff)){:host{${declarations((light, dark) => `light-dark(${light},${dark})`)}}}`,
);
