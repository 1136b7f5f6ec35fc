/* How often one address may do what. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { draft, list, post, send } from '../running/client.mjs';
import { endPostgres, freshPostgres } from '../running/databases.mjs';
import { insideService } from '../running/inside.mjs';
import { settingsOf, startService } from '../running/service.mjs';

const DAY = 86_400_000;

describe('limits', () => {
  after(endPostgres);

  it('hold across processes, and leave repetitions alone', async (test) => {
    const settings = settingsOf(await freshPostgres(), {
      limits: { comments: { max: 3, seconds: 600 }, challenges: { max: 2, seconds: 600 } },
      captcha: [],
    });
    const services = [await startService(test, settings), await startService(test, settings)];
    const key = randomUUID();
    const body = draft();
    assert.equal((await post(services[0].url, 'a', body, key)).status, 202);
    assert.equal((await post(services[1].url, 'a')).status, 202);
    assert.equal((await post(services[0].url, 'b')).status, 202);
    const refused = await post(services[1].url, 'a');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 500);
    assert.equal(refused.body.retryAfter, Number(refused.headers.get('retry-after')));
    assert.equal((await post(services[1].url, 'a', body, key)).status, 200, 'the same key again');
    assert.equal((await list(services[0].url, 'a')).status, 200, 'reading');
  });

  it('stop a flood of captchas', async (test) => {
    const { url } = await insideService(test, {
      captcha: ['code'],
      limits: { challenges: { max: 5, seconds: 60 } },
    });
    const ask = () =>
      send(url, 'POST', '/v1/challenges', { site: 'customs', thread: 'a', kind: 'code' });
    const statuses = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await ask()).status);
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429]);
  });

  it('count a household of IPv6 as one, and only believe proxies that are named', async (test) => {
    const site = { limits: { comments: { max: 2, seconds: 600 } } };
    const from = (address) => ({ 'x-forwarded-for': address });
    const trusting = await insideService(test, site, { trustProxy: 'loopback' });
    const at = async (address) =>
      (await post(trusting.url, 'a', draft(), randomUUID(), from(address))).status;
    assert.equal(await at('2001:db8:1:2::1'), 202);
    assert.equal(await at('2001:db8:1:2:ffff::9'), 202);
    assert.equal(await at('2001:db8:1:2:1234:5678:9abc:def0'), 429);
    assert.equal(await at('2001:db8:1:3::1'), 202);
    assert.equal(await at('192.0.2.1'), 202);
    const wary = await insideService(test, site);
    for (const [address, status] of [
      ['192.0.2.1', 202],
      ['192.0.2.2', 202],
      ['192.0.2.3', 429],
    ]) {
      const answer = await post(wary.url, 'a', draft(), randomUUID(), from(address));
      assert.equal(answer.status, status);
    }
  });

  it('keep no address: their table holds other hashes every day', async (test) => {
    const shared = { thread: { max: 0 }, site: { max: 0 } };
    const inside = await insideService(
      test,
      { limits: { comments: { max: 100, seconds: 86_400 }, network: 0, ...shared } },
      { trustProxy: 'loopback' },
    );
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const rows = () => {
      const database = new DatabaseSync(inside.path);
      const found = database.prepare('select id from rate').all();
      database.close();
      return found.map(({ id }) => id);
    };
    await post(inside.url, 'a', draft(), randomUUID(), from);
    const [first, ...others] = rows();
    assert.deepEqual(others, []);
    await post(inside.url, 'a', draft(), randomUUID(), from);
    assert.deepEqual(rows(), [first], 'one counter a day');
    inside.clock.now += DAY;
    await post(inside.url, 'a', draft(), randomUUID(), from);
    assert.equal(rows().length, 2);
    await inside.service.sweep();
    assert.ok(!rows().includes(first), 'and it is forgotten');
    assert.doesNotMatch(readFileSync(inside.path, 'latin1'), /203\.0\.113/);
  });
});
