/* A site that moves from one database to another. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { v7 as uuid } from 'uuid';
import { draft, importFile, list, moderate, publish, send } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

/** Lines as a file whose last line fits them. */
function sealed(values) {
  const content = values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  return `${content}${JSON.stringify({ count: values.length - 1, checksum })}\n`;
}

describe('an import', () => {
  after(endPostgres);

  it('changes the tag of the lists that it fills', async (test) => {
    const from = await insideService(test);
    for (let at = 0; at < 3; at += 1) await publish(from.url, 'a', draft({ body: `第 ${at} 条` }));
    const { text } = await moderate(from.url, 'GET', '/sites/customs/export');
    for (const address of Object.values(DATABASES)) {
      const { url } = await openService(test, settingsOf(await address(test)));
      const tags = new Set([(await list(url, 'a')).headers.get('etag')]);
      assert.deepEqual((await importFile(url, text)).body, {
        imported: 3,
        skipped: 0,
        importedEntries: 7,
      });
      const { headers, body } = await list(url, 'a');
      assert.ok(!tags.has(headers.get('etag')));
      assert.deepEqual([body.total, body.items[0].body], [3, '第 2 条']);
      assert.deepEqual((await importFile(url, text)).body, {
        imported: 0,
        skipped: 3,
        importedEntries: 0,
      });
      const receipt = await publish(url, 'a', draft({ body: '更新的' }));
      assert.equal((await list(url, 'a')).body.items[0].id, receipt.id);
    }
  });

  it('brings replies, reports and the audit along', async (test) => {
    const from = await insideService(test);
    const parent = await publish(from.url, 'a', draft({ body: '问' }));
    const reply = (url, body) => publish(url, 'a', draft({ body, parentId: parent.id }));
    for (const body of ['答一', '答二']) await reply(from.url, body);
    await send(from.url, 'POST', `/v1/comments/${parent.id}/reports`, { reason: 'spam' });
    const { text } = await moderate(from.url, 'GET', '/sites/customs/export');
    for (const address of Object.values(DATABASES)) {
      const { url } = await openService(test, settingsOf(await address(test)));
      const numbers = async () => {
        const { items, total, published } = (await list(url, 'a')).body;
        return [items[0].replyCount, total, published];
      };
      assert.deepEqual((await importFile(url, text)).body, {
        imported: 3,
        skipped: 0,
        importedEntries: 8,
      });
      assert.deepEqual(await numbers(), [2, 1, 3]);
      assert.deepEqual((await importFile(url, text)).body, {
        imported: 0,
        skipped: 3,
        importedEntries: 0,
      });
      await reply(url, '答三');
      assert.deepEqual(await numbers(), [3, 1, 4]);
      const reported = await moderate(url, 'GET', '/comments?site=customs&reported=true');
      assert.deepEqual(
        reported.body.items.map(({ id, reports }) => [id, reports.length]),
        [[parent.id, 1]],
      );
      const audit = await moderate(url, 'GET', `/audit?site=customs&commentId=${parent.id}`);
      assert.deepEqual(
        audit.body.items.map(({ action }) => action),
        ['reported', 'published', 'received'],
      );
    }
  });

  it('marks what it brings, whatever the file says', async (test) => {
    const from = await insideService(test);
    const parent = await publish(from.url, 'a', draft({ body: '问' }));
    await moderate(
      from.url,
      'POST',
      `/comments/${parent.id}/replies`,
      { body: '答' },
      { 'idempotency-key': randomUUID() },
    );
    const { text } = await moderate(from.url, 'GET', '/sites/customs/export');
    const lines = text
      .trim()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    const madeUp = lines.map((line) => {
      // Passes for another site, with entries and replies in the names of our own people.
      if (line.format) return { ...line, site: 'elsewhere', audit: null };
      if (line.type === 'audit') return { ...line, actor: '王审核', at: 1, sequence: 1, hash: 'a' };
      return { ...line, author_name: '示例机关', published_at: 1, imported_at: null };
    });
    for (const address of Object.values(DATABASES)) {
      const { url, service } = await openService(test, settingsOf(await address(test)));
      const { body } = await importFile(url, sealed(madeUp));
      assert.deepEqual([body.imported, body.importedEntries], [2, madeUp.length - 3]);
      await service.link();
      const { items } = (await moderate(url, 'GET', '/audit?site=customs&limit=50')).body;
      const foreign = items.filter(({ actor }) => actor === '王审核');
      assert.equal(foreign.length, madeUp.length - 3);
      for (const { imported, sequence, hash } of foreign) {
        assert.deepEqual([imported.by, imported.from], ['李审核', 'elsewhere']);
        assert.deepEqual([sequence, hash], [null, null], 'the chain has only what happened here');
      }
      const own = items.filter(({ imported }) => imported === null);
      assert.deepEqual(
        own.map(({ action, sequence }) => [action, sequence]),
        [['imported', 1]],
      );
      assert.match(own[0].detail, /^elsewhere sha256:[0-9a-f]{64}$/);
      const { items: comments } = (await moderate(url, 'GET', '/comments?site=customs')).body;
      assert.deepEqual(
        comments.map(({ imported, publishedAt }) => [imported.from, publishedAt]),
        [
          ['elsewhere', '1970-01-01T00:00:00.001Z'],
          ['elsewhere', '1970-01-01T00:00:00.001Z'],
        ],
      );
      const { text: again } = await moderate(url, 'GET', '/sites/customs/export');
      const onward = await openService(test, settingsOf(DATABASES.SQLite(test)));
      assert.equal((await importFile(onward.url, again)).body.imported, 2);
      const shown = (await moderate(onward.url, 'GET', '/comments?site=customs')).body.items;
      assert.equal(shown[0].imported.from, 'elsewhere → customs', 'both are named');
    }
  });

  it('reads files of version 1', async (test) => {
    const from = await insideService(test);
    await publish(from.url, 'a');
    const { text } = await moderate(from.url, 'GET', '/sites/customs/export');
    const newer = [
      'imported_at',
      'imported_by',
      'imported_from',
      'count',
      'detail',
      'sequence',
      'hash',
    ];
    const older = text
      .trim()
      .split('\n')
      .slice(0, -1)
      .map((line, at) => {
        if (at === 0) return { format: 'customs-comments', version: 1, site: 'customs' };
        const row = JSON.parse(line);
        for (const name of newer) delete row[name];
        return row;
      });
    const { url } = await insideService(test);
    const { body } = await importFile(url, sealed(older));
    assert.deepEqual(body, { imported: 1, skipped: 0, importedEntries: 3 });
  });
});

