/* Installs the bundlers that the project does not use itself, and the package beside them. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../fixtures/install-packages.mjs';
import { unpack } from '../package/unpack.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The application that each bundler builds. */
export const application = join(folder, 'application');

/** Installs the bundlers, unless they are there. `npm test` does so once for all files. */
export const installBundlers = () => installIn(folder, 'webpack, Rspack and Parcel');

/** Installs everything that the application needs. Only one file uses it, so it may do so itself. */
export function prepareApplication() {
  if (!process.env.TEST_PREPARED) installBundlers();
  const unpacked = unpack();
  const target = join(folder, 'node_modules/customs-widgets');
  rmSync(target, { recursive: true, force: true });
  cpSync(unpacked.folder, target, { recursive: true });
  unpacked.remove();
}
