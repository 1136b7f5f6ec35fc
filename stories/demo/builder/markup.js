/* HTML and command lines as text, escaped. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A value as text of an HTML document, or as an attribute between double quotes. */
export const escape = (value) => String(value).replace(/[&<>"]/g, (one) => ENTITIES[one]);

/** Attributes as they stand in a tag; `true` is one without a value, `false` and nothing are left out. */
export const attributesText = (pairs) =>
  pairs
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}${value === true ? '' : `="${escape(value)}"`}`)
    .join('');

/** JSON that can stand in a `<script>`: there is no `<` in it by which that could end. */
export const jsonText = (value) => JSON.stringify(value, null, 2).replace(/</g, '\\u003c');

/** Lines of text, further in. */
export const indent = (text) => text.replace(/^(?=.)/gm, '  ');

/** An element with what stands inside, each on lines of its own. */
export const elementText = (tag, pairs, inside) =>
  `<${tag}${attributesText(pairs)}>\n${indent(inside)}\n</${tag}>`;

/** An argument of a command line, for the shells of Unix and PowerShell. */
const argument = (text) =>
  /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** An option of a command line; a value that begins like an option has to be attached to its name. */
export function optionText(name, value) {
  if (value === true) return `--${name}`;
  return value.startsWith('-')
    ? `--${name}=${argument(value)}`
    : `--${name} ${argument(String(value))}`;
}
