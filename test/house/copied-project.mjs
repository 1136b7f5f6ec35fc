/* A copy of the project in another folder, which can be changed and built. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../.tools/project.mjs';

/** Pictures are not needed here. */
const isNeeded = (file) => !/^(test\/pictures|server\/voices)\//.test(file);

/** Copies the files that are under version control, or would be. */
function copyFiles(folder) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  for (const name of new Set(names.filter((one) => one && isNeeded(one)))) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/**
 * Makes the copy.
 *
 * @returns its `folder`; `build`, which builds the package; `run`, which runs one of its scripts and
 * returns the output; `read`, which reads one of its files; and `remove`, which deletes it
 */
export function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), 'customs-copy-'));
  copyFiles(folder);
  const run = (...args) =>
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  return {
    folder,
    run,
    build() {
      run('.tools/sources.mjs');
      run('.tools/compile.mjs');
      run(
        'node_modules/@custom-elements-manifest/analyzer/cem.js',
        ...['analyze', '--quiet', '--config', '.config/custom-elements-manifest.config.mjs'],
      );
      run('node_modules/rollup/dist/bin/rollup', '--config', '--silent');
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
