/*
 * Builds the application with each bundler as its manual says to begin, without anything for this library unless a
 * comment says why.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import { application } from './install.mjs';

/** Pages of the application, each with a script of the same name. */
export const PAGES = ['built-in', 'own-data', 'base-path', 'parse'];

const scriptOf = (name) => join(application, `${name}.js`);
const pageOf = (name) => join(application, `${name}.html`);
const entries = () => Object.fromEntries(PAGES.map((name) => [name, scriptOf(name)]));

/** Puts the pages beside scripts that were built under their own names. */
function copyPages(folder, type = 'type="module"') {
  for (const name of PAGES) {
    const text = readFileSync(pageOf(name), 'utf8').replace('type="module"', type);
    writeFileSync(join(folder, `${name}.html`), text);
  }
}

/** Builds each page by itself: entries that are built in pieces together share all that any of them uses. */
async function byEsbuild(outdir, options, type) {
  const results = await Promise.all(
    PAGES.map((name) =>
      esbuild({
        entryPoints: [scriptOf(name)],
        bundle: true,
        minify: true,
        outdir,
        logLevel: 'silent',
        ...options,
      }),
    ),
  );
  copyPages(outdir, type);
  return results.flatMap(({ warnings }) => warnings.map(({ text }) => text));
}

async function byRollup(dir) {
  const warnings = [];
  const built = await rollup({
    input: entries(),
    plugins: [nodeResolve()],
    onwarn: ({ message }) => warnings.push(message),
  });
  await built.write({ dir });
  await built.close();
  copyPages(dir);
  return warnings;
}

/** Webpack, and Rspack, which has the same interface. */
async function byWebpack(pack, path, optimization = {}) {
  const stats = await new Promise((resolve, reject) => {
    const compiler = pack({
      mode: 'production',
      context: application,
      entry: entries(),
      output: { path },
      optimization,
      // What it says about sizes is of all that an application has.
      performance: false,
    });
    compiler.run((error, stats) => compiler.close(() => (error ? reject(error) : resolve(stats))));
  });
  copyPages(path, 'defer');
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  return [...errors, ...warnings].map(({ message }) => message);
}

async function byParcel(folder) {
  const { Parcel } = await import('@parcel/core');
  const bundler = new Parcel({
    entries: PAGES.map(pageOf),
    defaultConfig: '@parcel/config-default',
    mode: 'production',
    shouldDisableCache: true,
    cacheDir: `${folder}-cache`,
    defaultTargetOptions: { distDir: folder, publicUrl: './', sourceMaps: false },
  });
  await bundler.run();
  return [];
}

async function byVite(outDir) {
  const warnings = [];
  await vite({
    root: application,
    base: './',
    logLevel: 'silent',
    build: {
      outDir,
      rolldownOptions: {
        input: PAGES.map(pageOf),
        onwarn: ({ message }) => warnings.push(message),
      },
    },
  });
  return warnings;
}

/**
 * How each bundler builds into a folder; resolves with its warnings. `isWhole`: it writes one file for each entry, in
 * which the data and strings of the library are, too.
 */
export const BUNDLERS = {
  'esbuild, as it comes': {
    isWhole: true,
    build: (folder) => byEsbuild(folder, {}, 'defer'),
  },
  'esbuild for modules': {
    isWhole: true,
    build: (folder) => byEsbuild(folder, { format: 'esm' }),
  },
  'esbuild for modules in pieces': {
    build: (folder) => byEsbuild(folder, { format: 'esm', splitting: true }),
  },
  'Rollup with only node-resolve': { build: byRollup },
  webpack: {
    async build(folder) {
      const { default: webpack } = await import('webpack');
      const { default: Minimizer } = await import('minimizer-webpack-plugin');
      // What webpack chooses itself takes ten seconds for the same.
      return byWebpack(webpack, folder, {
        minimizer: [new Minimizer({ minify: Minimizer.swcMinify, extractComments: false })],
      });
    },
  },
  Rspack: {
    build: async (folder) => byWebpack((await import('@rspack/core')).rspack, folder),
  },
  // It writes a map of its modules into the page, which a strict policy has to allow.
  Parcel: { isInline: true, build: byParcel },
  Vite: { build: byVite },
};
