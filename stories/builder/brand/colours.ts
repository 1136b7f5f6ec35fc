/* The colours that follow from the one colour of an office, and if they can be read. */
import { TOKENS } from '../../../src/base/styles/token-values.js';
import { contrast } from '../../foundations/contrast.mjs';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Tokens that take the colour of the office. */
const TAKEN = ['accent', 'on-accent', 'focus'] as const;
type Taken = (typeof TAKEN)[number];

/** Colours of one scheme. */
export type Colours = Readonly<Record<Taken, string>>;

/** Least contrast: of text, and of lines. */
const TEXT = 4.5;
/** Words on buttons are short and thin, so dark ones get more where it costs nothing. */
const BUTTON = 7;
const LINE = 3;

const valueOf = (token: string, scheme: Scheme): string => {
  const [light, dark] = TOKENS[`color-${token}`] ?? ['#000'];
  return scheme === 'dark' ? (dark ?? light) : light;
};

/** Backgrounds that coloured text stands on. */
const backs = (scheme: Scheme): readonly string[] =>
  ['surface', 'soft'].map((token) => valueOf(token, scheme));

const least = (colour: string, others: readonly string[]): number =>
  Math.min(...others.map((other) => contrast(colour, other)));

/** Reads a colour as people write it. Returns `#rrggbb`, or an empty text if it is none. */
export function readColour(text: string): string {
  const [, digits = ''] = /^[#＃]?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? [];
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return full && `#${full.toLowerCase()}`;
}

/** Mixes a colour with another: 0 keeps it, 1 is the other. */
function mix(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one = 0, two = 0] = [colour, other].map((hex) => parseInt(hex.slice(at, at + 2), 16));
    return Math.round(one + (two - one) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Finds the nearest shade on the way to black or white that passes. */
function nearest(colour: string, end: string, passes: (shade: string) => boolean): string {
  for (let percent = 0; percent < 100; percent += 1) {
    const shade = mix(colour, end, percent / 100);
    if (passes(shade)) return shade;
  }
  return end;
}

const END: Readonly<Record<Scheme, string>> = { light: '#000000', dark: '#ffffff' };

/** Finds the nearest shade of a colour that can be read as text in a scheme. */
export const readableShade = (colour: string, scheme: Scheme): string =>
  nearest(colour, END[scheme], (shade) => least(shade, backs(scheme)) >= TEXT);

function coloursOf(accent: string, scheme: Scheme): Colours {
  const isDeep = contrast(accent, '#ffffff') >= TEXT;
  return {
    accent,
    'on-accent': isDeep
      ? '#ffffff'
      : nearest(accent, '#000000', (shade) => contrast(shade, accent) >= BUTTON),
    focus: nearest(accent, END[scheme], (shade) => least(shade, backs(scheme)) >= LINE),
  };
}

/** Makes the colours of both schemes. The office's own colour stays as it is in the light one. */
export const brandColours = (brand: string): Readonly<Record<Scheme, Colours>> => ({
  light: coloursOf(brand, 'light'),
  dark: coloursOf(readableShade(brand, 'dark'), 'dark'),
});

/** The contrast of one pair of colours. */
export interface Check {
  readonly scheme: Scheme;
  readonly pair: Taken;
  readonly ratio: number;
  readonly least: number;
  readonly passes: boolean;
}

/** Compares the colours with what is behind them. */
export function brandChecks(brand: string): readonly Check[] {
  const colours = brandColours(brand);
  return SCHEMES.flatMap((scheme) =>
    TAKEN.map((pair) => {
      const wanted = pair === 'focus' ? LINE : TEXT;
      const behind = pair === 'on-accent' ? [colours[scheme].accent] : backs(scheme);
      const ratio = least(colours[scheme][pair], behind);
      return { scheme, pair, ratio, least: wanted, passes: ratio >= wanted };
    }),
  );
}

/** Names the custom properties that hold the colours: property → value. */
export function brandProperties(brand: string): readonly (readonly [string, string])[] {
  const colour = readColour(brand);
  if (!colour) return [];
  const { light, dark } = brandColours(colour);
  return TAKEN.map((token) => [
    `--customs-color-${token}`,
    `light-dark(${light[token]}, ${dark[token]})`,
  ]);
}

/** Colours for the address of a frame, which has one scheme: parameter → value. */
export function brandParameters(
  brand: string,
  scheme: Scheme,
): readonly (readonly [string, string])[] {
  const colour = readColour(brand);
  if (!colour) return [];
  const colours = brandColours(colour)[scheme];
  return TAKEN.map((token) => [`color-${token}`, colours[token]]);
}

/** Writes the style rule with the colours; an empty text without a colour. */
export function brandCss(brand: string): string {
  const colour = readColour(brand);
  if (!colour) return '';
  const { light } = brandColours(colour);
  const rule = (lines: readonly string[], by: string): string =>
    `${by}:root {\n${lines.map((line) => `${by}  ${line};\n`).join('')}${by}}`;
  const plain = TAKEN.map((token) => `--customs-color-${token}: ${light[token]}`);
  const both = brandProperties(colour).map(([name, value]) => `${name}: ${value}`);
  return `${rule(plain, '')}\n@supports (color: light-dark(#000, #fff)) {\n${rule(both, '  ')}\n}`;
}
