/*
 * Extracts, checks and builds the strings.
 *
 *   node .tools/locales.mjs          extracts them from src into locales/; `npm run locales` also builds them
 *   node .tools/locales.mjs check    fails if a string is untranslated or unused, or its placeholders differ
 *
 * The check is ours, because lit-localize exits with 0 in all these cases.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './project.mjs';

const locales = join(root, 'locales');
const config = JSON.parse(readFileSync(join(locales, 'lit-localize.json'), 'utf8'));

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function extract(configFile = join(locales, 'lit-localize.json')) {
  const tool = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
  return execFileSync(process.execPath, [tool, 'extract', '--config', configFile], {
    encoding: 'utf8',
  });
}

/** Reads an XLIFF file: identifier → source and target. `{0}` stands for the first placeholder. */
function units(file) {
  const text = readFileSync(file, 'utf8');
  const plain = (part) =>
    part
      ?.replace(/<x id="(\d+)"[^>]*>/g, '{$1}')
      .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name]);
  return new Map(
    [...text.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(([, id, unit]) => [
      id,
      {
        source: plain(unit.match(/<source>(.*?)<\/source>/s)?.[1]),
        target: plain(unit.match(/<target>(.*?)<\/target>/s)?.[1]),
      },
    ]),
  );
}

/**
 * Writes the translations to src/base/language/strings/<locale>.json, by identifier.
 *
 * @returns the number of strings, which every translation has
 */
export function buildStrings() {
  const target = join(root, 'src/base/language/strings');
  mkdirSync(target, { recursive: true });
  let count = 0;
  for (const locale of config.targetLocales) {
    const strings = Object.fromEntries(
      [...units(join(locales, `${locale}.xlf`))].map(([id, { target }]) => [id, target]),
    );
    writeFileSync(join(target, `${locale}.json`), JSON.stringify(strings));
    count = Object.keys(strings).length;
  }
  return count;
}

function check() {
  const scratch = mkdtempSync(join(tmpdir(), 'locales-'));
  cpSync(locales, scratch, { recursive: true });
  const scratchConfig = join(scratch, 'lit-localize.json');
  const tsConfig = resolve(locales, config.tsConfig);
  writeFileSync(scratchConfig, JSON.stringify({ ...config, tsConfig }));
  // Deletes the translations first, so only what the sources say now is extracted.
  for (const locale of config.targetLocales) rmSync(join(scratch, `${locale}.xlf`));
  extract(scratchConfig);
  const problems = [];
  const placeholders = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
  for (const locale of config.targetLocales) {
    const file = `locales/${locale}.xlf`;
    const wanted = units(join(scratch, `${locale}.xlf`));
    const present = units(join(root, file));
    for (const [id, { source }] of wanted) {
      const unit = present.get(id);
      if (!unit) problems.push(`${file}: "${id}" is missing; run npm run locales.`);
      else if (unit.source !== source)
        problems.push(`${file}: "${id}" has another source than src.`);
      else if (!unit.target?.trim()) problems.push(`${file}: "${id}" is not translated.`);
      else if (placeholders(unit.source) !== placeholders(unit.target))
        problems.push(`${file}: "${id}" has other placeholders than its source.`);
    }
    for (const id of present.keys()) {
      if (!wanted.has(id)) problems.push(`${file}: "${id}" is not used.`);
    }
  }
  rmSync(scratch, { recursive: true });
  if (problems.length) console.error(problems.join('\n'));
  process.exitCode = problems.length ? 1 : 0;
}

/** Makes the short key that code and translations share. */
export const keyOf = (id) => createHash('sha256').update(id).digest('base64url').slice(0, 3);

/** Renames the strings to short keys. Throws if two share one. */
export function byKey(strings) {
  const keyed = {};
  for (const [id, text] of Object.entries(strings)) {
    const key = keyOf(id);
    if (key in keyed) throw new Error(`The string "${id}" has the key of another one; rename it.`);
    keyed[key] = text;
  }
  return keyed;
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === 'check') check();
  else process.stdout.write(extract());
}
