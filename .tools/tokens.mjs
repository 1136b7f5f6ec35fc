/*
 * Design tokens, from src/tokens/*.tokens.json, in the format of the Design Tokens Community Group (2025.10).
 *
 *   node .tools/tokens.mjs          writes src/base/styles/token-values.ts and the doc comments of custom properties
 *   node .tools/tokens.mjs check    fails if a file has a wrong format, or a generated source is out of date
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { property, readTheme, themeStylesheet } from '../src/tokens/design-tokens.mjs';
import { root } from './project.mjs';

const folder = join(root, 'src/tokens');
const suffix = '.tokens.json';

/** Lists the themes except the default. */
export const themeNames = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith(suffix) && !name.endsWith(`.dark${suffix}`))
    .map((name) => name.slice(0, -suffix.length))
    .filter((name) => name !== 'default');

const readJson = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Returns the tokens of a theme, light and dark. */
export function tokensOf(theme) {
  const dark = `${theme}.dark${suffix}`;
  return readTheme(
    readJson(theme + suffix),
    existsSync(join(folder, dark)) ? readJson(dark) : {},
    theme,
  );
}

/** Formats a source. Loads Prettier only here, because builds do not need it. */
async function pretty(text, path) {
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

/** Makes the sources that contain tokens: path → text. */
async function sources() {
  const tokens = tokensOf('default');
  // Uses the private name of another token, which already has the page's value.
  const own = (value) => value.replace('var(--customs-color-', 'var(--_');
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
  const file = join(root, 'src/base/element/customs-element.ts');
  const lines = tokens.map(
    ({ name, light, description }) =>
      ` * @cssproperty [${property(name)}=${light.replace(/^(\S+), .*/s, '$1, …')}] - ${description}\n`,
  );
  const before = readFileSync(file, 'utf8');
  const documented = before.replace(/( \* @cssproperty .*\n)+/, () => lines.join(''));
  const valuesFile = join(root, 'src/base/styles/token-values.ts');
  return new Map([
    [valuesFile, await pretty(values, valuesFile)],
    [file, documented],
  ]);
}

/** Writes dist/tokens, and the style sheets of the themes to dist/cdn/themes. */
export function publishTokens() {
  cpSync(folder, join(root, 'dist/tokens'), { recursive: true });
  const themes = join(root, 'dist/cdn/themes');
  mkdirSync(themes, { recursive: true });
  for (const name of themeNames()) {
    writeFileSync(
      join(themes, `${name}.css`),
      themeStylesheet(readJson(name + suffix).$description, tokensOf(name)),
    );
  }
}

/** Returns the style sheet with the default tokens, for pages of the project. */
export const defaultStylesheet = () => themeStylesheet('The default tokens.', tokensOf('default'));

/** Parses each file with a third-party parser, which throws on a wrong format. */
async function validate() {
  const { defineConfig, parse } = await import('@terrazzo/parser');
  const config = defineConfig({}, { cwd: pathToFileURL(`${folder}/`) });
  for (const name of readdirSync(folder).filter((file) => file.endsWith(suffix))) {
    const file = join(folder, name);
    await parse([{ filename: pathToFileURL(file), src: readFileSync(file, 'utf8') }], { config });
  }
}

if (process.argv[1] === import.meta.filename) {
  const isCheck = process.argv[2] === 'check';
  if (isCheck) await validate();
  for (const [file, text] of await sources()) {
    const isSame = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!isCheck) writeFileSync(file, text);
    else if (!isSame) {
      console.error(`${file} is not what src/tokens says: npm run tokens`);
      process.exitCode = 1;
    }
  }
}
