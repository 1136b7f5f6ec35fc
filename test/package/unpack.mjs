/*
 * Packs and unpacks the package as npm would publish it, for tests of what users get instead of
 * what is in dist/.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from '@swc/core';
import { rollup } from 'rollup';
import { root } from '../../.tools/project.mjs';

/** Where `npm test` puts the tarball, so that each file need not pack it again. */
const PACKED = join(root, 'coverage/package.tgz');

/** Packs the project as `coverage/package.tgz`. */
export function pack(folder = dirname(PACKED)) {
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' };
  const flags = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', ...flags], options));
  renameSync(join(folder, filename), join(folder, basename(PACKED)));
}

/**
 * Unpacks the tarball into a new folder; packs the project first when this file runs alone.
 *
 * @returns `file`, the tarball; `folder`, the folder of its files; and `remove`, which deletes both
 */
export function unpack() {
  const home = mkdtempSync(join(tmpdir(), 'customs-package-'));
  const file = join(home, basename(PACKED));
  if (process.env.TEST_PREPARED && existsSync(PACKED)) copyFileSync(PACKED, file);
  else pack(home);
  execFileSync('tar', ['-xzf', file, '-C', home]);
  return {
    file,
    folder: join(home, 'package'),
    remove: () => rmSync(home, { recursive: true }),
  };
}

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

/** Turns the folder around the unpacked package into that of a user who has installed it. */
export function installBeside(folder) {
  const modules = join(dirname(folder), 'node_modules');
  if (existsSync(modules)) return;
  const install = (name, from) => {
    const place = join(modules, name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(from, place, 'junction');
  };
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) install(name, join(root, 'node_modules', name));
  install('customs-widgets', folder);
}
