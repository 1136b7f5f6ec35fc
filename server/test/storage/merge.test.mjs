/* Threads that are one: pages whose path older versions kept as it was written, and pages that have moved. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { hash } from '../../dist/configuration/keys.js';
import { openDatabase } from '../../dist/storage/database.js';
import { findPair, findPaths, merge } from '../../dist/storage/merge.js';
import { threadId } from '../../dist/storage/threads.js';
import { decide, draft, list, moderate, post, publish, send } from '../running/client.mjs';
import { DATABASES, endPostgres, query, scratchFolder } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { runCommand, settingsOf, until } from '../running/service.mjs';

const OLD = '/%E6%8C%87%E5%8D%97/7/';
const NEW = '/指南/7';

/** Keeps a thread under its key as it is, as versions before the rule did. */
async function keepAsBefore(address, thread, key) {
  const database = await openDatabase(address, 1, 0, () => undefined);
  const [from, id] = [threadId('customs', thread), hash('customs', key)];
  await database.updateTable('thread').set({ id, key }).where('id', '=', from).execute();
  await database
    .updateTable('comment')
    .set({ thread_id: id })
    .where('thread_id', '=', from)
    .execute();
  await database.destroy();
}

const bodies = async (url, thread, query = '') =>
  (await list(url, thread, query)).body.items.map(({ body }) => body);

const countOf = async (url, thread) => {
  const { body } = await send(url, 'POST', '/v1/sites/customs/counts', { threads: [thread] });
  return body.counts[0];
};

