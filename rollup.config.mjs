/*
 * The page of the demo that builds snippets, and the script-tag builds: one file for everything, one for all that shows
 * an agency, and one for each element, as a module and as a classic script; and the parts that modules fetch later. Each
 * is a configuration of its own, so that no file imports another: the hash in an `integrity` attribute does not cover
 * what a file imports.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import { classNameOf, ELEMENT_NAMES } from './.tools/elements.mjs';
import { BYTE_ORDER_MARK, integrityOf } from './.tools/integrity.mjs';
import { PARTS, partsByHash, showsAgency, takenFromScript } from './.tools/parts.mjs';
import { publishedFiles } from './.tools/published-files.mjs';

/** The elements in each script file but the one for everything, by the path of its entry. */
const entries = new Map(
  [
    ['agency', ELEMENT_NAMES.filter(showsAgency)],
    ...ELEMENT_NAMES.map((name) => [name, [name]]),
  ].map(([file, names]) => [resolve(`dist/page/${file}.js`), names]),
);

/** The entries of those files, as if they stood beside that of the file for everything. */
const elementEntry = {
  name: 'element-entry',
  resolveId: (id) => (entries.has(resolve(id)) ? resolve(id) : null),
  load(id) {
    const names = entries.get(id);
    if (!names) return null;
    const imports = names.map(
      (name) => `import { ${classNameOf(name)} } from '../elements/${name}/${name}.js';`,
    );
    const members = names.map((name) => `'${name}': ${classNameOf(name)}`);
    return `${imports.join('\n')}
import { start } from './start.js';

start({ ${members} });
`;
  },
};

/** Begins the name of a module that asks for data; what follows are the elements whose data it is. */
const ASK_AHEAD = '\0ask-ahead:';

/** Puts the asking for data before all that a script file makes. */
const askAhead = {
  name: 'ask-ahead',
  resolveId: (id) => (id.startsWith(ASK_AHEAD) ? id : null),
  load: (id) =>
    id.startsWith(ASK_AHEAD)
      ? `import { askAhead } from '${resolve('dist/page/ask-ahead.js')}';
askAhead(${JSON.stringify(id.slice(ASK_AHEAD.length).split(' '))});`
      : null,
  transform(code, id) {
    const isWhole = id === resolve('dist/page/customs-widgets.js');
    const names = (isWhole ? ELEMENT_NAMES : (entries.get(id) ?? [])).filter(showsAgency);
    if (!names.length) return null;
    return { code: `import '${ASK_AHEAD}${names.join(' ')}';\n${code}`, map: null };
  },
};

/**
 * Private methods came with Chromium 84. What lowers them elsewhere keeps a set of objects for each; here private names
 * become plain ones that no other class has, which costs nothing.
 */
