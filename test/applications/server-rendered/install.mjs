/* Installs an application as its author would: its packages from its lock file, and this package as npm would publish it. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIn } from '../../fixtures/install-packages.mjs';
import { unpack } from '../../package/unpack.mjs';
import { runIn } from './process.mjs';

/** The folder of an application. */
export const folderOf = (name) => join(import.meta.dirname, name);

/**
 * Installs an application. What is there already stays, except this package, which is always the newest.
 *
 * @param name - its folder
 */
export async function install(name) {
  const folder = folderOf(name);
  if (existsSync(join(folder, 'package-lock.json'))) installIn(folder, `the application ${name}`);
  const { file, remove } = unpack();
  rmSync(join(folder, 'node_modules/customs-widgets'), { recursive: true, force: true });
  const flags = ['--no-save', '--no-package-lock', '--prefer-offline', '--loglevel=error'];
  await runIn(folder, ['npm', 'install', ...flags, file]);
  remove();
  return folder;
}
