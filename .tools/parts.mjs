/*
 * Builds the parts: code that the first paint does not need. Each `import()` in the sources becomes a file in
 * `dist/cdn/parts`, for modules only. Classic scripts contain everything.
 *
 * A part imports nothing. It reads shared code, such as Lit, from a global object keyed by version. So it never loads
 * a second copy, under any address.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import MagicString from 'magic-string';
import { rollup } from 'rollup';
import { besideLibraryFiles } from '../.config/library-files.mjs';
import { ELEMENT_NAMES, version } from './project.mjs';
import { integrityOf, versioned } from './published-files.mjs';

const SHARED = `globalThis[Symbol.for('customs-widgets/${version}')]`;

/** Modules of customs-widgets.js, by path, as rollup describes them. */
const modules = new Map();
const findModules = { name: 'find-modules', moduleParsed: (info) => modules.set(info.id, info) };
await rollup({
  input: 'dist/page/customs-widgets.js',
  plugins: [nodeResolve({ exportConditions: ['browser'] }), besideLibraryFiles(), findModules],
  onwarn: () => {},
});

/** Collects a module and everything it imports. */
function withImports(id, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of modules.get(id).importedIds) withImports(imported, found);
  return found;
}

const pathOf = (name) => resolve(`dist/elements/${name}/${name}.js`);

/** Modules of each element, by the path of its class. */
const elements = new Map(ELEMENT_NAMES.map(pathOf).map((path) => [path, withImports(path)]));

export const showsAgency = (name) =>
  elements.get(pathOf(name)).has(resolve('dist/base/element/agency-element.js'));

/** Lists the imports of a module, as pairs of path and name. */
function importsOf({ ast, importedIds }) {
  const statements = ast.body.filter(({ source }) => source);
  // Relies on `importedIds` having the order of the sources.
  const sources = [...new Set(statements.map(({ source }) => source.value))];
  return statements.flatMap(({ source, specifiers }) => {
    const from = importedIds[sources.indexOf(source.value)];
    if (!specifiers) return [[from, '*']];
    return specifiers.map(({ imported, local }) => [from, (imported ?? local).name]);
  });
}

/** Finds what a part can take from every script file that loads it: module path → names. */
function sharedBy(id, importers) {
  const scripts = [...elements.values()].filter((script) =>
    importers.some((one) => script.has(one)),
  );
  const isPresent = (path) => scripts.every((script) => script.has(path));
  const shared = new Map();
  for (const own of withImports(id)) {
    if (isPresent(own)) continue;
    for (const [from, name] of importsOf(modules.get(own))) {
      if (!isPresent(from)) continue;
      if (name === '*') throw new Error(`${own}: name what it takes from ${from}.`);
      shared.set(from, (shared.get(from) ?? new Set()).add(name));
    }
  }
  return shared;
}

/** Parts by path. Sorted, so two builds give the same bytes. */
const parts = new Map();
const sorted = [...modules.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
for (const { id, dynamicImporters } of sorted) {
  if (!dynamicImporters.length) continue;
  const shared = sharedBy(id, dynamicImporters);
  parts.set(id, { file: `parts/${versioned(basename(id))}`, importers: dynamicImporters, shared });
}

/** Module of each shared name. A name may have one module only, because all share one object. */
const homes = new Map();
for (const { shared } of parts.values()) {
  for (const [from, names] of shared) {
    for (const name of names) {
      if ((homes.get(name) ?? from) !== from)
        throw new Error(`${from} and ${homes.get(name)} both share ${name}; rename one.`);
      homes.set(name, from);
    }
  }
}

/** Input and output file of each part, for rollup.config.mjs. */
export const PARTS = [...parts].map(([input, { file }]) => ({ input, file }));

/** In a part: reads shared code from the global object. */
export const takenFromScript = (input) => ({
  name: 'taken-from-script',
  load(id) {
    const names = parts.get(input).shared.get(id);
    return names ? `export const { ${[...names].join(', ')} } = ${SHARED};` : null;
  },
});

/** Writes a module that provides shared code. */
function layDown({ shared }) {
  const names = [...shared].flatMap(([from, all]) => [...all].map((name) => [from, name]));
  const imports = names.map(([from, name]) => `import { ${name} } from '${from}';\n`);
  return `${imports.join('')}Object.assign((${SHARED} ??= {}), { ${names.map(([, name]) => name)} });`;
}

/** Prefix of such a module; the path of the part follows. */
const LAID_DOWN = '\0laid-down:';

/** In a script file: replaces `import()` of a part with `importPart`, which checks the hash. */
export const partsByHash = {
  name: 'parts-by-hash',
  resolveId: (id) => (id.startsWith(LAID_DOWN) ? id : null),
  load: (id) => (id.startsWith(LAID_DOWN) ? layDown(parts.get(id.slice(LAID_DOWN.length))) : null),
  transform(code, id) {
    const text = new MagicString(code);
    const script = elements.get(id);
    for (const [path, { importers, shared }] of script ? parts : []) {
      if (!shared.size || !importers.some((one) => script.has(one))) continue;
      text.append(`\nimport ${JSON.stringify(LAID_DOWN + path)};`);
    }
    const calls = [...code.matchAll(/\bimport\('([^']+)'\)/g)]
      .map((call) => ({ call, part: parts.get(resolve(dirname(id), call[1])) }))
      .filter(({ part }) => part);
    for (const { call, part } of calls) {
      // Uses SHA-256, because every page loads these hashes.
      const hash = integrityOf(readFileSync(`dist/cdn/${part.file}`), 'sha256');
      const address = `new URL('${part.file}', import.meta.url).href`;
      text.update(call.index, call.index + call[0].length, `importPart(${address}, '${hash}')`);
    }
    if (calls.length)
      text.prepend(`import { importPart } from '${resolve('dist/page/import-part.js')}';\n`);
    return text.hasChanged() ? { code: text.toString(), map: null } : null;
  },
};
