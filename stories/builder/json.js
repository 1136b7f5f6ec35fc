/* Checks a webmaster's JSON: what is wrong with it, and where. */

const TOKEN =
  /[ \t\r\n]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|([{}[\],:]))/y;
const BLANKS = /[ \t\r\n]*/y;

/** One segment of a JSON pointer. */
const segment = (key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** Thrown where the text stops being JSON. */
class NoJson extends Error {
  constructor(offset) {
    super('No JSON');
    this.offset = offset;
  }
}

/** Reads one token after another. The places that `JSON.parse` reports differ between browsers. */
function tokensOf(text) {
  let offset = 0;
  const blanks = () => {
    BLANKS.lastIndex = offset;
    return BLANKS.exec(text)[0].length + offset;
  };
  return {
    next() {
      TOKEN.lastIndex = offset;
      const match = TOKEN.exec(text);
      if (!match) throw new NoJson(blanks());
      const start = blanks();
      offset = TOKEN.lastIndex;
      return {
        start,
        text: text.slice(start, offset),
        kind: match[3] ?? (match[1] ? 'string' : 'value'),
      };
    },
    get end() {
      return blanks();
    },
  };
}

/** Maps JSON pointers to offsets. Throws `NoJson` at the first invalid character. */
function placesOf(text) {
  const tokens = tokensOf(text);
  const places = new Map();
  const expect = (token, ...kinds) => {
    if (!kinds.includes(token.kind)) throw new NoJson(token.start);
    return token;
  };
  const read = (pointer, token) => {
    places.set(pointer, token.start);
    if (token.kind === '{') {
      let next = tokens.next();
      if (next.kind === '}') return;
      for (;;) {
        const key = JSON.parse(expect(next, 'string').text);
        expect(tokens.next(), ':');
        read(pointer + segment(key), tokens.next());
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
    expect(token, 'string', 'value', '{', '[');
  };
  read('', tokens.next());
  if (tokens.end < text.length) throw new NoJson(tokens.end);
  return places;
}

/** Finds line and column of an offset, counted from 1. */
function positionOf(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}

/** Finds the offset of a pointer. If its value is missing, the nearest value around it is used. */
function offsetOf(places, pointer) {
  let nearest = pointer;
  while (!places.has(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf('/'));
  return places.get(nearest);
}

/**
 * Checks the typed text.
 *
 * @param text - text of the webmaster
 * @param parse - `parse` of the library
 * @returns the `agency`, or the `problems`, each with its `code`, JSON `pointer`, `detail`, `line`
 * and `column`
 */
export function checkJson(text, parse) {
  if (!text.trim()) return { problems: [] };
  let places;
  try {
    places = placesOf(text);
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    const rest = text.slice(error.offset);
    const found = rest.slice(0, 12).split('\n')[0];
    // The author is still typing, or a quotation mark is missing at the very end.
    const code = /^("[^"\n]*)?$/.test(rest) ? 'end' : 'syntax';
    return { problems: [{ code, pointer: '', detail: found, ...positionOf(text, error.offset) }] };
  }
  const value = JSON.parse(text);
  const result = parse(value);
  if (result.ok) return { agency: value };
  const problems = result.problems.map(({ code, pointer, detail }) => {
    const position = positionOf(text, offsetOf(places, pointer));
    return { code, pointer, detail, ...position };
  });
  return { problems };
}

/** Reads a text file as UTF-8, else as GB 18030, which old Chinese systems write. */
export async function readText(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
