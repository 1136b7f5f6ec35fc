/* What was once wrong, and must not be again. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { makeProofOfWork } from '../dist/captcha/proof-of-work.js';
import { Keys } from '../dist/keys.js';
import { isReservedName } from '../dist/reserved-names.js';
import { threadId } from '../dist/storage/threads.js';
import {
  asAdministrator,
  commentsPath,
  decide,
  draft,
  importFile,
  list,
  moderate,
  post,
  publish,
  send,
} from './running/client.mjs';
import { DATABASES, endPostgres, freshPostgres, query } from './running/databases.mjs';
import {
  launchService,
  ORIGIN,
  openSite,
  settingsOf,
  startService,
  until,
} from './running/service.mjs';

after(endPostgres);

/** Sends the form without JavaScript. */
const sendForm = (url, thread, fields) =>
  fetch(url + commentsPath(thread), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent: '1', idempotencyKey: randomUUID(), ...fields }),
  });

describe('the form', () => {
  it('takes a text of full length, which is longer there than in JSON', async (test) => {
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test)));
    assert.equal((await sendForm(url, 'a', { body: '字'.repeat(2000) })).status, 303);
    const longer = await sendForm(url, 'a', { body: '字'.repeat(2001) });
    assert.equal(longer.status, 422);
    assert.ok((await longer.text()).includes('字'.repeat(2001)), 'and nothing typed is lost');
  });

  it('gives a new key after one that belongs to another text', async (test) => {
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test)));
    const idempotencyKey = randomUUID();
    await sendForm(url, 'a', { body: '一', idempotencyKey });
    const page = await (await sendForm(url, 'a', { body: '二', idempotencyKey })).text();
    const next = /name="idempotencyKey" value="([^"]+)"/.exec(page)[1];
    assert.notEqual(next, idempotencyKey);
    const sent = await sendForm(url, 'a', { body: '二', idempotencyKey: next });
    assert.equal(sent.status, 303);
  });

  it('comes back with what was typed, whatever is wrong', async (test) => {
    const address = DATABASES.SQLite(test);
    const site = { captcha: ['code'], limits: { challenges: { max: 1, seconds: 600 } } };
    const { url } = await startService(test, settingsOf(address, site));
    const typed = { body: '写了很久的话', code: '0000', challenge: 'none' };
    const wrong = await sendForm(url, 'a', typed);
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /写了很久的话[^]*name="challenge"/);
    const limited = await sendForm(url, 'a', typed);
    const page = await limited.text();
    assert.match(page, /操作过于频繁[^]*写了很久的话/);
    assert.doesNotMatch(page, /name="challenge"/);
    const other = new DatabaseSync(address.slice('file:'.length));
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const busy = await sendForm(url, 'a', { ...typed, refresh: '' });
    assert.match(await busy.text(), /写了很久的话/);
    assert.match(busy.headers.get('content-type'), /html/);
  });

  it('is no unlimited source of captchas', async (test) => {
    const site = { captcha: ['code'], limits: { challenges: { max: 2, seconds: 600 } } };
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test), site));
    const path = '/v1/sites/customs/threads/a/form';
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await send(url, 'GET', path)).status);
    assert.deepEqual(statuses, [200, 200, 429]);
  });
});

