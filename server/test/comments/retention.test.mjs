/* What is erased, when, and how thoroughly. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { decide, draft, list, moderate, post, publish, send } from '../running/client.mjs';
import { endPostgres, freshPostgres, OWN_LOCKS, query } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf, startService, until } from '../running/service.mjs';

const DAY = 86_400_000;

/** Finds the connection that keeps a table to itself. */
const LOCKING = `select pid from pg_locks where relation = 'used_challenge'::regclass
  and mode = 'AccessExclusiveLock' and granted and ${OWN_LOCKS}`;

describe('a comment that is withdrawn', () => {
  it('leaves no word of it in the database file', async (test) => {
    const { url, path, service } = await insideService(test);
    const secret = draft({ body: '机密内容'.repeat(300), contact: '13800000000' });
    const { body } = await post(url, 'a', secret);
    const { body: other } = await post(url, 'a', draft({ body: '留下的' }));
    await send(url, 'DELETE', `/v1/receipts/${body.token}`);
    await service.close();
    const bytes = readFileSync(path);
    assert.ok(bytes.includes('留下的') && bytes.includes(other.id));
    assert.ok(!bytes.includes('机密内容') && !bytes.includes('13800000000'));
  });
});

describe('PostgreSQL', () => {
  after(endPostgres);

  it('holds what was erased until VACUUM FULL, as the README says', async (test) => {
    const address = await freshPostgres();
    const { url } = await openService(test, settingsOf(address));
    const { body } = await post(url, 'a', draft({ body: '机密内容'.repeat(50) }));
    await send(url, 'DELETE', `/v1/receipts/${body.token}`);
    const isHeld = async () => {
      await query(address, 'checkpoint');
      const [{ at }] = await query(
        address,
        `select position(convert_to('机密内容', 'UTF8') in
          pg_read_binary_file(pg_relation_filepath('comment'))) as at`,
      );
      return at > 0;
    };
    assert.ok(await isHeld());
    await query(address, 'vacuum full comment');
    assert.ok(!(await isHeld()));
  });
});

describe('retention', () => {
  after(endPostgres);

  const retention = { contactDays: 10, rejectedDays: 20, publishedDays: 30 };

  it('erases what a site said it would, when it said so', async (test) => {
    const { url, clock, service } = await insideService(test, { retention });
    const kept = await publish(url, 'a', draft({ contact: 'a@example.org', body: '公开的' }));
    const { body: refused } = await post(url, 'a', draft({ body: '不公开的' }));
    await decide(url, refused.id, { status: 'rejected', reasonCode: 'other' });
    const read = async (id) => (await moderate(url, 'GET', `/comments/${id}`)).body;
    await service.sweep();
    assert.equal((await read(kept.id)).contact, 'a@example.org');
    clock.now += 11 * DAY;
    await service.sweep();
    assert.equal((await read(kept.id)).contact, null);
    assert.equal((await read(kept.id)).body, '公开的');
    assert.equal((await read(refused.id)).body, '不公开的');
    clock.now += 10 * DAY;
    await service.sweep();
    assert.equal((await read(refused.id)).body, '');
    assert.equal((await list(url, 'a')).body.total, 1);
    clock.now += 10 * DAY;
    await service.sweep();
    assert.equal((await read(kept.id)).status, 'withdrawn');
    assert.deepEqual((await list(url, 'a')).body, {
      items: [],
      nextCursor: null,
      total: 0,
      published: 0,
    });
    const { body: trail } = await moderate(url, 'GET', `/audit?site=customs&commentId=${kept.id}`);
    // Leaves out what this test has read itself.
    const others = trail.items.filter(({ action }) => action !== 'contacts-read');
    assert.deepEqual(
      others.map(({ action, actor }) => [action, actor]),
      [
        ['erased', 'service'],
        ['published', '李审核'],
        ['received', 'citizen'],
      ],
    );
  });

  it('does not keep the service from starting when it cannot run, and says so in the log', async (test) => {
    const address = await freshPostgres();
    const settings = settingsOf(address);
    await (await openService(test, settings)).service.close();
    // Sleeps longer than any start takes; the test ends it as soon as the service has met the lock.
    const locked = assert.rejects(
      query(address, 'begin; lock table used_challenge; select pg_sleep(600); commit'),
    );
    await until(async () => (await query(address, LOCKING)).length);
    const service = await startService(test, settings);
    await until(() => service.log().includes('retention failed'));
    assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
    await query(address, `select pg_terminate_backend(pid) from (${LOCKING}) as locking`);
    await locked;
    assert.deepEqual(await service.stop(), { code: 0, signal: null });
  });
});
