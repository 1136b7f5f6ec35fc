/*
 * Reads design tokens in the format of the Design Tokens Community Group (2025.10), and writes them
 * as CSS. It reads no files, because the Storybook uses it in a browser.
 */

function colorOf({ hex, components, colorSpace }, place) {
  const written = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  // Some tools read `hex`, others `components`.
  const isSame = written.every((value, index) => Math.abs(value - components[index]) < 0.0005);
  if (colorSpace !== 'srgb' || !isSame) throw new Error(`${place}: hex and components differ.`);
  return hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
}

const CSS_OF = {
  color: colorOf,
  dimension: ({ value, unit }) => `${value}${unit}`,
  number: String,
  fontFamily: (names) =>
    names.map((name) => (/^[a-z-]+$/i.test(name) ? name : `'${name}'`)).join(', '),
};

/** Flattens a token tree to `{ name, value, description }`. `name` is the path: `color-accent`. */
function flatten(group, file, path = [], type = group.$type) {
  if ('$value' in group) {
    const place = `${file}: ${path.join('.')}`;
    const { $value, $description } = group;
    const alias = typeof $value === 'string' && /^\{(.+)\}$/.exec($value)?.[1].replaceAll('.', '-');
    const toCss = CSS_OF[type];
    if (!alias && !toCss) throw new Error(`${place}: there is no type "${type}" here.`);
    const value = alias ? `var(${property(alias)})` : toCss($value, place);
    return [{ name: path.join('-'), value, description: $description, type }];
  }
  return Object.entries(group)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, child]) => flatten(child, file, [...path, key], child.$type ?? type));
}

/**
 * Reads the tokens of a theme. `dark` is present only if it differs from `light`.
 *
 * @param {object} light - content of a token file
 * @param {object} dark - colours that differ on dark pages
 * @param {string} file - name of the file, for messages
 * @returns {{ name: string, light: string, dark?: string, description?: string, type: string }[]}
 * `{alias}` becomes `var(--customs-…)`
 */
export function readTheme(light, dark, file) {
  const darkValues = new Map(flatten(dark, file).map(({ name, value }) => [name, value]));
  return flatten(light, file).map(({ value, ...token }) => ({
    ...token,
    light: value,
    dark: darkValues.get(token.name),
  }));
}

/**
 * Resolves the value of a token in a colour scheme, following aliases.
 *
 * @param {readonly { name: string, light: string, dark?: string }[]} tokens
 * @param {string} name - name of the token
 * @param {'light' | 'dark'} scheme
 * @returns {string}
 */
export function valueOf(tokens, name, scheme) {
  const { light, dark } = tokens.find((token) => token.name === name);
  const value = (scheme === 'dark' && dark) || light;
  const [, alias] = /^var\(--customs-(.+)\)$/.exec(value) ?? [];
  return alias ? valueOf(tokens, alias, scheme) : value;
}

/** @param {string} name - name of a token: `color-accent` */
export const property = (name) => `--customs-${name}`;

/**
 * Writes the style sheet of a theme. It contains only custom properties.
 *
 * @param {string} description - comment at the top
 * @param {{ name: string, light: string, dark?: string }[]} tokens
 * @returns {string}
 */
export function themeStylesheet(description, tokens) {
  const rule = (lines, indent = '') =>
    `${indent}:root {\n${lines.map((line) => `${indent}  ${line};\n`).join('')}${indent}}\n`;
  const light = tokens.map(({ name, light: value }) => `${property(name)}: ${value}`);
  const both = tokens
    .filter(({ dark }) => dark)
    .map(({ name, light: value, dark }) => `${property(name)}: light-dark(${value}, ${dark})`);
  const supported = `@supports (color: light-dark(#000, #fff)) {\n${rule(both, '  ')}}\n`;
  return `/* ${description} */\n${rule(light)}${both.length ? supported : ''}`;
}
