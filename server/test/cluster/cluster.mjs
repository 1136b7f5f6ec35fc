/*
 * A PostgreSQL with automatic failover: three servers, each in the care of a Patroni. etcd knows which of them is the
 * primary. HAProxy has one port that leads to the primary, and one that leads to the standbys.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, query } from '../running/databases.mjs';
import { until } from '../running/service.mjs';
import { BINARIES, clusterFolder, endings, run } from './programs.mjs';

const NODES = ['one', 'two', 'three'];

/** What the README recommends. A commit waits for a second server, and fails rather than go without one. */
const RECOMMENDED = {
  ttl: 20,
  loop_wait: 5,
  retry_timeout: 5,
  synchronous_mode: true,
  synchronous_mode_strict: true,
};

/** Asks a server which one it is. */
const STATE = `select pg_is_in_recovery() as only_reads,
  (select count(*)::int from pg_stat_replication where sync_state = 'sync') as synchronous`;

/** Whether a process is there. */
function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

async function startEtcd(atEnd, folder) {
  const [clients, peers] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${clients}`;
  const peerUrl = `http://127.0.0.1:${peers}`;
  const program = run(
    atEnd,
    'etcd',
    [
      ...['--data-dir', join(folder, 'etcd')],
      ...['--listen-client-urls', url, '--advertise-client-urls', url],
      ...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl],
      ...['--initial-cluster', `default=${peerUrl}`],
    ],
    folder,
  );
  await until(() => {
    program.check();
    return fetch(`${url}/health`).catch(() => false);
  });
  return clients;
}

/** One server with its Patroni, on a machine of its own as it were. */
class Node {
  #patroni;

  constructor(atEnd, name, folder, ports) {
    Object.assign(this, { atEnd, name, folder, ...ports });
    this.data = join(folder, name);
  }

  /** Writes the configuration of its Patroni. JSON is YAML too. */
  configure(etcd, dynamic) {
    const superuser = { username: 'postgres', password: 'password' };
    const address = `127.0.0.1:${this.port}`;
    const rest = `127.0.0.1:${this.rest}`;
    const configuration = {
      scope: 'comments',
      name: this.name,
      restapi: { listen: rest, connect_address: rest },
      etcd3: { host: `127.0.0.1:${etcd}` },
      bootstrap: {
        dcs: {
          ...dynamic,
          postgresql: { use_pg_rewind: true, parameters: { synchronous_commit: 'on' } },
        },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
      },
      postgresql: {
        listen: address,
        connect_address: address,
        data_dir: this.data,
        bin_dir: BINARIES,
        pgpass: join(this.folder, `${this.name}.pgpass`),
        authentication: { superuser, replication: superuser },
        parameters: { unix_socket_directories: this.folder },
        pg_hba: [
          'host replication all 127.0.0.1/32 trust',
          'host all all 127.0.0.1/32 trust',
          'local all all trust',
        ],
      },
    };
    this.file = join(this.folder, `${this.name}.json`);
    writeFileSync(this.file, JSON.stringify(configuration));
  }

  start() {
    this.#patroni = run(this.atEnd, 'patroni', [this.file], this.folder);
  }

  /** Whether it is a `primary` or a `replica` that works. */
  async is(role) {
    this.#patroni.check();
    const answer = await fetch(`http://127.0.0.1:${this.rest}/${role}`).catch(() => undefined);
    return answer?.ok ?? false;
  }

  /** Ends all of it at once, as a power failure does. */
  async kill(signal = 'SIGKILL') {
    await this.#patroni.kill();
    const file = join(this.data, 'postmaster.pid');
    let server = 0;
    try {
      server = Number(readFileSync(file, 'utf8').split('\n')[0]);
    } catch {
      return;
    }
    if (!isAlive(server)) return;
    process.kill(server, signal);
    await until(() => !isAlive(server));
  }
}

async function startHaproxy(atEnd, folder, nodes) {
  const [primary, standby] = [await freePort(), await freePort()];
  const listen = (role, port) => `
listen ${role}
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /${role}
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, port: to, rest }) => `  server ${name} 127.0.0.1:${to} check port ${rest}`).join('\n')}
`;
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(
    file,
    `defaults
  mode tcp
  timeout connect 2s
  timeout check 2s
  timeout client 1h
  timeout server 1h
${listen('primary', primary)}${listen('replica', standby)}`,
  );
  const program = run(atEnd, 'haproxy', ['-f', file, '-db'], folder);
  const addressOf = (port) => `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  await until(() => {
    program.check();
    return query(addressOf(primary), 'select 1').catch(() => false);
  });
  return { url: addressOf(primary), readUrl: addressOf(standby) };
}

/** Starts the cluster, and waits until a commit is on two servers. It ends with the test. */
export async function startCluster(test) {
  const atEnd = endings(test);
  const folder = clusterFolder(atEnd);
  const etcd = await startEtcd(atEnd, folder);
  const nodes = [];
  for (const name of NODES) {
    const node = new Node(atEnd, name, folder, { port: await freePort(), rest: await freePort() });
    node.configure(etcd, RECOMMENDED);
    nodes.push(node);
  }
  for (const node of nodes) node.start();
  atEnd(() => Promise.all(nodes.map((node) => node.kill('SIGQUIT'))));
  const primary = async () => {
    for (const node of nodes) if (await node.is('primary')) return node;
    return undefined;
  };
  await until(primary);
  for (const node of nodes)
    await until(async () => (await node.is('primary')) || node.is('replica'));
  const addresses = await startHaproxy(atEnd, folder, nodes);
  // HAProxy takes every server for a good one until it has asked twice.
  await until(async () => {
    const [ofPrimary, ofStandby] = await Promise.all(
      Object.values(addresses).map((url) =>
        Promise.all(NODES.map(() => query(url, STATE).catch(() => [{}]))),
      ),
    );
    return (
      ofPrimary.every(
        ([{ only_reads: onlyReads, synchronous }]) => !onlyReads && synchronous > 0,
      ) && ofStandby.every(([{ only_reads: onlyReads }]) => onlyReads)
    );
  });
  return { ...addresses, primary };
}
