/*
 * The page of the demo that builds snippets, and the script-tag builds: one self-contained file for everything and one for each element, as a module and
 * as a classic script. Each is a configuration of its own, so that no code is shared between files: the
 * hash in an `integrity` attribute does not cover what a file imports.
 */
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';

const ELEMENTS = [
  'profile-card',
  'duty-list',
  'rank-ladder',
  'link-list',
  'comment-box',
  'comment-count',
];

const root = dirname(fileURLToPath(import.meta.url));

/** Chromium 80 is the oldest core that domestic browsers still ship; untranspiled Lit needs 85. */
const classicSyntax = {
  name: 'classic-syntax',
  renderChunk: (code) =>
    transform(code, {
      target: 'chrome80',
      // Chromium has had these since 74; esbuild waits for 84.
      supported: { 'class-private-field': true, 'class-field': true },
      sourcemap: true,
    }),
};

/**
 * Private methods came with Chromium 84, and what esbuild puts in their place is long. Here they are methods whose
 * names belong to one file, so that a class and its subclass do not share them; terser shortens the names.
 */
const classicPrivateMethods = {
  name: 'classic-private-methods',
  transform(code, id) {
    const declared = [...code.matchAll(/^\s+(?:async |get |set |static )?\*?#(\w+)\(/gm)];
    const names = new Set(declared.map(([, name]) => name));
    const file = relative(root, id).replace(/\W/g, '_');
    const renamed = code.replace(/(?<=[.\s])#(\w+)\b/g, (all, name) =>
      names.has(name) ? `__private_${name}_${file}` : all,
    );
    return { code: renamed, map: { mappings: '' } };
  },
};
const PRIVATE = { properties: { regex: /^__private_/ } };

/** A page that cannot be taken over is drawn anew, whatever the reason; a third of the code explains reasons. */
const withoutExplanations = {
  name: 'without-explanations',
  transform(code, id) {
    if (!id.includes('@lit-labs/ssr-client')) return null;
    const shortened = code.replace(
      /(Error|console\.error)\((?:"[^"]*"|`[^`]*`)\)/g,
      "$1('mismatch')",
    );
    return { code: shortened, map: { mappings: '' } };
  },
};

/** Without it a page in GBK reads the Chinese strings of the file as GBK, and the script breaks. */
const BYTE_ORDER_MARK = '\uFEFF';

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
      nodeResolve(),
      withoutExplanations,
      lowered && classicPrivateMethods,
      lowered && classicSyntax,
      terser({
        ecma: lowered ? 2019 : 2022,
        module: !classic,
        format: { comments: false },
        mangle: lowered ? PRIVATE : {},
      }),
    ],
    output: {
      file: `dist/cdn/${file}.js`,
      format,
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
/** The embed builder of the demo, written like any application with this package; not part of the package. */
const builder = {
  ...build('stories/demo/builder/page.js', 'builder', 'es'),
  output: { file: 'dist/demo/builder.js', format: 'es', sourcemap: true },
};

export default [
  ...['es', 'iife'].flatMap((format) =>
    ['customs-widgets', ...ELEMENTS].map((name) => build(`dist/page/${name}.js`, name, format)),
  ),
  build('dist/page/diagnose.js', 'diagnose', 'es'),
  build('dist/page/diagnose-script.js', 'diagnose', 'iife'),
  ...CLASSIC_ONLY.map((name) => build(`dist/page/frame/${name}.js`, name, 'iife', name)),
  builder,
];
