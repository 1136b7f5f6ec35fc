import { NoJson, placesOf, positionOf } from './json-places.js';

/** Why a text is not JSON. */
export type JsonFaultKind = 'empty' | 'markup' | 'text' | 'full-width' | 'line' | 'end' | 'syntax';

/** Where a text stops being JSON, and why. */
export interface JsonFault {
  readonly kind: JsonFaultKind;
  readonly line: number;
  readonly column: number;
  /** The first characters that are not JSON. */
  readonly found: string;
}

/** Full-width signs that an input method writes, and what JSON needs instead. Chinese, English. */
const FULL_WIDTH: Readonly<Record<string, readonly [string, string, string]>> = {
  '“': ['中文引号', 'a Chinese quotation mark', '"'],
  '”': ['中文引号', 'a Chinese quotation mark', '"'],
  '＂': ['全角引号', 'a full-width quotation mark', '"'],
  '‘': ['中文引号', 'a Chinese quotation mark', '"'],
  '’': ['中文引号', 'a Chinese quotation mark', '"'],
  '，': ['中文逗号', 'a Chinese comma', ','],
  '；': ['中文分号', 'a Chinese semicolon', ','],
  '、': ['顿号', 'a Chinese comma', ','],
  '：': ['中文冒号', 'a Chinese colon', ':'],
  '｛': ['全角括号', 'a full-width bracket', '{'],
  '｝': ['全角括号', 'a full-width bracket', '}'],
  '［': ['全角括号', 'a full-width bracket', '['],
  '］': ['全角括号', 'a full-width bracket', ']'],
  '【': ['中文括号', 'a Chinese bracket', '['],
  '】': ['中文括号', 'a Chinese bracket', ']'],
};

/** Returns what JSON needs instead of a full-width sign; `undefined` if the character is none. */
export const signFor = (character: string): string | undefined => FULL_WIDTH[character]?.[2];

function kindOf(text: string, rest: string): JsonFaultKind {
  if (!text.trim()) return 'empty';
  if (/^\s*</.test(text)) return 'markup';
  if (!/^\s*[[{“"｛]/.test(text)) return 'text';
  if (FULL_WIDTH[rest[0]!]) return 'full-width';
  if (/^"[^"\n]*\n/.test(rest)) return 'line';
  return /^("[^"\n]*)?$/.test(rest) ? 'end' : 'syntax';
}

/** Finds where a text stops being JSON; `undefined` if it is JSON. */
export function faultOf(text: string): JsonFault | undefined {
  try {
    placesOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    const rest = text.slice(error.offset);
    const found = rest.slice(0, 12).split('\n')[0]!;
    return { kind: kindOf(text, rest), found, ...positionOf(text, error.offset) };
  }
}

/** Says where a text stops being JSON, and why. */
export function explainFault({ kind, line, column, found }: JsonFault, chinese: boolean): string {
  const place = chinese ? `第 ${line} 行第 ${column} 列` : `Line ${line}, column ${column}`;
  const wrong = FULL_WIDTH[found[0] ?? ''];
  switch (kind) {
    case 'empty':
      return chinese ? '内容是空的' : 'There is no content';
    case 'markup':
      return chinese ? '内容是网页，不是 JSON' : 'The content is a web page, not JSON';
    case 'text':
      return chinese ? '内容是文字，不是 JSON' : 'The content is text, not JSON';
    case 'full-width':
      return chinese
        ? `${place}是${wrong![0]}，应为英文的 ${wrong![2]}`
        : `${place} is ${wrong![1]}; JSON needs ${wrong![2]}`;
    case 'line':
      return chinese
        ? `${place}：引号里的文字中间不能换行，可以写成 \\n`
        : `${place}: no text goes on in a new line; write \\n instead`;
    case 'end':
      return chinese
        ? `${place}：内容没有写完，缺少引号或括号`
        : `${place}: unfinished; a quotation mark or a bracket is missing`;
    case 'syntax':
      return chinese
        ? `${place}：从“${found}”开始不是 JSON，可能缺少或多了逗号、引号`
        : `${place}: no JSON from “${found}” on; a comma or a quotation mark may be missing, or one too many`;
  }
}