/** Writes the settings for a command, and runs it. */
function commandOn(test, settings) {
  const file = join(scratchFolder(test), 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  return (...args) => runCommand(['--config', file, '--lang', 'en', ...args]);
}

for (const [name, address] of Object.entries(DATABASES)) {
  describe(`threads that are one, on ${name},`, () => {
    after(endPostgres);

    /** Publishes one comment after another: in the thread of old, in that of today, in old again. */
    async function writeBoth(test, settings) {
      const before = await openService(test, settings);
      const { url, clock } = before;
      const write = async (thread, body, parentId) => {
        clock.now += 1000;
        return publish(url, thread, draft({ body, parentId }));
      };
      const first = await write('old', '一');
      await write(NEW, '二');
      const third = await write('old', '三');
      await write('old', '答一', first.id);
      const { body: waiting } = await post(url, 'old', draft({ body: '待审' }));
      await before.service.close();
      await keepAsBefore(settings.databaseUrl, 'old', OLD);
      return { first, third, waiting };
    }

    it('are merged when the service starts: nothing is hidden, and receipts keep working', async (test) => {
      const settings = settingsOf(await address(test));
      const { first, third, waiting } = await writeBoth(test, settings);
      const { url } = await openService(test, settings);
      for (const thread of [OLD, NEW, `${NEW}/index.html`]) {
        assert.deepEqual(await bodies(url, thread), ['三', '二', '一']);
        assert.deepEqual(await bodies(url, thread, '?sort=oldest'), ['一', '二', '三']);
        assert.deepEqual(await countOf(url, thread), { thread, count: 4 });
      }
      assert.deepEqual(await bodies(url, NEW, `?parentId=${first.id}`), ['答一']);
      const { body } = await send(url, 'GET', `/v1/receipts/${waiting.token}`);
      assert.deepEqual([body.thread, body.status], [NEW, 'pending']);
      const query = new URLSearchParams({ site: 'customs', thread: OLD, status: 'pending' });
      const queue = (await moderate(url, 'GET', `/comments?${query}`)).body.items;
      assert.deepEqual(
        queue.map(({ id }) => id),
        [waiting.id],
      );
      await publish(url, NEW, draft({ body: '四' }));
      const paged = [];
      for (let cursor = ''; cursor !== null;) {
        const { body: page } = await list(url, OLD, `?limit=1${cursor && `&cursor=${cursor}`}`);
        paged.push(page.items[0].body);
        cursor = page.nextCursor;
      }
      assert.deepEqual(paged, ['四', '三', '二', '一']);
      await send(url, 'DELETE', `/v1/receipts/${third.token}`);
      assert.deepEqual(await bodies(url, NEW), ['四', '二', '一']);
    });

    it('are merged once: the next start changes nothing', async (test) => {
      const settings = settingsOf(await address(test));
      await writeBoth(test, settings);
      const tags = [];
      for (let start = 0; start < 2; start += 1) {
        const { url, service } = await openService(test, settings);
        tags.push((await list(url, NEW)).headers.get('etag'));
        const audit = (await moderate(url, 'GET', '/audit?site=customs')).body.items;
        assert.equal(audit.filter(({ action }) => action === 'merged').length, 1);
        await service.close();
      }
      assert.equal(tags[0], tags[1]);
    });

    it('are named by a dry run of the command, which changes nothing', async (test) => {
      const settings = settingsOf(await address(test));
      await writeBoth(test, settings);
      const command = commandOn(test, settings);
      const line = `customs: ${OLD} → ${NEW} (comments: 4)\n`;
      for (let time = 0; time < 2; time += 1) {
        const { output, code } = await command('merge', '--dry-run');
        assert.deepEqual([output, code], [`${line}Threads to merge: 1. Nothing was changed.\n`, 0]);
      }
      assert.equal((await command('merge')).output, `${line}Merged threads: 1.\n`);
      assert.equal((await command('merge')).output, 'Merged threads: 0.\n');
    });

    it('are not looked for by a dry run where there are no tables, and it makes none', async (test) => {
      const settings = settingsOf(await address(test));
      const command = commandOn(test, settings);
      for (let time = 0; time < 2; time += 1) {
        const { code, errors } = await command('merge', '--dry-run');
        assert.equal(code, 2);
        assert.match(errors, /There is no database: |The database has no tables yet/);
      }
      assert.equal(existsSync(settings.databaseUrl.replace('file:', '')), false);
    });

    it('are those that the operator names, while the service runs', async (test) => {
      const settings = settingsOf(await address(test));
      const { url } = await openService(test, settings);
      const { token } = await publish(url, 'guide-7', draft({ body: '一' }));
      await publish(url, '/guide/7', draft({ body: '二' }));
      const tag = (await list(url, '/guide/7')).headers.get('etag');
      const command = commandOn(test, settings);
      const pair = ['merge', 'guide-7', '/guide/7/', '--site', 'customs'];
      const line = 'customs: guide-7 → /guide/7 (comments: 1)\n';
      assert.ok((await command(...pair, '--dry-run')).output.startsWith(line));
      assert.deepEqual(await bodies(url, '/guide/7'), ['二']);
      assert.equal((await command(...pair)).output, `${line}Merged threads: 1.\n`);
      assert.deepEqual(await bodies(url, '/guide/7'), ['二', '一']);
      assert.deepEqual(await bodies(url, 'guide-7'), []);
      assert.notEqual((await list(url, '/guide/7')).headers.get('etag'), tag);
      const receipt = await send(url, 'GET', `/v1/receipts/${token}`);
      assert.equal(receipt.body.thread, '/guide/7');
      assert.equal((await command(...pair)).output, 'Merged threads: 0.\n');
      const { code, errors } = await command('merge', 'guide-7', '/guide/7');
      assert.deepEqual([code, /--site NAME/.test(errors)], [2, true]);
      const mistyped = ['merge', 'giude-7', '/guide/7', '--site', 'customs'];
      const refused = await command(...mistyped);
      assert.deepEqual(
        [refused.code, refused.errors],
        [2, 'The site customs has no thread "giude-7".\n'],
      );
      const inChinese = await command(...mistyped, '--lang', 'zh-Hans');
      assert.match(inChinese.errors, /站点 customs 中没有 thread 为“giude-7”的评论。/);
    });

    it('are all that a start counts the comments of', async (test) => {
      const settings = settingsOf(await address(test));
      const { service, url } = await openService(test, settings);
      await publish(url, NEW);
      const database = await openDatabase(settings.databaseUrl, 1, 0, () => undefined);
      test.after(() => database.destroy());
      const queries = [];
      const transformQuery = ({ node, queryId }) => {
        queries.push(database.getExecutor().compileQuery(node, queryId).sql);
        return node;
      };
      const transformResult = ({ result }) => Promise.resolve(result);
      const watched = database.withPlugin({ transformQuery, transformResult });
      assert.deepEqual(await findPaths(watched), []);
      assert.equal(queries.length, 1);
      assert.doesNotMatch(queries[0], /"comment"/);
      await service.close();
    });
  });
}

describe('a merge on PostgreSQL', () => {
  after(endPostgres);

  it('lets a comment that is published meanwhile take its place in the merged thread', async (test) => {
    const settings = settingsOf(await DATABASES.PostgreSQL(test));
    const { url } = await openService(test, settings);
    // The merge locks threads in the order of their ids: first the one that it empties.
    const [from, to] = ['one', 'other'].sort((one, other) =>
      threadId('customs', one) < threadId('customs', other) ? -1 : 1,
    );
    const { body: waiting } = await post(url, from, draft({ body: '待审' }));
    for (const body of ['一', '二', '三']) await publish(url, to, draft({ body }));
    const database = await openDatabase(settings.databaseUrl, 5, 0, () => undefined);
    test.after(() => database.destroy());
    const isWaiting = async (count) => {
      // A wait for a row names no database among the locks.
      const sql = `select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return (await query(settings.databaseUrl, sql)).length >= count;
    };
    const [found] = await findPair(database, 'customs', from, to);
    let merging;
    let deciding;
    await database.transaction().execute(async (work) => {
      // As a change of the thread locks it: whoever only holds its key does not wait.
      const locked = work.selectFrom('thread').select('id').forNoKeyUpdate();
      await locked.where('id', '=', threadId('customs', to)).execute();
      merging = merge(database, found, Date.now());
      await until(() => isWaiting(1));
      deciding = decide(url, waiting.id, { status: 'published' });
      await until(() => isWaiting(2));
    });
    await Promise.all([merging, deciding]);
    assert.deepEqual(await bodies(url, to), ['待审', '三', '二', '一']);
    assert.deepEqual(await countOf(url, to), { thread: to, count: 4 });
  });
});

describe('a retry after an update of the service', () => {
  it('is the same comment still: the request is hashed with the key as it came', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [sent, key] = [draft(), randomUUID()];
    const before = await openService(test, settings);
    const { body: receipt } = await post(before.url, OLD, sent, key);
    const { body: status } = await send(before.url, 'GET', `/v1/receipts/${receipt.token}`);
    assert.equal(status.thread, NEW);
    await before.service.close();
    const database = await openDatabase(settings.databaseUrl, 1, 0, () => undefined);
    const said = [sent.body, '', '', '', sent.consent.version];
    const request_hash = before.keys
      .sign('request', hash('customs', OLD), ...said)
      .toString('base64url');
    await database.updateTable('comment').set({ request_hash }).execute();
    await database.destroy();
    const { url } = await openService(test, settings);
    const again = await post(url, OLD, sent, key);
    assert.deepEqual([again.status, again.body.token], [200, receipt.token]);
  });
});
