/* Installs the dependencies of the examples, and the package as npm would publish it. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../fixtures/install-packages.mjs';
import { unpack } from '../package/unpack.mjs';

export const examples = fileURLToPath(new URL('.', import.meta.url));

/** Installs the frameworks, unless they are there. */
export const installFrameworks = () => installIn(examples, 'React, Preact, Solid, Vue and Svelte');

/** Puts the package as npm would publish it beside the frameworks. */
export function installPackage() {
  const { folder, remove } = unpack();
  const target = join(examples, 'node_modules/customs-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(folder, target, { recursive: true });
  remove();
}

/** Prepares the examples for checks, builds and a server. `npm test` does so once for all files. */
export function installExamples() {
  if (process.env.TEST_PREPARED) return;
  installFrameworks();
  installPackage();
}
