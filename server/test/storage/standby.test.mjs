/*
 * Lists and counts that a standby answers. Two databases that differ stand for a primary and a standby that is behind,
 * so each answer shows where it was read.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { checkSettings } from '../../dist/index.js';
import { openStandby } from '../../dist/storage/database.js';
import { mayLoseOnFailover } from '../../dist/storage/replication.js';
import { draft, list, post, send } from '../running/client.mjs';
import { endPostgres, freshPostgres, query, startPostgres } from '../running/databases.mjs';
import { stored } from '../running/faults.mjs';
import { openService } from '../running/inside.mjs';
import { settingsOf, until } from '../running/service.mjs';

const SITE = { moderation: 'after' };

/** Opens a service on a primary, and fills a standby with one older comment. */
async function withStandby(test, standby) {
  const old = await openService(test, settingsOf(standby, SITE));
  await post(old.url, 'a', draft({ body: '旧' }));
  const primary = await freshPostgres();
  const settings = settingsOf(primary, SITE, { databaseReadUrl: standby });
  const { url } = await openService(test, settings);
  return { url, primary };
}

const bodies = async (url, query) =>
  (await list(url, 'a', query)).body.items.map(({ body }) => body);

const countOf = async (url) => {
  const { body } = await send(url, 'POST', '/v1/sites/customs/counts', { threads: ['a'] });
  return body.counts[0].count;
};

describe('a standby', () => {
  after(endPostgres);

  it('answers lists and counts, and the primary all that decides', async (test) => {
    const { url } = await withStandby(test, await freshPostgres());
    const key = randomUUID();
    const sent = draft({ body: '新' });
    const { body: receipt } = await post(url, 'a', sent, key);
    await post(url, 'a', draft({ body: '又一条' }));
    assert.deepEqual(await bodies(url), ['旧']);
    assert.equal(await countOf(url), 1);
    const again = await post(url, 'a', sent, key);
    assert.deepEqual([again.status, again.body.id], [200, receipt.id]);
    assert.equal((await send(url, 'GET', `/v1/receipts/${receipt.token}`)).status, 200);
    assert.equal((await stored(url)).length, 2);
    const reply = await post(url, 'a', draft({ parentId: receipt.id }));
    assert.equal(reply.status, 201);
  });

  it('that does not have a comment yet refuses no list of its replies', async (test) => {
    const { url } = await withStandby(test, await freshPostgres());
    const { body: parent } = await post(url, 'a');
    await post(url, 'a', draft({ body: '回应', parentId: parent.id }));
    assert.deepEqual(await bodies(url, `?parentId=${parent.id}`), ['回应']);
    const { status } = await list(url, 'a', `?parentId=${randomUUID()}`);
    assert.equal(status, 422);
  });

  it('shows a change as soon as it has it', async (test) => {
    const standby = await freshPostgres();
    const { url } = await withStandby(test, standby);
    assert.deepEqual(await bodies(url), ['旧']);
    const { headers } = await list(url, 'a');
    await query(standby, `update comment set body = '改'`);
    await query(standby, 'update thread set revision = revision + 1');
    assert.deepEqual(await bodies(url), ['改']);
    assert.notEqual((await list(url, 'a')).headers.get('etag'), headers.get('etag'));
  });

  it('that is away leaves the lists to the primary, and then answers again', async (test) => {
    const standby = await startPostgres();
    test.after(() => standby.remove());
    const { url } = await withStandby(test, standby.url);
    await post(url, 'a', draft({ body: '新' }));
    await post(url, 'a', draft({ body: '更新' }));
    assert.deepEqual(await bodies(url), ['旧']);
    await standby.stop();
    assert.deepEqual(await bodies(url), ['更新', '新']);
    assert.equal(await countOf(url), 2);
    await standby.start();
    await until(async () => (await bodies(url))[0] === '旧');
  });

  it('is only for a PostgreSQL', () => {
    const settings = settingsOf('file:a.sqlite', {}, { databaseReadUrl: 'postgres://standby/a' });
    assert.throws(() => checkSettings(settings), /databaseReadUrl.*PostgreSQL/);
  });
});

describe('a standby that no commit waits for', () => {
  it('is named at the start: what has a receipt could be lost with the primary', async (test) => {
    const server = await startPostgres();
    test.after(server.remove);
    const warnings = async () => {
      const { lines, service } = await openService(test, settingsOf(server.url));
      await service.close();
      return lines.filter((line) => /synchronous_standby_names/.test(line)).length;
    };
    assert.equal(await warnings(), 0, 'without a standby');

    // Follows the primary as a standby does.
    const standby = new pg.Client({ connectionString: server.url, replication: 'true' });
    standby.on('error', () => undefined);
    await standby.connect();
    test.after(() => standby.connection.stream.destroy());
    standby.query('START_REPLICATION PHYSICAL 0/1000000').catch(() => undefined);
    await until(async () => {
      return (await query(server.url, 'select 1 from pg_stat_replication')).length > 0;
    });
    assert.equal(await warnings(), 1, 'with one that follows a moment behind');

    await query(server.url, "alter system set synchronous_standby_names = '*'");
    await query(server.url, 'select pg_reload_conf()');
    const database = await openStandby(server.url, 1);
    test.after(() => database.destroy());
    await until(async () => !(await mayLoseOnFailover(database)));
  });
});
