/* A real PgBouncer, where the program is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, query, scratchFolder } from './databases.mjs';
import { until } from './service.mjs';

/** Why no PgBouncer can run here; false where it can. */
export const NO_PGBOUNCER =
  spawnSync('pgbouncer', ['--version']).status !== 0 && 'the program pgbouncer is not installed';

/** It does not run as root, so it gets this user there, which PostgreSQL has too. */
const USER = 'postgres';

/**
 * Starts a PgBouncer in transaction mode before a PostgreSQL, and ends it after the test.
 *
 * @param databaseUrl - address of the database behind it
 * @param poolSize - how many connections it has to that database
 * @param settings - lines for its configuration
 * @returns the address of the same database through it
 */
export async function startPgBouncer(test, databaseUrl, { poolSize = 5, settings = [] } = {}) {
  const { hostname, port: serverPort, username, password, pathname } = new URL(databaseUrl);
  const port = await freePort();
  const folder = scratchFolder(test);
  chmodSync(folder, 0o755);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${serverPort} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 1000
${settings.join('\n')}
`,
  );
  const user = process.getuid?.() === 0 ? ['--user', USER] : [];
  const child = spawn('pgbouncer', [...user, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (data) => (log += data));
  const exit = once(child, 'exit');
  test.after(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const url = `postgres://${username}@127.0.0.1:${port}${pathname}`;
  await until(() => {
    if (child.exitCode !== null) throw new Error(log);
    return query(url, 'select 1').catch(() => false);
  });
  return url;
}
