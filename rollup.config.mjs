/*
 * Builds the files for script tags: one with everything, one with all elements that show an agency,
 * one for each element (each as module and classic script), and the parts that modules load on
 * demand. Also builds the pages of the project: the embed builder and the editor of an agency. Each has
 * its own configuration, so no file imports another: an `integrity` hash does not cover imports.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import license from 'rollup-plugin-license';
import typescript from 'rollup-plugin-esbuild';
import sbom from 'rollup-plugin-sbom';
import { classNameOf, ELEMENTS, ELEMENT_NAMES } from './.tools/project.mjs';
import { besideLibraryFiles } from './.config/library-files.mjs';
import { privateLit } from './.config/private-lit.mjs';
import { PARTS, partsByHash, showsAgency, takenFromScript } from './.tools/parts.mjs';
import {
  archive,
  BYTE_ORDER_MARK,
  integrityOf,
  publishedFiles,
  publishedValues,
} from './.tools/published-files.mjs';

/** Elements of each script file except the one with everything, by the path of its entry. */
const entries = new Map(
  [
    ['agency', ELEMENT_NAMES.filter(showsAgency)],
    ...ELEMENT_NAMES.map((name) => [name, [...(ELEMENTS[name].draws ?? []), name]]),
  ].map(([file, names]) => [resolve(`dist/page/${file}.js`), names]),
);

/** Generates the entries of these files, as if they were beside the entry with everything. */
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

/** Prefix of a module that requests data. The names of the elements follow. */
const ASK_AHEAD = '\0ask-ahead:';

/** Requests the data before everything else in a script file. */
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

/** Module that finds the address of a script file. */
const SCRIPT_ADDRESS = resolve('dist/page/script-address.js');

