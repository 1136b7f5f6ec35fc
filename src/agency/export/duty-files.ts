import type { Agency, Duty } from '../model.js';

const quote = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;

/**
 * The duties as a table (CSV, RFC 4180). It begins with a byte order mark, without which spreadsheet
 * programs take UTF-8 for a local encoding.
 *
 * @param header - titles of the columns: number, title, text
 */
export function toCsv(duties: readonly Duty[], header: readonly [string, string, string]): string {
  const rows = duties.map(({ title, text }, index) => [String(index + 1), title, text ?? '']);
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

/** Takes the value itself, past the `toJSON` that old versions of Prototype.js put on every array. */
function ownValue(this: Record<string, unknown>, name: string): unknown {
  return this[name];
}

/** The duties with their source as JSON of the published schema: the file can be shown again as it is. */
export function toJson({ id, lang, asOf, source, translation, name, duties }: Agency): string {
  const document = { id, lang, asOf, source, translation, name, duties };
  return `${JSON.stringify(document, ownValue, 2)}\n`;
}

/**
 * The duties as plain text.
 *
 * @param numberOf - how the duty at an index is numbered
 * @param footer - last line, for the source
 */
export function toText(
  { duties }: Agency,
  numberOf: (index: number) => string,
  footer: string,
): string {
  const { preamble = [], items = [] } = duties ?? {};
  const numbered = items.map(({ title, text = '' }, index) => `${numberOf(index)}${title}${text}`);
  return `${[...preamble, ...numbered, footer].join('\n\n')}\n`;
}
