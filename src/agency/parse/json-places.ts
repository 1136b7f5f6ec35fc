import { segment } from './validate.js';

const TOKEN =
  /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|([{}[\],:]))/y;
const BLANKS = /[ \t\r\n]*/y;

/** A piece of JSON. `kind` is a bracket, comma or colon itself. */
interface Token {
  readonly start: number;
  readonly text: string;
  readonly kind: string;
}

/** Thrown where a text stops being JSON. Browsers report that place in different ways, or not. */
export class NoJson extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('No JSON');
    this.offset = offset;
  }
}

/** Reads one token after another. */
class Tokens {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the next token. */
  get place(): number {
    BLANKS.lastIndex = this.#offset;
    return BLANKS.exec(this.#text)![0].length + this.#offset;
  }

  next(): Token {
    TOKEN.lastIndex = this.#offset;
    const start = this.place;
    const match = TOKEN.exec(this.#text);
    if (!match) throw new NoJson(start);
    this.#offset = TOKEN.lastIndex;
    const kind = match[3] ?? (match[1] ? 'string' : 'value');
    return { start, text: this.#text.slice(start, this.#offset), kind };
  }
}

function expect(token: Token, ...kinds: readonly string[]): Token {
  if (!kinds.includes(token.kind)) throw new NoJson(token.start);
  return token;
}

/**
 * Finds where each value of a JSON text begins.
 *
 * @returns offsets by JSON pointer
 * @throws NoJson at the first character that is not JSON
 */
export function placesOf(text: string): Map<string, number> {
  const tokens = new Tokens(text);
  const places = new Map<string, number>();
  const read = (pointer: string, token: Token): void => {
    places.set(pointer, token.start);
    if (token.kind === '{') {
      let next = tokens.next();
      if (next.kind === '}') return;
      for (;;) {
        const name = JSON.parse(expect(next, 'string').text) as string;
        expect(tokens.next(), ':');
        read(pointer + segment(name), tokens.next());
        if (expect(tokens.next(), ',', '}').kind === '}') return;
        next = tokens.next();
      }
    }
    if (token.kind === '[') {
      let next = tokens.next();
      if (next.kind === ']') return;
      for (let index = 0; ; index += 1) {
        read(pointer + segment(index), next);
        if (expect(tokens.next(), ',', ']').kind === ']') return;
        next = tokens.next();
      }
    }
    expect(token, 'string', 'value');
  };
  read('', tokens.next());
  if (tokens.place < text.length) throw new NoJson(tokens.place);
  return places;
}

/** Finds line and column of an offset, counted from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}
