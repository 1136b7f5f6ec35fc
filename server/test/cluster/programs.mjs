/* Runs the programs of the cluster. Where we are root they get the user of PostgreSQL, for none of them runs as root. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian puts the programs of PostgreSQL, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

const isThere = (program) => !spawnSync(program, ['--version']).error;

/** The folder with the programs of the newest PostgreSQL; undefined where there is none. */
export const BINARIES = existsSync(DEBIAN)
  ? readdirSync(DEBIAN)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(DEBIAN, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'postgres')))
  : undefined;

const missing = ['patroni', 'etcd', 'haproxy', 'pgbouncer'].filter((program) => !isThere(program));
if (!BINARIES) missing.push('postgresql');

/** Why no cluster can run here; false where it can. */
export const NO_CLUSTER = missing.length > 0 && `not installed: ${missing.join(', ')}`;

const idOf = (option) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
const user = process.getuid?.() === 0 && !NO_CLUSTER ? { uid: idOf('-u'), gid: idOf('-g') } : {};

/** Gives a function that says what has to end after the test. What began last ends first. */
export function endings(test) {
  const ends = [];
  test.after(async () => {
    for (const end of ends.reverse()) await end();
  });
  return (end) => ends.push(end);
}

/** Makes a folder that the programs may write. */
export function clusterFolder(atEnd) {
  const folder = mkdtempSync(join(tmpdir(), 'customs-cluster-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program. */
export function run(atEnd, program, args, folder) {
  const child = spawn(program, args, {
    ...user,
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (data) => (log += data));
  child.stderr.on('data', (data) => (log += data));
  const exit = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  atEnd(kill);
  return {
    kill,
    /** Says what went wrong if it has ended by itself. */
    check: () => {
      if (child.exitCode !== null) throw new Error(`${program} has ended.\n${log}`);
    },
  };
}
