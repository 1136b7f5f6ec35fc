/* Renders with the packed package on a server, and opens pages that show the result. */
import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../.tools/project.mjs';

/**
 * Rendering of an unpacked package.
 *
 * @param dist - folder with its built files
 */
export async function rendering(dist) {
  const folder = dirname(dist);
  // Packages that npm would install beside it.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const api = await import(pathToFileURL(join(dist, 'server/render.js')).href);
  const file = join(dist, 'render/command.js');
  /** The command in a terminal of one language. */
  const commandIn =
    (LC_ALL) =>
    async (...args) => {
      const options = { encoding: 'utf8', env: { ...process.env, LC_ALL } };
      const done = promisify(execFile)(process.execPath, [file, ...args], options);
      const { code = 0, stdout, stderr } = await done.catch((error) => error);
      return { code, stdout, stderr };
    };
  return { ...api, command: commandIn('C'), commandIn };
}
