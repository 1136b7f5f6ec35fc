/* Installs what the examples need, and the package itself as npm would publish it. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../fixtures/install-packages.mjs';
import { unpack } from '../package/unpack.mjs';

export const examples = fileURLToPath(new URL('.', import.meta.url));

/** Makes the examples ready to be checked, built and served. */
export function installExamples() {
  installIn(examples, 'React, Preact, Vue and Svelte');
  const { folder, remove } = unpack();
  const target = join(examples, 'node_modules/customs-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(folder, target, { recursive: true });
  remove();
}
