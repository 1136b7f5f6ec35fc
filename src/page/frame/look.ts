import { TOKENS } from '../../base/styles/token-values.js';

/*
 * The look of a frame: its address may set the public tokens, as `color-accent=%23c00`, `radius=0`
 * or `text-scale=1.25`. Anybody can write such an address, so a value can only be a colour or a
 * number: nothing that loads a file, takes another value, or ends the declaration.
 */

/** Functions that make a colour from numbers and other colours. */
const FUNCTIONS = /^(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color(-mix)?|light-dark)$/i;

function readColour(value: string): string | undefined {
  const isPlain = /^[#\w\s.,%/()+-]+$/.test(value);
  const called = [...value.matchAll(/([\w-]*)\(/g)].map(([, name]) => name!);
  const isColour = isPlain && called.every((name) => FUNCTIONS.test(name));
  return isColour && CSS.supports('color', value) ? value : undefined;
}

/** Least and greatest number: px of a length, and times of the text. */
const LENGTH = [0, 100] as const;
const FACTOR = [0.5, 4] as const;

function readNumber(value: string, [least, most]: readonly [number, number]): number | undefined {
  const number = /^\d{1,3}(\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/** Reads the value of a token; `undefined` if the token cannot have it. */
function readToken(name: string, value: string): string | undefined {
  if (name.startsWith('color-')) return readColour(value);
  const isLength = TOKENS[name]![0].endsWith('px');
  const number = readNumber(value.replace(isLength ? /px$/ : '', ''), isLength ? LENGTH : FACTOR);
  return number === undefined ? undefined : `${number}${isLength ? 'px' : ''}`;
}

/** Tokens that an address may set: the colours and the numbers, not the font. */
export const LOOK: readonly string[] = Object.entries(TOKENS)
  .filter(([name, [preset]]) => name.startsWith('color-') || /^[\d.]+(px)?$/.test(preset))
  .map(([name]) => name);

/**
 * Sets a token.
 *
 * @returns false if the token cannot have this value
 */
export function setLook(name: string, value: string): boolean {
  const accepted = readToken(name, value.trim());
  if (accepted === undefined) return false;
  document.documentElement.style.setProperty(`--customs-${name}`, accepted);
  return true;
}
