/* Writes HTML and command lines as escaped text. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes a value as text of an HTML document, or of an attribute in double quotes. */
export const escape = (value: string): string =>
  value.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** Writes attributes as in a tag. `true` writes no value; `false` and `undefined` are left out. */
export const attributesText = (
  pairs: readonly (readonly [name: string, value: string | boolean | undefined])[],
): string =>
  pairs
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return value === true ? ` ${name}` : ` ${name}="${escape(value)}"`;
    })
    .join('');

/** Writes JSON for a `<script>`. It contains no `<`, so it cannot end the script element. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/</g, '\\u003c');

/** Names the copy of a script file that has the version in its name: `duty-list-1.2.0.classic.js`. */
export const withVersion = (file: string, version: string): string =>
  file.replace(/(\.classic)?\.js$/, `-${version}$&`);

/** Indents lines of text. */
export const indent = (text: string, by = '  '): string => text.replace(/^(?=.)/gm, by);

/** Writes an element with its content, each on its own lines. */
export const elementText = (
  tag: string,
  pairs: Parameters<typeof attributesText>[0],
  inside: string,
): string => {
  const content = inside && `\n${indent(inside)}\n`;
  return `<${tag}${attributesText(pairs)}>${content}</${tag}>`;
};

/** Quotes an argument of a command line, for Unix shells and PowerShell. */
const argument = (text: string): string =>
  /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;

/** Writes an option of a command line. A value that starts like an option is joined to its name. */
export function optionText(name: string, value: string | true): string {
  if (value === true) return `--${name}`;
  return value.startsWith('-') ? `--${name}=${argument(value)}` : `--${name} ${argument(value)}`;
}
