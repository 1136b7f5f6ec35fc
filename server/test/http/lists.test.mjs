/* Lists: their order, and the pages of them that a process keeps in memory. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { decide, draft, list, moderate, post, publish, send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

describe('a clock that is set back', () => {
  it('keeps order and limits right', async (test) => {
    const site = { moderation: 'after', limits: { comments: { max: 4, seconds: 600 } } };
    const { url, clock } = await insideService(test, site);
    clock.now = Date.parse('2026-11-23T12:00:00Z');
    const say = async (body) => (await post(url, 'clock', draft({ body }))).status;
    await say('一');
    await say('二');
    clock.now -= 3_600_000;
    await say('三');
    const { items } = (await list(url, 'clock')).body;
    assert.deepEqual(
      items.map(({ body }) => body),
      ['三', '二', '一'],
    );
    // The window began before the clock was set back, and does not last an hour longer.
    await say('四');
    await say('五');
    await say('六');
    assert.equal(await say('七'), 429);
    clock.now += 601_000;
    assert.equal(await say('八'), 201);
  });
});

describe('a page that is kept in memory', () => {
  it('is never one of the past, whichever process changed the thread', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [one, two] = [await openService(test, settings), await openService(test, settings)];
    const bodies = async ({ url }) => (await list(url, 'a')).body.items.map(({ body }) => body);
    const first = await publish(one.url, 'a', draft({ body: '一' }));
    assert.deepEqual([await bodies(one), await bodies(two)], [['一'], ['一']]);
    await publish(two.url, 'a', draft({ body: '二' }));
    assert.deepEqual(await bodies(one), ['二', '一']);
    await send(two.url, 'DELETE', `/v1/receipts/${first.token}`);
    assert.deepEqual(await bodies(one), ['二']);
    assert.deepEqual(await bodies(two), ['二']);
    assert.equal((await list(one.url, 'a', '?sort=oldest&limit=1')).body.items.length, 1);
  });

  it('shows the official replies of the moment', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [one, two] = [await openService(test, settings), await openService(test, settings)];
    const { id } = await publish(one.url, 'a');
    const replies = async () =>
      (await list(one.url, 'a')).body.items[0].officialReplies.map(({ body }) => body);
    assert.deepEqual(await replies(), []);
    const reply = await moderate(
      two.url,
      'POST',
      `/comments/${id}/replies`,
      { body: '已收到。' },
      { 'idempotency-key': randomUUID() },
    );
    assert.deepEqual(await replies(), ['已收到。']);
    await decide(two.url, reply.body.id, { status: 'withdrawn' });
    assert.deepEqual(await replies(), []);
  });
});

describe('an address with a parameter that nobody knows', () => {
  it('is answered, because polyfills and caches add one', async (test) => {
    const { url } = await insideService(test);
    await publish(url, 'a');
    assert.equal((await list(url, 'a', '?limit=1&_=1764400000000')).body.items.length, 1);
    const { status } = await send(url, 'GET', '/v1/capabilities?site=customs&_=1764400000000');
    assert.equal(status, 200);
  });
});
