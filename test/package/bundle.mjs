/* Uses the unpacked package as somebody who has installed it, and bundles it. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import { root } from '../../.tools/project.mjs';

/**
 * Bundles code of a user of the package.
 *
 * @param folder - the unpacked package; beside it are the packages that the user has installed
 * @returns the text, and the files of the package in it, relative to dist
 */
export async function bundle(folder, code) {
  const home = dirname(folder);
  installBeside(folder);
  const input = join(home, 'page.js');
  writeFileSync(input, code);
  const built = await rollup({ input, plugins: [nodeResolve()], logLevel: 'silent' });
  const { output } = await built.generate({
    // Imports on demand would become separate files.
    inlineDynamicImports: true,
  });
  const { code: text } = await minify(output[0].code, {
    module: true,
    compress: true,
    mangle: true,
  });
  const files = Object.keys(output[0].modules)
    .map((file) => file.replaceAll('\\', '/').split('/package/dist/')[1])
    .filter(Boolean);
  return { text: text.trim(), files };
}

/**
 * Turns the folder around the unpacked package into that of a user who has installed it.
 *
 * @param from - folder with the packages that it uses
 */
export function installBeside(folder, from = join(root, 'node_modules')) {
  const modules = join(dirname(folder), 'node_modules');
  if (existsSync(modules)) return;
  const install = (name, target) => {
    const place = join(modules, name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(target, place, 'junction');
  };
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) install(name, join(from, name));
  install('customs-widgets', folder);
}
