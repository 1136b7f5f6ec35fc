/* dist/customs-widgets-<version>.zip: the script files for those who have no npm, with an example to double-click. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { publishedFiles } from './integrity.mjs';
import { root } from './project.mjs';

/** The same input gives the same bytes, whoever builds, whenever; ZIP knows no time before 1980. */
const DATE = new Date(1980, 0, 1);

/** Old editors on Windows take a file without it for GBK. */
const BYTE_ORDER_MARK = '\uFEFF';

export function writeArchive() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const offline = (name) => readFileSync(join(root, 'src/page/offline', name), 'utf8');
  const readme = offline('README.txt').replace('{version}', version).replaceAll('\n', '\r\n');
  const files = {
    LICENSE: readFileSync(join(root, 'LICENSE')),
    'README.txt': Buffer.from(BYTE_ORDER_MARK + readme),
    'example.html': Buffer.from(offline('example.html')),
  };
  const cdn = join(root, 'dist/cdn');
  for (const name of publishedFiles()) files[`cdn/${name}`] = readFileSync(join(cdn, name));
  const sorted = Object.fromEntries(
    Object.entries(files).sort(([one], [two]) => (one < two ? -1 : 1)),
  );
  const name = `customs-widgets-${version}.zip`;
  writeFileSync(join(root, 'dist', name), zipSync(sorted, { level: 9, mtime: DATE, os: 3 }));
  // It stays out of the npm package, which has the folder itself.
  writeFileSync(join(root, 'dist/.npmignore'), '*.zip\n');
}
