/* Why a PostgreSQL cannot be used, each in a sentence that says what to do. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../dist/storage/database.js';
import { explainPostgres } from '../../dist/storage/start-failures.js';
import { endPostgres, freePort, freshPostgres, query } from '../running/databases.mjs';

const PASSWORD = 'hunter2';

/** An address with another part. */
function changed(address, parts) {
  const url = new URL(address);
  Object.assign(url, parts);
  return url.href;
}

/** Makes a user who may log in and no more. */
async function newUser(address, options = '') {
  const name = `user_${randomUUID().replaceAll('-', '')}`;
  await query(address, `create user ${name} password '${PASSWORD}' ${options}`);
  return changed(address, { username: name, password: PASSWORD });
}

/** Listens where a PostgreSQL would, and answers every connection with one error, as PgBouncer does. */
async function refusingServer(test, code, message) {
  const parts = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(parts.length + 4, 1);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([head, parts])));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  return `postgres://user:${PASSWORD}@127.0.0.1:${server.address().port}/comments`;
}

const CASES = {
  'whose user may not create tables': {
    address: async () => newUser(await freshPostgres()),
    reason: 'postgres-no-right',
    english: /42501.*GRANT USAGE, CREATE ON SCHEMA public TO <user>/,
    chinese: /42501.*GRANT USAGE, CREATE ON SCHEMA public TO <用户>/,
  },
  'that has no such database': {
    address: async () => changed(await freshPostgres(), { pathname: '/nothing' }),
    reason: 'postgres-no-database',
    english: /3D000.*CREATE DATABASE/,
    chinese: /3D000.*CREATE DATABASE/,
  },
  'with a PgBouncer that refuses a parameter': {
    address: (test) =>
      refusingServer(test, '08P01', 'unsupported startup parameter: statement_timeout'),
    reason: 'postgres-parameter',
    english: /08P01.*pgbouncer\.ini: ignore_startup_parameters = .*statement_timeout/,
    chinese: /08P01.*pgbouncer\.ini.*ignore_startup_parameters/,
  },
  'with another password': {
    address: async () => changed(await freshPostgres(), { password: PASSWORD }),
    reason: 'postgres-password',
    english: /28P01.*password/,
    chinese: /28P01.*密码/,
  },
  'that is given no password': {
    address: async () => changed(await newUser(await freshPostgres()), { password: '' }),
    reason: 'postgres-password',
    english: /password/,
    chinese: /密码/,
  },
  'that does not let the user in': {
    address: async () => newUser(await freshPostgres(), 'nologin'),
    reason: 'postgres-not-let-in',
    english: /28000.*pg_hba\.conf/,
    chinese: /28000.*pg_hba\.conf/,
  },
  'that is not there': {
    address: async () => `postgres://user:${PASSWORD}@127.0.0.1:${await freePort()}/comments`,
    reason: 'postgres-refused',
    english: /ECONNREFUSED.*host and port/,
    chinese: /ECONNREFUSED.*主机和端口/,
  },
  'on a host that nobody knows': {
    address: () => `postgres://user:${PASSWORD}@no-such-host.invalid/comments`,
    reason: 'postgres-no-host',
    english: /(ENOTFOUND|EAI_AGAIN).*spelling/,
    chinese: /(ENOTFOUND|EAI_AGAIN).*拼写/,
  },
  'without a free connection': {
    address: async () => newUser(await freshPostgres(), 'connection limit 0'),
    reason: 'postgres-full',
    english: /53300.*databasePool.*max_connections/,
    chinese: /53300.*databasePool.*max_connections/,
  },
  'without encryption, when it is asked for': {
    address: async () => `${await freshPostgres()}?sslmode=require`,
    reason: 'postgres-no-ssl',
    english: /encrypted.*ssl/,
    chinese: /加密.*ssl/,
  },
  'that only takes encrypted connections': {
    address: (test) =>
      refusingServer(test, '28000', 'no pg_hba.conf entry for host "10.0.0.1", no encryption'),
    reason: 'postgres-needs-ssl',
    english: /28000.*sslmode=require/,
    chinese: /28000.*sslmode=require/,
  },
  'that can only be read': {
    address: async () => {
      const address = await freshPostgres();
      const { pathname } = new URL(address);
      await query(
        address,
        `alter database ${pathname.slice(1)} set default_transaction_read_only = on`,
      );
      return address;
    },
    reason: 'postgres-read-only',
    english: /25006.*primary/,
    chinese: /25006.*主服务器/,
  },
};

describe('a PostgreSQL', () => {
  after(endPostgres);

  for (const [name, { address, reason, english, chinese }] of Object.entries(CASES)) {
    it(`${name} stops the start with a sentence of its own`, async (test) => {
      const url = await address(test);
      await assert.rejects(
        openDatabase(url, 1, 0, () => undefined),
        (error) => {
          assert.equal(error.reason, reason, error.message);
          assert.match(error.message, english);
          assert.match(error.inWords('zh-Hans'), chinese);
          for (const said of [error.message, error.inWords('zh-Hans')]) {
            assert.ok(!said.includes(PASSWORD) && !said.includes('127.0.0.1'), said);
          }
          return true;
        },
      );
    });
  }

  it('with a certificate that nobody vouches for is told apart', () => {
    for (const code of ['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']) {
      assert.equal(explainPostgres({ code }).reason, 'postgres-certificate');
    }
  });
});
