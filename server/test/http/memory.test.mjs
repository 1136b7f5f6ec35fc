/* What a process keeps in memory, however long the texts are that readers ask for. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { RecentAnswers } from '../../dist/http/recent-answers.js';
import { draft, list, moderate, post } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService } from '../running/inside.mjs';
import { settingsOf, startService } from '../running/service.mjs';

describe('recent answers', () => {
  const answer = (bytes, content) => Buffer.alloc(bytes, content);
  const kept = (answers, count) =>
    Array.from({ length: count }, (_, at) => answers.get(`${at}`)).filter(Boolean);

  it('take no more memory than they may, whatever their number and length', () => {
    for (const bytes of [1, 100, 5000, 30_000]) {
      const answers = new RecentAnswers(200_000);
      // Node cuts small buffers made of texts out of larger blocks.
      for (let at = 0; at < 1000; at += 1) answers.set(`${at}`, Buffer.from('x'.repeat(bytes)));
      const blocks = new Set(kept(answers, 1000).map(({ buffer }) => buffer));
      assert.ok(blocks.size > 0);
      const held = [...blocks].reduce((sum, { byteLength }) => sum + byteLength, 0);
      assert.ok(held <= 200_000, `${held} bytes are held by answers of ${bytes}`);
    }
  });

  it('lose the one that nobody has asked for the longest', () => {
    const answers = new RecentAnswers(30_000);
    for (const key of ['0', '1', '2']) answers.set(key, answer(10_000, key));
    answers.get('0');
    answers.set('3', answer(10_000, '3'));
    assert.deepEqual(
      kept(answers, 4).map((content) => content.toString('utf8', 0, 1)),
      ['0', '2', '3'],
    );
  });

  it('leave out what is larger than all of them may be', () => {
    const answers = new RecentAnswers(30_000);
    answers.set('0', answer(10_000));
    answers.set('1', answer(30_001));
    assert.deepEqual([answers.get('1'), answers.get('0').byteLength], [undefined, 10_000]);
  });
});

describe('a page of a list', () => {
  it('shows a comment that is longer than a page, as an import may bring one', async (test) => {
    const { url, path } = await insideService(test, { moderation: 'after' });
    for (const body of ['0', '1', '2']) await post(url, 'a', draft({ body }));
    const database = new DatabaseSync(path);
    database.exec("update comment set body = body || printf('%.*c', 300000, 'x')");
    database.close();
    const shown = [];
    let query = '?limit=50';
    for (let pages = 0; query && pages < 5; pages += 1) {
      const { items, nextCursor } = (await list(url, 'a', query)).body;
      shown.push(items.map(({ body }) => body[0]));
      query = nextCursor && `?limit=50&cursor=${nextCursor}`;
    }
    assert.deepEqual(shown, [['2'], ['1'], ['0']]);
  });
});

describe('a process with little memory', () => {
  it('lives when readers ask for many pages, each of the longest texts that were ever taken', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test), { moderation: 'after' });
    const env = { NODE_OPTIONS: '--max-old-space-size=96', LOG_LEVEL: 'silent' };
    const { url, ended } = await startService(test, settings, { env });
    for (let at = 0; at < 10; at += 1) {
      const { id } = (await post(url, 'a')).body;
      for (let reply = 0; reply < 10; reply += 1) {
        const key = { 'idempotency-key': randomUUID() };
        await moderate(url, 'POST', `/comments/${id}/replies`, { body: '已收到。' }, key);
      }
    }
    const database = new DatabaseSync(settings.databaseUrl.slice('file:'.length), {
      // The service links its audit meanwhile.
      timeout: 10_000,
    });
    // Versions before the limit of bytes took 2,000 characters of up to 16 UTF-16 units.
    database.prepare('update comment set body = ?').run(`a${'\u0301'.repeat(15)}`.repeat(2000));
    database.close();
    const pages = ['newest', 'oldest'].flatMap((sort) =>
      Array.from({ length: 50 }, (_, at) => `?limit=${at + 1}&sort=${sort}`),
    );
    const read = async () => {
      for (let next = pages.shift(); next; next = pages.shift()) {
        const { status, body } = await list(url, 'a', next);
        assert.deepEqual([status, body.items[0].officialReplies.length], [200, 10], next);
      }
    };
    await Promise.race([
      Promise.all(Array.from({ length: 10 }, read)),
      ended.then(({ code, signal }) => assert.fail(`the process ended: ${code ?? signal}`)),
    ]);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });
});
