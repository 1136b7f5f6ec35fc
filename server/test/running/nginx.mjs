/* Runs a real nginx with the lines that the README gives operators. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, scratchFolder } from './databases.mjs';
import { until } from './service.mjs';

/** Why tests with nginx are skipped; false where there is one. */
export const skip =
  spawnSync('nginx', ['-v']).status === 0 ? false : 'there is no nginx on this machine';

/** The lines for nginx in one of the READMEs, without comments. */
export function readmeLines(name) {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  return /```nginx\n([^]*?)```/.exec(text)[1].replace(/^\s*#.*\n/gm, '');
}

/**
 * Starts nginx with these lines, and ends it after the test.
 *
 * @param lines - what stands in `server`; the address of the service is put in
 * @param log - the level of its log of errors
 */
export async function startNginx(test, lines, service, log = 'info') {
  const folder = scratchFolder(test);
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log ${log};
events {}
http {
  access_log ${folder}/access.log;
  ${temporary}
  server {
    listen 127.0.0.1:${port};
    ${lines.replaceAll('127.0.0.1:8787', new URL(service).host)}
  }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', `${folder}/error.log`]);
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const ended = once(child, 'exit');
  test.after(async () => {
    child.kill('SIGQUIT');
    await ended;
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    return fetch(`${url}/`).catch(() => undefined);
  });
  const read = (name) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return { url, accessLog: () => read('access.log'), errorLog: () => read('error.log') };
}
