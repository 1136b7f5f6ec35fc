/* Writes HTML and command lines as escaped text. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a value as text of an HTML document, or of an attribute in double quotes. */
export const escape = (value) => String(value).replace(/[&<>"]/g, (one) => ENTITIES[one]);

/** Writes attributes as in a tag. `true` writes no value; `false` and `undefined` are left out. */
export const attributesText = (pairs) =>
  pairs
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}${value === true ? '' : `="${escape(value)}"`}`)
    .join('');

/** Writes JSON for a `<script>`. It contains no `<`, so it cannot end the script element. */
export const jsonText = (value) => JSON.stringify(value, null, 2).replace(/</g, '\\u003c');

/** Names the copy of a script file that has the version in its name: `duty-list-1.2.0.classic.js`. */
export const withVersion = (file, version) => file.replace(/(\.classic)?\.js$/, `-${version}$&`);

/** Indents lines of text. */
export const indent = (text) => text.replace(/^(?=.)/gm, '  ');

/** Writes an element with its content, each on its own lines. */
export const elementText = (tag, pairs, inside) =>
  `<${tag}${attributesText(pairs)}>\n${indent(inside)}\n</${tag}>`;

/** Quotes an argument of a command line, for Unix shells and PowerShell. */
const argument = (text) =>
  /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Writes an option of a command line. A value that starts like an option is joined to its name. */
export function optionText(name, value) {
  if (value === true) return `--${name}`;
  return value.startsWith('-')
    ? `--${name}=${argument(value)}`
    : `--${name} ${argument(String(value))}`;
}