describe('values that a database or a date cannot take', () => {
  for (const [name, address] of Object.entries(DATABASES)) {
    it(`are refused in words on ${name}`, async (test) => {
      const { url } = await startService(test, settingsOf(await address(test)));
      const { body: receipt } = await post(url, 'a');
      assert.equal((await list(url, 'a', '?parentId=%00')).status, 422);
      assert.equal((await post(url, 'a', draft({ parentId: '\u0000' }))).status, 422);
      assert.equal((await post(url, 'a\u0000b')).status, 422);
      const reported = await send(url, 'POST', '/v1/comments/%00/reports', { reason: 'spam' });
      assert.equal(reported.status, 422);
      assert.equal((await moderate(url, 'GET', '/comments/%00')).status, 422);
      assert.equal((await moderate(url, 'GET', '/comments?site=customs&q=%00')).status, 422);
      const audit = await moderate(url, 'GET', '/audit?site=customs&commentId=%00');
      assert.equal(audit.status, 422);
      for (const at of ['2016-12-31T23:59:60Z', '2020-01-01T00:00:00+08']) {
        const { status, body } = await post(url, 'a', draft({ consent: { version: '1', at } }));
        assert.equal(status, 422);
        assert.equal(body.errors[0].pointer, '/consent/at');
      }
      assert.equal((await send(url, 'GET', `/v1/receipts/${receipt.token}`)).status, 200);
    });
  }

  it('are refused in an import, however the file is built', async (test) => {
    const service = await startService(test, settingsOf(DATABASES.SQLite(test)));
    const { url } = service;
    assert.equal((await importFile(url, 'x'.repeat(3_000_000))).status, 422);
    assert.equal((await importFile(url, '')).status, 422);
    assert.equal((await importFile(url, '{"count":0,"checksum":"sha256:0"}')).status, 422);
    const first = '{"format":"customs-comments","version":1,"site":"customs"}\n';
    const checksum = `sha256:${createHash('sha256').update(first).digest('hex')}`;
    const good = await importFile(url, `${first}${JSON.stringify({ count: 0, checksum })}\n`);
    assert.deepEqual(good.body, { imported: 0, skipped: 0 });
    assert.equal((await fetch(`${url}/healthz`)).status, 200, 'and the service lives');
  });
});

describe('reports', () => {
  it('agree with their number, and none outlives its comment, whatever happens at once', async (test) => {
    const address = await freshPostgres();
    const { url } = await startService(test, settingsOf(address, {}, { trustProxy: 'loopback' }));
    for (let round = 0; round < 25; round += 1) {
      const { id, token } = await publish(url, 'a');
      const report = (reader) =>
        send(
          url,
          'POST',
          `/v1/comments/${id}/reports`,
          { reason: 'spam', note: '注' },
          {
            'x-forwarded-for': `192.0.2.${reader}`,
          },
        );
      await report(1);
      const { headers } = await moderate(url, 'GET', `/comments/${id}`);
      const other =
        round % 2
          ? () => send(url, 'DELETE', `/v1/receipts/${token}`)
          : () =>
              moderate(url, 'DELETE', `/comments/${id}/reports`, undefined, {
                'if-match': headers.get('etag'),
              });
      await Promise.all([report(2), report(3), other(), report(4)]);
    }
    const wrong = await query(
      address,
      `select id from comment where report_count <> (select count(*) from report where comment_id = comment.id)
       or (status = 'withdrawn' and report_count > 0)`,
    );
    assert.deepEqual(wrong, []);
  });
});

describe('captchas', () => {
  it('of proof of work expire by the clock of the system, too', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test), { captcha: ['pow'] });
    const { url } = await startService(test, settings);
    const keys = new Keys(settings.secret);
    const thread = threadId('customs', 'a');
    const challenge = await makeProofOfWork(keys, thread, 10, Date.now() - 60_000);
    const solution = await solveChallenge({ challenge, deriveKey });
    const payload = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    const { status, body } = await post(url, 'a', draft({ captcha: { kind: 'pow', payload } }));
    assert.deepEqual([status, body.reason], [422, 'expired']);
  });

  it('stay used after a restart', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test), { captcha: ['pow'] });
    const before = await startService(test, settings);
    const asked = { site: 'customs', thread: 'a', kind: 'pow' };
    const { challenge } = (await send(before.url, 'POST', '/v1/challenges', asked)).body;
    const solution = await solveChallenge({ challenge, deriveKey });
    const payload = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    const captcha = { kind: 'pow', payload };
    assert.equal((await post(before.url, 'a', draft({ captcha }))).status, 202);
    await before.kill();
    const { url } = await startService(test, settings);
    assert.equal((await post(url, 'a', draft({ captcha }))).body.reason, 'used');
  });
});

describe('origins', () => {
  it('are looked at however the address is spelled', async (test) => {
    const police = openSite({ origins: ['https://police.example'] });
    const sites = { customs: openSite(), police };
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test), {}, { sites }));
    for (const path of ['/v1/%73ites/police/threads/a/comments', '/v1/%6doderation/session']) {
      const answer = await fetch(url + path, { headers: { origin: ORIGIN, ...asAdministrator } });
      assert.equal(answer.status, 403, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
    }
  });
});

