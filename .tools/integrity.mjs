/*
 * What says whether a copy of the files is whole: dist/cdn/integrity.json, the size and the hash of each file; and the
 * archive of them for those who have no npm, with an example to double-click.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { root } from './project.mjs';

const NAME = 'integrity.json';

const cdn = join(root, 'dist/cdn');
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The files of dist/cdn that pages use. A map is larger than its file, and who works on the sources has npm. */
export const publishedFiles = () =>
  readdirSync(cdn, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.endsWith('.map') && statSync(join(cdn, name)).isFile())
    .sort();

/** The hash of a file, as the attribute `integrity` has it. */
export const integrityOf = (content, algorithm = 'sha384') =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** The name of a script file with its version: `duty-list-1.2.0.classic.js`. */
export const versioned = (name) => name.replace(/(\.classic)?\.js$/, `-${version}$&`);

/** Writes integrity.json. */
export function writeIntegrity() {
  const names = publishedFiles().filter((name) => name !== NAME);
  const files = Object.fromEntries(
    names.map((name) => {
      const content = readFileSync(join(cdn, name));
      return [name, { bytes: content.length, integrity: integrityOf(content) }];
    }),
  );
  writeFileSync(join(cdn, NAME), `${JSON.stringify({ version, files }, null, 2)}\n`);
}

/** The same input gives the same bytes, whoever builds, whenever; ZIP knows no time before 1980. */
const DATE = new Date(1980, 0, 1);

/** Pages in GBK, and old editors on Windows, read a file without it as GBK; its script would break. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Writes dist/customs-widgets-<version>.zip. */
export function writeArchive() {
  const offline = (name) => readFileSync(join(root, 'src/page/offline', name), 'utf8');
  const readme = offline('README.txt').replace('{version}', version).replaceAll('\n', '\r\n');
  const files = {
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'README.txt': Buffer.from(BYTE_ORDER_MARK + readme),
    'example.html': Buffer.from(offline('example.html')),
  };
  for (const name of publishedFiles()) files[`cdn/${name}`] = readFileSync(join(cdn, name));
  const sorted = Object.fromEntries(
    Object.entries(files).sort(([one], [two]) => (one < two ? -1 : 1)),
  );
  const name = `customs-widgets-${version}.zip`;
  writeFileSync(join(root, 'dist', name), zipSync(sorted, { level: 9, mtime: DATE, os: 3 }));
  // It stays out of the npm package, which has the folder itself.
  writeFileSync(join(root, 'dist/.npmignore'), '*.zip\n');
}
