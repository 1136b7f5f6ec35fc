/* Chinese punctuation in JSON. An input method writes it, and it is hard to see. */
import { signFor } from '../../src/agency/parse/json-fault.js';

/** Returns what JSON needs instead of a character; `undefined` if the character is no such mark. */
export const wantedFor = (character: string): string | undefined =>
  character === '\u3000' ? ' ' : signFor(character);

/** True if what follows a quotation mark can follow a string. */
const ends = (rest: string): boolean => /^[\s\u3000]*([,:\]}，：、；】］｝]|$)/.test(rest);

/** True if what follows a comma ends a list or an object. */
const LAST = /^[\s\u3000]*[}\]｝］】]/;

const isQuote = (character: string): boolean => wantedFor(character) === '"';

/** Finds the closing mark of a string, on its line: one that what follows a string can follow. */
function closing(text: string, start: number, closes: (character: string) => boolean): number {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (closes(text.charAt(at)) && ends(text.slice(at + 1))) return at;
  }
  return -1;
}

const straight = (content: string): string => `"${content.replace(/\\?"/g, '\\"')}"`;

/**
 * Replaces Chinese punctuation outside of strings, and around them, and leaves out commas that nothing
 * follows. What strings say stays.
 */
export function withAsciiPunctuation(text: string): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character !== '"' && !isQuote(character)) {
      const wanted = wantedFor(character) ?? character;
      if (wanted !== ',' || !LAST.test(text.slice(at + 1))) result += wanted;
      at += 1;
      continue;
    }
    const plain = character === '"' ? closing(text, at, (one) => one === '"') : -1;
    const end = plain < 0 ? closing(text, at, (one) => one === '"' || isQuote(one)) : plain;
    if (plain >= 0) result += text.slice(at, end + 1);
    else
      result += end < 0 ? (wantedFor(character) ?? character) : straight(text.slice(at + 1, end));
    at = end < 0 ? at + 1 : end + 1;
  }
  return result;
}

/**
 * Finds the Chinese mark that breaks JSON at an offset: there, or at the end of a string that begins
 * there with a straight one.
 */
export function markAt(text: string, offset: number): number | undefined {
  if (wantedFor(text.charAt(offset)) !== undefined) return offset;
  if (text.charAt(offset) !== '"') return undefined;
  const end = closing(text, offset, isQuote);
  return end < 0 ? undefined : end;
}
