/* A PostgreSQL that is restarted, away, or busy. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { draft, list, post } from '../running/client.mjs';
import {
  endPostgres,
  freePort,
  freshPostgres,
  query,
  startPostgres,
} from '../running/databases.mjs';
import { lockThread, lockThreads, postUntilStored, stored } from '../running/faults.mjs';
import { openService } from '../running/inside.mjs';
import { launchService, settingsOf, startService, until } from '../running/service.mjs';

const END_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

describe('a PostgreSQL', () => {
  after(endPostgres);

  it('that is restarted in the middle of requests loses and doubles nothing', async (test) => {
    const postgres = await startPostgres();
    test.after(() => postgres.remove());
    const service = await startService(test, settingsOf(postgres.url));
    let isOver = false;
    const receipts = [];
    const restarting = (async () => {
      for (let restart = 1; restart <= 2; restart += 1) {
        await until(() => receipts.length >= restart * 25);
        await postgres.stop();
        await postgres.start();
      }
      isOver = true;
    })();
    const workers = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        const body = draft({ body: randomUUID() });
        receipts.push(await postUntilStored(() => service, 'restart', randomUUID(), body));
      }
    });
    await Promise.all([restarting, ...workers]);
    const ids = (await stored(service.url)).map(({ id }) => id).sort();
    assert.deepEqual(ids, receipts.map(({ id }) => id).sort());
  });

  it('that is down at the start is waited for', async (test) => {
    const postgres = await startPostgres();
    test.after(() => postgres.remove());
    await postgres.stop();
    const service = await launchService(test, settingsOf(postgres.url));
    await until(() => service.log().includes('Waiting for the PostgreSQL server'));
    await postgres.start();
    await service.ready();
    assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
  });

  it('that never comes stops the start with a sentence without its password', async (test) => {
    const port = await freePort();
    const settings = settingsOf(
      `postgres://user:hunter2@127.0.0.1:${port}/comments`,
      {},
      { databaseWait: 0 },
    );
    await assert.rejects(startService(test, settings), (error) => {
      assert.match(error.message, /databaseUrl.*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  });

  it('whose connections are all taken answers 503, and then goes on', async (test) => {
    const address = await freshPostgres();
    const { url } = await openService(test, settingsOf(address, {}, { databasePool: 1 }));
    await post(url, 'pool');
    const lock = await lockThreads(address);
    const answers = await Promise.all([post(url, 'pool'), post(url, 'pool'), list(url, 'pool')]);
    await lock.release();
    assert.ok(answers.some(({ status }) => status === 503));
    for (const { status, headers } of answers) {
      if (status === 503) assert.ok(Number(headers.get('retry-after')) > 0);
    }
    assert.equal((await post(url, 'pool')).status, 202);
  });

  it('in which everybody writes to one thread has connections for the others', async (test) => {
    const address = await freshPostgres();
    const { url } = await openService(
      test,
      settingsOf(address, { moderation: 'after' }, { databasePool: 2 }),
    );
    await post(url, 'hot');
    const lock = await lockThread(address, 'hot');
    const waiting = Array.from({ length: 20 }, () => post(url, 'hot'));
    await until(lock.isWaitedFor);
    for (let time = 0; time < 5; time += 1) {
      assert.equal((await post(url, 'quiet')).status, 201);
      assert.equal((await list(url, 'hot')).status, 200);
    }
    await lock.release();
    const answers = await Promise.all(waiting);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal((await list(url, 'hot', '?limit=50')).body.total, 21);
  });

  it('that only reads, after another one has taken its place, gives its connections back', async (test) => {
    const address = await freshPostgres();
    const { url } = await openService(test, settingsOf(address, {}, { databasePool: 1 }));
    const name = new URL(address).pathname.slice(1);
    const elsewhere = new URL('/postgres', address).href;
    // New sessions only read, as on a server that was the primary; then, behind the same address, is one that writes.
    await query(elsewhere, `alter database ${name} set default_transaction_read_only = on`);
    await query(address, END_OTHERS);
    await until(async () => (await list(url, 'moved')).status === 200);
    assert.equal((await post(url, 'moved')).status, 503);
    await query(elsewhere, `alter database ${name} reset default_transaction_read_only`);
    await until(async () => (await post(url, 'moved')).status === 202);
  });
});
