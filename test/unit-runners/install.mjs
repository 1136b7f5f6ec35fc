/* Installs the runners of unit tests, and the package beside them. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../fixtures/install-packages.mjs';
import { unpack } from '../package/unpack.mjs';

export const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs the runners, unless they are there. `npm test` does so once for all files. */
export const installRunners = () => installIn(folder, 'Vitest and Jest');

/** Installs everything that the unit tests need. Only one file uses it, so it may do so itself. */
export function prepareUnitTests() {
  if (!process.env.TEST_PREPARED) installRunners();
  const unpacked = unpack();
  const target = join(folder, 'node_modules/customs-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(unpacked.folder, target, { recursive: true });
  unpacked.remove();
}
