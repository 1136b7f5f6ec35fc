/* Installs the lowest versions of what the package uses. `npm test` does so once for all files. */
import { join } from 'node:path';
import { installIn } from '../fixtures/install-packages.mjs';

export const lowest = join(import.meta.dirname, 'lowest');

/** Installs them, unless they are there. */
export const installLowest = () =>
  installIn(lowest, 'the lowest versions of what the package uses');