describe('a page of one site', () => {
  it('asks nothing of another, also where the address names no site', async (test) => {
    const police = openSite({ origins: ['https://police.example'], captcha: ['pow'] });
    const sites = { customs: openSite(), police };
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test), {}, { sites }));
    const { id } = await publish(url, 'a');
    const from = (origin) => ({ origin });
    const challenge = { site: 'police', thread: 'a', kind: 'pow' };
    for (const [origin, status] of [
      [ORIGIN, 403],
      ['https://police.example', 201],
    ]) {
      const answer = await send(url, 'POST', '/v1/challenges', challenge, from(origin));
      assert.equal(answer.status, status, origin);
    }
    const report = (origin) =>
      send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam' }, from(origin));
    assert.equal((await report('https://police.example')).status, 403);
    assert.equal((await report(ORIGIN)).status, 204);
    const read = (origin) =>
      send(url, 'GET', '/v1/capabilities?site=police', undefined, from(origin));
    assert.equal((await read(ORIGIN)).body.type, '/problems/origin');
    assert.equal((await read('https://police.example')).status, 200);
  });
});

describe('moderators', () => {
  it('find a name of any script as it was written', async (test) => {
    for (const address of Object.values(DATABASES)) {
      const { url } = await startService(test, settingsOf(await address(test)));
      await post(url, 'a', draft({ body: 'Привет из Урумчи', authorName: 'Ünal' }));
      for (const text of ['Привет', 'Ünal', 'Урумчи']) {
        const path = `/comments?site=customs&q=${encodeURIComponent(text)}`;
        assert.equal((await moderate(url, 'GET', path)).body.items.length, 1, text);
      }
    }
  });

  it('cannot publish a reply to what is no longer shown', async (test) => {
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test)));
    const parent = await publish(url, 'a');
    const { body: reply } = await post(url, 'a', draft({ parentId: parent.id }));
    await decide(url, parent.id, { status: 'rejected', reasonCode: 'other' });
    const answer = await decide(url, reply.id, { status: 'published' });
    assert.deepEqual([answer.status, answer.body.type], [422, '/problems/parent']);
  });
});

describe('names', () => {
  it('of the site are its own, and others are free', () => {
    const more = ['示例机关', '★'];
    for (const name of ['示 例 机 关', 'adm1n', 'ADMIN', 'Аdmin', 'a d m i n', '０官方']) {
      assert.ok(isReservedName(name, more), name);
    }
    for (const name of ['Badminton', '张三', 'Minister', '阿依古丽', '★★']) {
      assert.ok(!isReservedName(name, more), name);
    }
  });
});

describe('an import', () => {
  it('changes the tag of the lists that it fills', async (test) => {
    const from = await startService(test, settingsOf(DATABASES.SQLite(test)));
    for (let at = 0; at < 3; at += 1) await publish(from.url, 'a', draft({ body: `第 ${at} 条` }));
    const { text } = await moderate(from.url, 'GET', '/sites/customs/export');
    for (const address of Object.values(DATABASES)) {
      const { url } = await startService(test, settingsOf(await address(test)));
      const tags = new Set([(await list(url, 'a')).headers.get('etag')]);
      assert.deepEqual((await importFile(url, text)).body, { imported: 3, skipped: 0 });
      const { headers, body } = await list(url, 'a');
      assert.ok(!tags.has(headers.get('etag')));
      assert.deepEqual([body.total, body.items[0].body], [3, '第 2 条']);
      assert.deepEqual((await importFile(url, text)).body, { imported: 0, skipped: 3 });
      const receipt = await publish(url, 'a', draft({ body: '更新的' }));
      assert.equal((await list(url, 'a')).body.items[0].id, receipt.id);
    }
  });
});

/** The connection that keeps a table to itself. */
const LOCKING =
  "select pid from pg_locks where relation = 'used_challenge'::regclass and mode = 'AccessExclusiveLock' and granted";

describe('the start', () => {
  it('survives a retention that cannot run, and says so in the log', async (test) => {
    const address = await freshPostgres();
    const settings = settingsOf(address);
    await (await startService(test, settings)).stop();
    // Longer than any start takes; it is ended as soon as it has done its work.
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

  it('says that another process keeps the SQLite file locked', async (test) => {
    const address = DATABASES.SQLite(test);
    await (await startService(test, settingsOf(address))).stop();
    const other = new DatabaseSync(address.slice('file:'.length));
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const service = await launchService(test, settingsOf(address));
    assert.equal((await service.ended).code, 2);
    assert.match(service.log(), /Another process keeps the database locked/);
  });
});