const withoutPrivateNames = {
  name: 'without-private-names',
  renderChunk(code) {
    const edits = [];
    let count = 0;
    /** @param names - what the classes around a node call by private names */
    const visit = (node, names) => {
      if (!node || typeof node !== 'object') return;
      if (node.type === 'PrivateIdentifier') {
        edits.push([node.start, node.end, names.get(node.name)]);
      } else if (node.type === 'ClassBody') {
        const own = new Map(names);
        for (const { key } of node.body) {
          if (key?.type !== 'PrivateIdentifier' || own.get(key.name) !== names.get(key.name))
            continue;
          own.set(key.name, `_$${(count += 1).toString(36)}`);
        }
        for (const member of node.body) visit(member, own);
      } else {
        for (const child of Object.values(node)) visit(child, names);
      }
    };
    visit(this.parse(code), new Map());
    const text = new MagicString(code);
    for (const [start, end, name] of edits) text.update(start, end, name);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

/** Chromium 80 is the oldest core that domestic browsers still ship; untranspiled Lit needs 85. */
const classicSyntax = {
  name: 'classic-syntax',
  renderChunk: (code) =>
    transform(code, {
      target: 'chrome80',
      // Chromium has had these since 74; esbuild waits for 84.
      supported: { 'class-field': true },
      sourcemap: true,
    }),
};

/** Everything, all that shows an agency, and each element. */
const SCRIPT_FILES = ['customs-widgets', 'agency', ...ELEMENT_NAMES];

/** What `src/page/hashes.ts` says of the files that were built before. */
const hashesOfFiles = {
  name: 'hashes-of-files',
  load(id) {
    if (id !== resolve('dist/page/hashes.js')) return null;
    const files = SCRIPT_FILES.map((name) => `${name}.js`);
    const hashes = files.map((file) => [file, integrityOf(readFileSync(`dist/cdn/${file}`))]);
    return `export const HASHES = ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
};

/**
 * Tells Chromium to compile every function while the file comes, beside the thread that draws the page: nearly all of
 * them run before the first paint, and compiling each when it is called took a tenth of the time until then.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

const minified = (options) => ({
  name: 'minified',
  async renderChunk(code) {
    const all = { ...options, compress: true, mangle: true, sourceMap: true };
    const result = await minify(code, { ...all, format: { comments: false } });
    const map = JSON.parse(result.map);
    // The hint is a line of its own above the code.
    map.mappings = `;${map.mappings}`;
    return { code: `${COMPILE_HINT}\n${result.code}`, map };
  },
});

function build(input, name, format, file = format === 'iife' ? `${name}.classic` : name) {
  const classic = format === 'iife';
  // The doctor is imported by modules and classic scripts alike.
  const lowered = classic || name === 'diagnose';
  return {
    input,
    // A classic script has no exports: src/page/start.ts gives the page what it offers.
    preserveEntrySignatures: classic ? false : 'allow-extension',
    // Reading a property of our own objects does nothing else, so unused definitions can go.
    treeshake: { propertyReadSideEffects: false },
    plugins: [
      askAhead,
      elementEntry,
      hashesOfFiles,
      nodeResolve(),
      !classic && partsByHash,
      lowered && withoutPrivateNames,
      lowered && classicSyntax,
      minified({ ecma: lowered ? 2019 : 2022, module: !classic }),
    ],
    output: {
      file: `dist/cdn/${file}.js`,
      format,
      inlineDynamicImports: true,
      sourcemap: true,
      ...(classic && {
        plugins: [
          { name: 'bom', renderChunk: (code) => ({ code: BYTE_ORDER_MARK + code, map: null }) },
        ],
      }),
    },
    onwarn(warning) {
      // TypeScript's decorator helper asks for a `this` that modules do not have.
      if (warning.code === 'THIS_IS_UNDEFINED') return;
      throw new Error(warning.message);
    },
  };
}

/** Every page that needs these can take them as classic scripts. */
const CLASSIC_ONLY = ['frame', 'frame-host'];

/** A file that a script file fetches when somebody asks for what is in it. */
function buildPart({ input, file }) {
  const config = build(input, file.replace(/\.js$/, ''), 'es');
  return { ...config, plugins: [takenFromScript(input), ...config.plugins] };
}

/** The embed builder of the demo, written like any application with this package; not part of the package. */
const builderOfPage = build('stories/demo/builder/page.js', 'builder', 'es');
const builder = {
  ...builderOfPage,
  plugins: [...builderOfPage.plugins.filter((plugin) => plugin !== partsByHash), publishedFiles],
  output: {
    file: 'dist/demo/builder.js',
    format: 'es',
    inlineDynamicImports: true,
    sourcemap: true,
  },
};

export default [
  ...PARTS.map(buildPart),
  ...['es', 'iife'].flatMap((format) =>
    SCRIPT_FILES.map((name) => build(`dist/page/${name}.js`, name, format)),
  ),
  build('dist/page/diagnose.js', 'diagnose', 'es'),
  build('dist/page/diagnose-script.js', 'diagnose', 'iife'),
  // It names the hashes of the files above.
  build('dist/page/take-over.js', 'take-over', 'es'),
  ...CLASSIC_ONLY.map((name) => build(`dist/page/frame/${name}.js`, name, 'iife', name)),
  builder,
];
