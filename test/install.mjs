/* Installs what some tests and the benchmark need for themselves, by a lock file of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of a folder, unless they are there.
 *
 * @param {string} folder
 * @param {string} what What is installed, for whoever waits.
 * @param {...string} options Further options of npm.
 */
export function installIn(folder, what, ...options) {
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
  console.log(`Installing ${what} …`);
  const { status, error } = spawnSync('npm', ['ci', '--loglevel=error', ...options], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${what} could not be installed.`, { cause: error });
}
