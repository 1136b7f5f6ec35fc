/* Requests that are repeated: what a key gives, how long, and after the comment is erased. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { isKey } from '../../dist/comments/idempotency.js';
import { hash } from '../../dist/configuration/keys.js';
import { openDatabase } from '../../dist/storage/database.js';
import { commentsPath, draft, list, post, send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

const HOUR = 3_600_000;

const withdraw = (url, { token }) => send(url, 'DELETE', `/v1/receipts/${token}`);

/** Runs work on the database while no service is open on it. */
async function onDatabase({ databaseUrl }, work) {
  const database = await openDatabase(databaseUrl, 1, 0, () => undefined);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Keeps the comment as versions up to 0.2 did: its hash is made without the key of the client. */
const keepAsBefore = (settings, keys, { body, consent }) =>
  onDatabase(settings, (database) => {
    const parts = [hash('customs', 'a'), body, '', '', '', consent.version];
    const request_hash = keys.sign('request', ...parts).toString('base64url');
    return database.updateTable('comment').set({ request_hash }).execute();
  });

const hashOf = (settings) =>
  onDatabase(settings, async (database) => {
    const row = await database.selectFrom('comment').select('request_hash').executeTakeFirst();
    return row.request_hash;
  });

describe('the key of an erased comment', () => {
  it('gives the receipt to the same draft, and swallows no other one', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const { url, service } = await openService(test, settings);
    const [key, body] = [randomUUID(), draft()];
    const { body: receipt } = await post(url, 'a', body, key);
    await withdraw(url, receipt);
    const again = await post(url, 'a', body, key);
    assert.deepEqual([again.status, again.body.status], [200, 'withdrawn']);
    assert.equal(again.body.token, receipt.token);
    const other = await post(url, 'a', draft({ body: '另一条评论' }), key);
    assert.deepEqual([other.status, other.body.type], [422, '/problems/idempotency-key-reused']);
    await service.close();
    assert.match(await hashOf(settings), /^2\./);
  });

  it('of an older version is refused for any draft, and its hash is erased', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [key, body] = [randomUUID(), draft()];
    const before = await openService(test, settings);
    const { body: receipt } = await post(before.url, 'a', body, key);
    await before.service.close();
    await keepAsBefore(settings, before.keys, body);
    const { url, service } = await openService(test, settings);
    const live = await post(url, 'a', body, key);
    assert.deepEqual([live.status, live.body.token], [200, receipt.token], 'it lives still');
    await withdraw(url, receipt);
    for (const sent of [body, draft({ body: '另一条评论' })]) {
      const { type } = (await post(url, 'a', sent, key)).body;
      assert.equal(type, '/problems/idempotency-key-reused');
    }
    await service.close();
    assert.equal(await hashOf(settings), null);
  });
});

describe('the same draft under the same key', () => {
  it('gets its receipt for a day, and then the word that it was received', async (test) => {
    const { url, clock } = await insideService(test, { moderation: 'after' });
    const [key, body] = [randomUUID(), draft()];
    const { body: receipt } = await post(url, 'a', body, key);
    clock.now += 24 * HOUR;
    assert.equal((await post(url, 'a', body, key)).body.token, receipt.token);
    clock.now += 1;
    const late = await post(url, 'a', body, key);
    assert.deepEqual([late.status, late.body.type], [409, '/problems/already-received']);
    assert.ok(!late.text.includes(receipt.token));
    assert.equal((await list(url, 'a')).body.total, 1, 'and is not stored again');
    const { type } = (await post(url, 'a', draft({ body: '另一条评论' }), key)).body;
    assert.equal(type, '/problems/idempotency-key-reused');
  });
});

describe('a key', () => {
  for (const key of [
    'aaaaaaaaaaaaaaaa',
    '1111222233334444',
    'abcdefghabcdefgh',
    '123456789012345678901234',
    'test-test-test-test',
  ]) {
    it(`that anybody may come upon is refused: ${key}`, async (test) => {
      const { url } = await insideService(test);
      const { status, body } = await post(url, 'a', draft(), key);
      assert.deepEqual([status, body.type], [400, '/problems/idempotency-key']);
    });
  }

  it('of the form without JavaScript, of the widget and of the moderation page is taken', async (test) => {
    const { url } = await insideService(test);
    const html = await (
      await fetch(`${url}${commentsPath('a').replace('comments', 'form')}`)
    ).text();
    assert.ok(isKey(/name="idempotencyKey" value="([^"]+)"/.exec(html)[1]));
    for (let drawn = 0; drawn < 10_000; drawn += 1) {
      const key = randomUUID();
      assert.ok(isKey(key), key);
      // The widget and the moderation page draw 32 hexadecimal digits.
      assert.ok(isKey(key.replaceAll('-', '')), key);
    }
  });
});

describe('the time of consent', () => {
  const MINUTE = 60_000;
  const from = { 'a day ago': -24 * HOUR, now: 0, 'in five minutes': 5 * MINUTE };
  const never = { 'a day and a second ago': -24 * HOUR - 1000, 'in six minutes': 6 * MINUTE };

  const kept = async (test, at) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const { url, clock, service } = await openService(test, settings);
    const said = at(clock.now);
    const { status } = await post(url, 'a', draft({ consent: { version: '1', at: said } }));
    assert.equal(status, 202);
    await service.close();
    const row = await onDatabase(settings, (database) =>
      database.selectFrom('comment').select('consent_at').executeTakeFirst(),
    );
    return { kept: row.consent_at, said: Date.parse(said), now: clock.now };
  };

  for (const [name, distance] of Object.entries(from)) {
    it(`is believed when it is ${name}`, async (test) => {
      const found = await kept(test, (now) => new Date(now + distance).toISOString());
      assert.equal(found.kept, found.said);
    });
  }

  for (const [name, distance] of Object.entries(never)) {
    it(`is the time of the service when a device says ${name}`, async (test) => {
      const found = await kept(test, (now) => new Date(now + distance).toISOString());
      assert.equal(found.kept, found.now);
    });
  }

  it('is the time of the service when a device says the year 9999', async (test) => {
    const found = await kept(test, () => '9999-12-31T23:59:59Z');
    assert.equal(found.kept, found.now);
  });
});