describe('a very long thread', () => {
  it('of 100,000 comments is imported, and read page by page to both ends', async (test) => {
    const { url } = await insideService(test);
    const source = await insideService(test);
    await publish(source.url, 'long');
    const { text } = await moderate(source.url, 'GET', '/sites/customs/export');
    const [first, sample] = text.split('\n');
    const row = JSON.parse(sample);
    const lines = [first];
    for (let at = 1; at <= 100_000; at += 1) {
      lines.push(
        JSON.stringify({
          ...row,
          id: uuid(),
          body: `第 ${at} 条`,
          position: at,
          receipt_hash: null,
          idempotency_hash: `imported-${at}`,
        }),
      );
    }
    const content = `${lines.join('\n')}\n`;
    const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    const end = `${JSON.stringify({ count: 100_000, checksum })}\n`;
    const answer = await importFile(url, content + end);
    assert.deepEqual(answer.body, { imported: 100_000, skipped: 0, importedEntries: 0 });
    const newest = (await list(url, 'long', '?limit=50')).body;
    assert.equal(newest.total, 100_000);
    assert.equal(newest.items[0].body, '第 100000 条');
    const next = await list(url, 'long', `?limit=50&cursor=${newest.nextCursor}`);
    assert.equal(next.body.items[0].body, '第 99950 条');
    const oldest = (await list(url, 'long', '?limit=1&sort=oldest')).body;
    assert.equal(oldest.items[0].body, '第 1 条');
  });
});
