/* Reads JSON for its places only: where each value stands, and where a text stops being JSON. */

const TOKEN =
  /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|([{}[\],:]))/y;
const BLANKS = /[ \t\r\n]*/y;

interface Token {
  readonly start: number;
  readonly text: string;
  readonly kind: string;
}

/** Thrown where the text stops being JSON. */
export class NoJson extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('No JSON');
    this.offset = offset;
  }
}

/** One segment of a JSON pointer. */
const segment = (key: string | number): string =>
  `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** Reads one token after another. The places that `JSON.parse` reports differ between browsers. */
class Tokens {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset after the last token and the blanks that follow it. */
  get end(): number {
    BLANKS.lastIndex = this.#offset;
    return this.#offset + (BLANKS.exec(this.#text)?.[0].length ?? 0);
  }

  next(): Token {
    TOKEN.lastIndex = this.#offset;
    const match = TOKEN.exec(this.#text);
    const start = this.end;
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

/** Maps JSON pointers to offsets. Throws `NoJson` at the first invalid character. */
export function placesOf(text: string): ReadonlyMap<string, number> {
  const tokens = new Tokens(text);
  const places = new Map<string, number>();
  const read = (pointer: string, token: Token): void => {
    places.set(pointer, token.start);
    if (token.kind !== '{' && token.kind !== '[') {
      expect(token, 'string', 'value');
      return;
    }
    const end = token.kind === '{' ? '}' : ']';
    let next = tokens.next();
    for (let index = 0; next.kind !== end || index > 0; index += 1) {
      let key: string | number = index;
      if (end === '}') {
        key = JSON.parse(expect(next, 'string').text) as string;
        expect(tokens.next(), ':');
        next = tokens.next();
      }
      read(pointer + segment(key), next);
      if (expect(tokens.next(), ',', end).kind === end) return;
      next = tokens.next();
    }
  };
  read('', tokens.next());
  if (tokens.end < text.length) throw new NoJson(tokens.end);
  return places;
}

/** Line and column, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of an offset. */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Finds the offset of a pointer. If its value is missing, the nearest value around it is used. */
export function offsetOf(places: ReadonlyMap<string, number>, pointer: string): number {
  let nearest = pointer;
  while (nearest && !places.has(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf('/'));
  return places.get(nearest) ?? 0;
}
