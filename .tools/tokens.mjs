/*
 * Design tokens: src/tokens/*.tokens.json, in the format of the Design Tokens Community Group (2025.10), is their
 * one source.
 *
 *   node .tools/tokens.mjs          writes src/base/token-values.ts and the doc comments of the custom properties
 *   node .tools/tokens.mjs build    writes dist/tokens and the style sheets of the themes, dist/cdn/themes
 *   node .tools/tokens.mjs check    fails when what the sources have is not what the tokens say
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './project.mjs';

const folder = join(root, 'src/tokens');
const suffix = '.tokens.json';

/** Names of the themes beside the default. */
export const themeNames = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(suffix) && !name.endsWith(`.dark${suffix}`))
    .map((name) => name.slice(0, -suffix.length))
    .filter((name) => name !== 'default');

function colorOf({ hex, components, colorSpace }, place) {
  const written = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  // Some tools read the one, some the other.
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

/** A token tree as a list of `{ name, value, description }`; the name is the path: `color-accent`. */
function flatten(group, file, path = [], type = group.$type) {
  if ('$value' in group) {
    const place = `${file}: ${path.join('.')}`;
    const { $value, $description } = group;
    const alias = typeof $value === 'string' && /^\{(.+)\}$/.exec($value)?.[1].replaceAll('.', '-');
    const toCss = CSS_OF[type];
    if (!alias && !toCss) throw new Error(`${place}: there is no type "${type}" here.`);
    const value = alias ? { alias } : toCss($value, place);
    return [{ name: path.join('-'), value, description: $description }];
  }
  return Object.entries(group)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, child]) => flatten(child, file, [...path, key], child.$type ?? type));
}

/** The tokens of a theme: `{ name, light, dark, description }`; `dark` only where it is another value. */
export function tokensOf(theme) {
  const read = (file) =>
    existsSync(join(folder, file))
      ? flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), file)
      : [];
  const dark = new Map(read(`${theme}.dark${suffix}`).map(({ name, value }) => [name, value]));
  return read(theme + suffix).map(({ name, value, description }) => ({
    name,
    light: value,
    dark: dark.get(name),
    description,
  }));
}

const property = (name) => `--customs-${name}`;
const cssValue = (value) => (value.alias ? `var(${property(value.alias)})` : value);

/** The style sheet of a theme: custom properties and nothing else. */
export function themeStylesheet(theme) {
  const tokens = tokensOf(theme);
  const rule = (lines) => `:root {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
  const light = tokens.map(({ name, light: value }) => `${property(name)}: ${cssValue(value)}`);
  const both = tokens
    .filter(({ dark }) => dark)
    .map(
      ({ name, light: value, dark }) =>
        `${property(name)}: light-dark(${cssValue(value)}, ${cssValue(dark)})`,
    );
  const { $description } = JSON.parse(readFileSync(join(folder, theme + suffix), 'utf8'));
  const supports = '@supports (color: light-dark(#000, #fff))';
  return `/* ${$description} */\n${rule(light)}${both.length ? `${supports} {\n${rule(both)}}\n` : ''}`;
}

const pretty = async (text, path) =>
  format(text, { ...(await resolveConfig(path)), filepath: path });

/** Path → text of the sources that are made from the tokens. */
async function sources() {
  const tokens = tokensOf('default');
  const own = (value) => (value.alias ? `var(--_${value.alias.replace('color-', '')})` : value);
  const entries = (list) =>
    list
      .map(({ name, light, dark }) => {
        const values = [light, dark].filter(Boolean).map((value) => JSON.stringify(own(value)));
        return `  ${JSON.stringify(name)}: [${values.join(', ')}],\n`;
      })
      .join('');
  const values = `/* Made from src/tokens by \`npm run tokens\`; change them there. */

/** Token → default, and the one for dark pages where that is another. */
export const TOKENS: Readonly<Record<string, readonly [light: string, dark?: string]>> = {
${entries(tokens)}};
`;
  const file = join(root, 'src/base/customs-element.ts');
  const lines = tokens.map(
    ({ name, light, description }) =>
      ` * @cssproperty [${property(name)}=${cssValue(light).replace(/^(\S+), .*/s, '$1, …')}] - ${description}\n`,
  );
  const before = readFileSync(file, 'utf8');
  const documented = before.replace(/( \* @cssproperty .*\n)+/, () => lines.join(''));
  const valuesFile = join(root, 'src/base/token-values.ts');
  return new Map([
    [valuesFile, await pretty(values, valuesFile)],
    [file, documented],
  ]);
}

/** Writes the tokens, and the style sheets of the themes. */
function build() {
  cpSync(folder, join(root, 'dist/tokens'), { recursive: true });
  const themes = join(root, 'dist/cdn/themes');
  mkdirSync(themes, { recursive: true });
  for (const name of themeNames()) {
    writeFileSync(join(themes, `${name}.css`), themeStylesheet(name));
  }
}

if (process.argv[1]?.endsWith('tokens.mjs')) {
  const [, , command] = process.argv;
  if (command === 'build') build();
  else {
    for (const [file, text] of await sources()) {
      const isSame = existsSync(file) && readFileSync(file, 'utf8') === text;
      if (command !== 'check') writeFileSync(file, text);
      else if (!isSame) {
        console.error(`${file} is not what src/tokens says: npm run tokens`);
        process.exitCode = 1;
      }
    }
  }
}
