/* The package as npm would publish it, unpacked, for tests of what users get rather than of what lies in dist/. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../.tools/project.mjs';

/**
 * Packs the project and unpacks the tarball into a new folder.
 *
 * @returns `file`, the tarball; `folder`, where its files lie; and `remove`, which deletes both
 */
export function unpack() {
  const home = mkdtempSync(join(tmpdir(), 'customs-package-'));
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' };
  const args = [
    'pack',
    '--json',
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    home,
  ];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, options));
  const file = join(home, filename);
  execFileSync('tar', ['-xzf', file, '-C', home]);
  return {
    file,
    folder: join(home, 'package'),
    remove: () => rmSync(home, { recursive: true }),
  };
}
