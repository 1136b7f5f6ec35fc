/* Installs the libraries that other pages load: from npm, and from Debian what npm does not have. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installFromDebian, installIn } from '../fixtures/install-packages.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Where Debian keeps the libraries of its packages `libjs-…`. */
const DEBIAN = '/usr/share/javascript';

/** Packages of Debian, and a file of each. */
const PACKAGES = {
  'libjs-prototype': 'prototype/prototype.js',
  'libjs-scriptaculous': 'scriptaculous/scriptaculous.js',
  'libjs-mootools': 'mootools/mootools-more.js',
};

/** Finds a library: `sugar/dist/sugar.js` of npm, `debian/prototype/prototype.js` of Debian. */
export const pathOf = (library) =>
  library.startsWith('debian/')
    ? join(DEBIAN, library.slice('debian/'.length))
    : join(folder, 'node_modules', library);

/** Installs the libraries, unless they are there. `npm test` does so once for all files. */
export function installHosts() {
  installIn(folder, 'the libraries of other pages', '--ignore-scripts');
  const missing = Object.entries(PACKAGES)
    .filter(([, file]) => !existsSync(join(DEBIAN, file)))
    .map(([name]) => name);
  if (missing.length) installFromDebian('old libraries', missing);
}
