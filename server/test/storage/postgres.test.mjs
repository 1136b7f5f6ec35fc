/* A PostgreSQL that is restarted, away, or busy. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { draft, list, post } from '../running/client.mjs';
import { endPostgres, freePort, freshPostgres, startPostgres } from '../running/databases.mjs';
import { lockThreads, postUntilStored, stored } from '../running/faults.mjs';
import { openService } from '../running/inside.mjs';
import { launchService, settingsOf, startService, until } from '../running/service.mjs';

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
});
