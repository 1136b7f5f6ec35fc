/*
 * Packs and unpacks the package as npm would publish it, for tests of what users get instead of
 * what is in dist/.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../../.tools/project.mjs';

/** Where `npm test` puts the tarball, so that each file need not pack it again. */
const PACKED = join(root, 'coverage/package.tgz');

/** Packs the project as `coverage/package.tgz`. */
export function pack(folder = dirname(PACKED)) {
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' };
  const flags = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', ...flags], options));
  renameSync(join(folder, filename), join(folder, basename(PACKED)));
}

/**
 * Unpacks the tarball into a new folder; packs the project first when this file runs alone.
 *
 * @returns `file`, the tarball; `folder`, the folder of its files; and `remove`, which deletes both
 */
export function unpack() {
  const home = mkdtempSync(join(tmpdir(), 'customs-package-'));
  const file = join(home, basename(PACKED));
  if (process.env.TEST_PREPARED && existsSync(PACKED)) copyFileSync(PACKED, file);
  else pack(home);
  execFileSync('tar', ['-xzf', file, '-C', home]);
  return {
    file,
    folder: join(home, 'package'),
    remove: () => rmSync(home, { recursive: true }),
  };
}
