import { writeJson } from '../../json.js';
import { joined } from '../joined.js';
import type { Agency, Duty } from '../model.js';

/** Begins what a spreadsheet program calculates, instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Quotes a cell. An apostrophe before a formula makes it a text. */
const quote = (cell: string): string =>
  `"${(FORMULA.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`;

/**
 * Writes the duties as a table (CSV, RFC 4180). It starts with a byte order mark: without it,
 * spreadsheet programs read UTF-8 as a local encoding.
 *
 * @param header - titles of the columns: number, title, text
 */
export function toCsv(duties: readonly Duty[], header: readonly [string, string, string]): string {
  const rows = duties.map(({ number, title, text }, index) => [
    number ?? String(index + 1),
    title,
    text ?? '',
  ]);
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

/**
 * Writes the duties and their source as JSON that matches the published schema, so the file can be
 * loaded again.
 */
export function toJson({ id, lang, asOf, source, translation, name, duties }: Agency): string {
  const document = { id, lang, asOf, source, translation, name, duties };
  return `${writeJson(document, 2)}\n`;
}

/**
 * Writes the duties as plain text.
 *
 * @param numberOf - returns the number of the duty at an index
 * @param footer - last line, for the source
 */
export function toText(
  { duties }: Agency,
  numberOf: (index: number) => string,
  footer: string,
): string {
  const { preamble = [], items = [] } = duties ?? {};
  const numbered = items.map(({ title, text = '' }, index) =>
    joined([numberOf(index), title, text]),
  );
  return `${[...preamble, ...numbered, footer].join('\n\n')}\n`;
}
