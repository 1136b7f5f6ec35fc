/* Installs what the examples need, and the package itself as npm would publish it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpack } from '../package.mjs';

export const examples = fileURLToPath(new URL('.', import.meta.url));

function installPackages() {
  if (existsSync(join(examples, 'node_modules/.package-lock.json'))) return;
  console.log('Installing React, Preact, Vue and Svelte …');
  const { status, error } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: examples,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The examples could not be installed.', { cause: error });
}

/** Makes the examples ready to be checked, built and served. */
export function installExamples() {
  installPackages();
  const { folder, remove } = unpack();
  const target = join(examples, 'node_modules/customs-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(folder, target, { recursive: true });
  remove();
}