/** Lets all modules of a script file share one address: src/page/script-address.ts says why. */
const besideScript = (name) => ({
  name: 'beside-script',
  load: (id) =>
    id === resolve('dist/page/script-name.js') ? `export const SCRIPT_NAME = '${name}';` : null,
  transform(code, id) {
    if (id === SCRIPT_ADDRESS || !code.includes('import.meta.url')) return null;
    const text = new MagicString(code);
    text.replaceAll('import.meta.url', 'SCRIPT_ADDRESS');
    text.prepend(`import { SCRIPT_ADDRESS } from ${JSON.stringify(SCRIPT_ADDRESS)};\n`);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
  // A picture with `name="currentScript"` is no script.
  resolveImportMeta: (property, { format }) =>
    property === 'url' && format === 'iife'
      ? `(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '')`
      : null,
});

/** Folder of the data and strings: that of the script, whose module several files share. */
const folderOf = (name) =>
  besideLibraryFiles(
    isBesideScript(name)
      ? // Relative to `dist/library-origin.js`: source maps show this line, wherever it was built.
        "export { SCRIPT_ADDRESS as LIBRARY_FOLDER } from './page/script-address.js';"
      : 'export const LIBRARY_FOLDER = import.meta.url;',
  );

/**
 * Renames private members, because Chromium supports private methods only from 84. Other tools
 * emulate each with a set of objects. Plain names that no other class has cost nothing.
 */
const withoutPrivateNames = {
  name: 'without-private-names',
  renderChunk(code) {
    const edits = [];
    let count = 0;
    /** @param names - private names of the classes around a node */
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

/**
 * Lets Lit compare the names of attributes without `startsWith` and `endsWith`. Some old pages
 * replace them by regular expressions, in which the `$` of Lit's names is no letter: nothing rendered.
 */
const exactNames = {
  name: 'exact-names',
  transform(code, id) {
    if (!id.endsWith('node_modules/lit-html/lit-html.js')) return null;
    const text = new MagicString(code);
    text.replace(/(\w)\.endsWith\((\w)\)/, '$1.slice(-$2.length)===$2');
    text.replace(/(\w)\.startsWith\((\w)\)/, '$1.slice(0,$2.length)===$2');
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

/** Chromium 80 is the oldest engine that Chinese browsers still ship. Untranspiled Lit needs 85. */
const classicSyntax = {
  name: 'classic-syntax',
  renderChunk: (code) =>
    transform(code, {
      target: 'chrome80',
      // Chromium supports these since 74; esbuild assumes 84.
      supported: { 'class-field': true },
      sourcemap: true,
    }),
};

/** Everything, all elements that show an agency, and each element. */
const SCRIPT_FILES = ['customs-widgets', 'agency', ...ELEMENT_NAMES];

/** True for files whose address the page may name. */
const isBesideScript = (name) => [...SCRIPT_FILES, 'take-over'].includes(name);

/** Fills `src/page/hashes.ts` with the hashes of the files built before. */
const hashesOfFiles = {
  name: 'hashes-of-files',
  load(id) {
    if (id !== resolve('dist/page/hashes.js')) return null;
    const hashes = SCRIPT_FILES.map((name) => [
      name,
      integrityOf(readFileSync(`dist/cdn/${name}.js`)),
    ]);
    return `export const HASHES = ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
};

/**
 * Tells Chromium to compile every function in the background while the file loads. Nearly all of
 * them run before the first paint. Compiling each at its first call took a tenth of the time until
 * then.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/** Maps name files of packages alike wherever the packages lie, so that two builds give the same bytes. */
const withoutPlace = (path) => path.replace(/^.*\/node_modules\//, 'node_modules/');

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

/** Names the packages in the whole file, which has all that any file has: their licences, and a list for programs. */
const packages = [
  license({ thirdParty: { output: resolve('dist/cdn/LICENSES.txt') } }),
  sbom({
    outDir: '.',
    outFilename: 'sbom.cdx',
    outFormats: ['json'],
    rootComponentType: 'library',
    saveTimestamp: false,
    includeWellKnown: false,
  }),
];

function build(input, name, format, file = format === 'iife' ? `${name}.classic` : name) {
  const classic = format === 'iife';
  // Modules and classic scripts both import the doctor.
  const lowered = classic || name === 'diagnose';
  return {
    input,
    // A classic script has no exports: src/page/start.ts gives them to the page.
    preserveEntrySignatures: classic ? false : 'allow-extension',
    // Reading a property of our own objects has no side effects, so unused definitions can be
    // removed.
    treeshake: { propertyReadSideEffects: false },
    plugins: [
      askAhead,
      elementEntry,
      classic && name === 'customs-widgets' && packages,
      hashesOfFiles,
      nodeResolve({ exportConditions: ['browser'] }),
      !classic && partsByHash,
      isBesideScript(name) && besideScript(name),
      folderOf(name),
      privateLit,
      lowered && withoutPrivateNames,
      lowered && classicSyntax,
      exactNames,
      minified({ ecma: lowered ? 2019 : 2022, module: !classic }),
    ],
    output: {
      file: `dist/cdn/${file}.js`,
      format,
      inlineDynamicImports: true,
      sourcemap: true,
      sourcemapPathTransform: withoutPlace,
      ...(classic && {
        plugins: [
          { name: 'bom', renderChunk: (code) => ({ code: BYTE_ORDER_MARK + code, map: null }) },
        ],
      }),
    },
    onwarn(warning) {
      // TypeScript's decorator helper uses a `this` that modules do not have.
      if (warning.code === 'THIS_IS_UNDEFINED') return;
      throw new Error(warning.message);
    },
  };
}

/** Files that every page loads as classic scripts. The last one comes when all others are there. */
const CLASSIC_ONLY = ['frame-host', 'frame'];

/** Configures a part: a file that a script file loads on demand. */
function buildPart({ input, file }) {
  const config = build(input, file.replace(/\.js$/, ''), 'es');
  return { ...config, plugins: [takenFromScript(input), ...config.plugins] };
}

/** Name under which a page of the project imports what was published. */
const PUBLISHED = 'virtual:published';

/** Puts what was published into the script of a page: on a disk, it cannot fetch anything. */
const published = {
  name: 'published',
  resolveId: (id) => (id === PUBLISHED ? `\0${id}` : null),
  load(id) {
    if (id !== `\0${PUBLISHED}`) return null;
    return Object.entries(publishedValues())
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
};

/** Pages of the project: built like applications with this package, but not part of it. */
const PAGES = ['builder', 'editor'];

/** Configures a page of the project. Browsers load no modules from a disk, so it is a classic script. */
function buildPage(name) {
  const config = build(`stories/${name}/page.ts`, name, 'iife', name);
  return {
    ...config,
    plugins: [
      published,
      typescript({ target: 'es2022', tsconfig: 'stories/tsconfig.json' }),
      ...config.plugins,
    ],
    output: { ...config.output, file: `dist/demo/${name}.js` },
  };
}

/** Takes the build of this package for browsers. That for Node imports a module of Node. */
const withoutBuffer = {
  name: 'without-buffer',
  resolveId: (id) =>
    id === '@lit-labs/ssr-client' ? resolve(`node_modules/${id}/index.js`) : null,
};

/**
 * What servers import, as one file with everything in it: Lit for servers, data and strings. Bundlers, workers and edge
 * runtimes find neither files beside a module nor the build of Lit that works without a page.
 */
const server = {
  input: 'dist/render/server.js',
  treeshake: { propertyReadSideEffects: false },
  plugins: [
    withoutBuffer,
    nodeResolve({ exportConditions: ['node'] }),
    license({ thirdParty: { output: resolve('dist/server/LICENSES.txt') } }),
  ],
  output: {
    file: 'dist/server/render.js',
    format: 'es',
    inlineDynamicImports: true,
  },
};

const scripts = [
  server,
  ...PARTS.map(buildPart),
  ...['es', 'iife'].flatMap((format) =>
    SCRIPT_FILES.map((name) => build(`dist/page/${name}.js`, name, format)),
  ),
  build('dist/page/diagnose.js', 'diagnose', 'es'),
  build('dist/page/diagnose-script.js', 'diagnose', 'iife'),
  // Comes after the files above, because it contains their hashes.
  build('dist/page/take-over.js', 'take-over', 'es'),
  ...CLASSIC_ONLY.map((name) => build(`dist/page/frame/${name}.js`, name, 'iife', name)),
];
const pages = PAGES.map(buildPage);

/** Adds a plug-in to the last configuration of a list. */
const last = (configurations, plugin) => [
  ...configurations.slice(0, -1),
  { ...configurations.at(-1), plugins: [...configurations.at(-1).plugins, plugin] },
];

/** Builds everything; with `--configPages`, only the pages of the project. The archive has them all. */
export default ({ configPages }) => [
  ...(configPages ? [] : last(scripts, publishedFiles)),
  ...last(pages, archive),
];
