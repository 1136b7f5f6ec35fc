/* PgBouncer in transaction mode: each transaction may get another session of the server. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { decide, draft, list, post } from '../running/client.mjs';
import { endPostgres, freshPostgres, query } from '../running/databases.mjs';
import { lockThreads } from '../running/faults.mjs';
import { NO_PGBOUNCER, startPgBouncer } from '../running/pgbouncer.mjs';
import { settingsOf, startService, until } from '../running/service.mjs';

describe('a PgBouncer in transaction mode', { skip: NO_PGBOUNCER }, () => {
  after(endPostgres);

  it('lets the service start, take a comment and publish it', async (test) => {
    const pooler = await startPgBouncer(test, await freshPostgres());
    const { url } = await startService(test, settingsOf(pooler));
    const { status, body } = await post(url, 'pooled');
    assert.equal(status, 202);
    assert.equal((await decide(url, body.id, { status: 'published' })).status, 200);
    assert.deepEqual(
      (await list(url, 'pooled')).body.items.map(({ id }) => id),
      [body.id],
    );
  });

  it('lets processes that start at once make the tables one after the other', async (test) => {
    const database = await freshPostgres();
    const pooler = await startPgBouncer(test, database);
    const services = await Promise.all(
      Array.from({ length: 3 }, () => startService(test, settingsOf(pooler))),
    );
    for (const { url } of services) assert.equal((await post(url, 'pooled')).status, 202);
    const left = await query(
      database,
      `select 1 from pg_locks where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
    );
    assert.deepEqual(left, []);
  });

  it('stores one key once, sent twenty times to two processes', async (test) => {
    for (const moderation of ['before', 'after']) {
      const pooler = await startPgBouncer(test, await freshPostgres());
      const settings = settingsOf(pooler, { moderation });
      const services = [await startService(test, settings), await startService(test, settings)];
      const key = randomUUID();
      const body = draft();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) => post(services[at % 2].url, 'pooled', body, key)),
      );
      const ids = new Set(answers.flatMap((answer) => answer.body.id ?? []));
      assert.equal(ids.size, 1);
      assert.equal(
        answers.filter(({ status }) => status === 201 || status === 202).length,
        1,
        'one of them is new',
      );
      const [{ count }] = await query(pooler, 'select count(*)::int from comment');
      assert.equal(count, 1);
    }
  });

  it('answers 503 after seconds while a lock is held, and then goes on', async (test) => {
    const database = await freshPostgres();
    const pooler = await startPgBouncer(test, database, { poolSize: 10 });
    const { url } = await startService(test, settingsOf(pooler, { moderation: 'after' }));
    await post(url, 'pooled');
    const lock = await lockThreads(database);
    // One waits in a transaction, the other with a single statement.
    const answers = await Promise.all([post(url, 'pooled'), list(url, 'pooled')]);
    assert.equal(await lock.isWaitedFor(), false, 'nothing is left that waits in the server');
    await lock.release();
    for (const { status, headers } of answers) {
      assert.equal(status, 503);
      assert.ok(Number(headers.get('retry-after')) > 0);
    }
    assert.equal((await post(url, 'pooled')).status, 201);
    assert.equal((await list(url, 'pooled')).status, 200);
  });

  it('that has no connection free for a request answers it 503', async (test) => {
    const database = await freshPostgres();
    const options = { poolSize: 1, settings: ['query_wait_timeout = 1'] };
    const pooler = await startPgBouncer(test, database, options);
    const { url } = await startService(test, settingsOf(pooler));
    const lock = await lockThreads(database);
    const first = list(url, 'pooled');
    await until(lock.isWaitedFor);
    const { status, headers } = await post(url, 'pooled');
    assert.equal(status, 503);
    assert.ok(Number(headers.get('retry-after')) > 0);
    await lock.release();
    // What was under way may have waited too long for its next statement.
    assert.ok([200, 503].includes((await first).status));
    await until(async () => (await list(url, 'pooled')).status === 200);
  });
});
