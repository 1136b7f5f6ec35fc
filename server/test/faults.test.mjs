/* What happens when something breaks: nothing that was acknowledged is lost, nothing is stored twice. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import pg from 'pg';
import { checkSettings, createService } from '../dist/index.js';
import { commentsPath, draft, list, moderate, post } from './running/client.mjs';
import {
  DATABASES,
  endPostgres,
  freePort,
  freshPostgres,
  mountedFolder,
  query,
  scratchFolder,
  startPostgres,
} from './running/databases.mjs';
import { launchService, MAIN, settingsOf, startService, until } from './running/service.mjs';

/** Posts as our form does: the same key until there is a receipt. */
async function postUntilStored(port, thread, key, body) {
  return until(async () => {
    const answer = await post(`http://127.0.0.1:${port()}`, thread, body, key).catch(
      () => undefined,
    );
    if (answer && answer.status < 500 && ![200, 202, 409].includes(answer.status)) {
      throw new Error(answer.text);
    }
    return answer && [200, 202].includes(answer.status) && answer.body;
  });
}

/** Holds the table of threads, so that whoever writes a comment has to wait. */
async function lockThreads(address) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('begin');
  await client.query('lock table thread');
  return {
    isWaitedFor: async () =>
      (await query(address, 'select 1 from pg_locks where not granted')).length > 0,
    release: async () => {
      await client.query('commit');
      await client.end();
    },
  };
}

/** All comments of the site, as an administrator exports them. */
async function stored(url) {
  const { text } = await moderate(url, 'GET', '/sites/customs/export');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'comment');
}

describe('a process that is killed', () => {
  after(endPostgres);
  for (const [name, address] of Object.entries(DATABASES)) {
    it(`loses and doubles nothing on ${name}`, async (test) => {
      const settings = settingsOf(await address(test));
      let service = await startService(test, settings);
      let isOver = false;
      const receipts = [];
      const bodies = Array.from({ length: 200 }, (_, at) => `第 ${at} 条`);
      const killing = (async () => {
        for (let kill = 1; kill <= 4; kill += 1) {
          await until(() => receipts.length >= kill * 25);
          await service.kill();
          service = await startService(test, { ...settings, port: service.port });
        }
        isOver = true;
      })();
      const queue = [...bodies];
      const workers = Array.from({ length: 8 }, async () => {
        // Goes round until all the kills are over, so that each of them hits a working process.
        for (let body = queue.shift(); body !== undefined || !isOver; body = queue.shift()) {
          const text = body ?? `更多 ${randomUUID()}`;
          const { token } = await postUntilStored(
            () => service.port,
            'killed',
            randomUUID(),
            draft({ body: text }),
          );
          receipts.push({ token, body: text });
        }
      });
      await Promise.all([killing, ...workers]);
      const comments = await stored(service.url);
      const found = comments.map(({ body }) => body);
      const lost = receipts.filter(({ body }) => !found.includes(body));
      assert.deepEqual(lost, [], 'acknowledged, not stored');
      assert.equal(new Set(found).size, found.length, 'stored twice');
      assert.equal(found.length, receipts.length);
      assert.ok(receipts.length >= bodies.length);
      for (const { token } of receipts.slice(0, 20)) {
        const answer = await fetch(`${service.url}/v1/receipts/${token}`);
        assert.equal(answer.status, 200, 'the receipt is known');
      }
    });
  }
});

describe('a disk that is full', () => {
  it('answers 503, loses nothing, and goes on when there is room again', async (test) => {
    const folder = mountedFolder(test, 'size=1m');
    if (!folder) return test.skip('needs the right to mount a small disk');
    const path = join(folder, 'comments.sqlite');
    const settings = checkSettings(settingsOf(`file:${path}`, {}, { logLevel: 'silent' }));
    const service = await createService(settings);
    test.after(() => service.close());
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${service.app.server.address().port}`;
    const filler = join(folder, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']);

    const body = draft({ body: '字'.repeat(2000) });
    let refused;
    const kept = [];
    for (let at = 0; at < 100 && !refused; at += 1) {
      const answer = await post(url, 'full', body);
      if (answer.status === 202) kept.push(answer.body.token);
      else refused = answer;
    }
    assert.equal(refused?.status, 503);
    assert.equal(refused.body.type, '/problems/unavailable');
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await list(url, 'full')).status, 200, 'reading goes on');

    spawnSync('rm', [filler]);
    spawnSync('mount', ['-o', 'remount,size=20m', folder]);
    const retried = await post(url, 'full', body);
    assert.equal(retried.status, 202);
    for (const token of kept) {
      assert.equal((await fetch(`${url}/v1/receipts/${token}`)).status, 200);
    }
  });
});

describe('a SQLite file', () => {
  const settingsFor = (test) => {
    const path = join(scratchFolder(test), 'comments.sqlite');
    return { path, settings: settingsOf(`file:${path}`) };
  };

  /** Starts a service that must refuse, and gives its words. */
  function refusal(test, settings) {
    const file = join(scratchFolder(test), 'settings.json');
    writeFileSync(file, JSON.stringify(settings));
    const { status, stderr } = spawnSync(process.execPath, [MAIN, '--config', file], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    return { status, stderr };
  }

  it('that another process keeps locked delays a comment, and loses none', async (test) => {
    const { path, settings } = settingsFor(test);
    const { url } = await startService(test, settings);
    const other = new DatabaseSync(path);
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const key = randomUUID();
    const refused = await post(url, 'busy', draft(), key);
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await list(url, 'busy')).status, 200, 'reading goes on');
    other.exec('COMMIT');
    assert.equal((await post(url, 'busy', draft(), key)).status, 202);
    assert.equal((await post(url, 'busy', draft(), key)).status, 200);
  });

  it('that is damaged stops the start with a sentence that says why', async (test) => {
    const { path, settings } = settingsFor(test);
    const service = await startService(test, settings);
    for (let at = 0; at < 20; at += 1)
      await post(service.url, 'a', draft({ body: '字'.repeat(900) }));
    await service.stop();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 2, bytes.length - 100);
    writeFileSync(path, bytes);
    const { status, stderr } = refusal(test, settings);
    assert.equal(status, 2);
    assert.match(stderr, /damaged/);
    assert.ok(stderr.includes(path));
    assert.deepEqual(readFileSync(path), bytes, 'and leaves the file as it is');
  });

  it('that is something else altogether is not touched', (test) => {
    const { path, settings } = settingsFor(test);
    writeFileSync(path, '这不是数据库'.repeat(500));
    const { status, stderr } = refusal(test, settings);
    assert.equal(status, 2);
    assert.match(stderr, /no SQLite file/);
    assert.equal(readFileSync(path, 'utf8'), '这不是数据库'.repeat(500));
  });

  it('in a folder that does not exist stops the start', (test) => {
    const { status, stderr } = refusal(test, settingsOf('file:/no/such/folder/comments.sqlite'));
    assert.equal(status, 2);
    assert.match(stderr, /folder of the database does not exist/);
  });

  it('that cannot be written stops the start', (test) => {
    const isRoot = process.getuid?.() === 0;
    // Root may write wherever the file system lets it: only one that is mounted read-only does not.
    const folder = isRoot ? mountedFolder(test, 'ro') : scratchFolder(test);
    if (!folder) return test.skip('needs the right to mount, or not to be root');
    if (!isRoot) chmodSync(folder, 0o500);
    const { status, stderr } = refusal(test, settingsOf(`file:${folder}/comments.sqlite`));
    assert.equal(status, 2);
    assert.match(stderr, /cannot be written/);
  });

  it('that becomes read-only is still read, and refuses politely to write', async (test) => {
    const { path, settings } = settingsFor(test);
    const service = await createService(checkSettings({ ...settings, logLevel: 'silent' }));
    test.after(() => service.close());
    const inject = (method, payload) =>
      service.app.inject({
        method,
        url: commentsPath('a'),
        payload,
        headers: { 'idempotency-key': randomUUID() },
      });
    assert.equal((await inject('POST', draft())).statusCode, 202);
    const other = new DatabaseSync(path);
    // The version of the file's format says who may write: a later one turns older software into readers.
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    const bytes = readFileSync(path);
    bytes[18] = 3;
    writeFileSync(path, bytes);
    const refused = await inject('POST', draft());
    assert.equal(refused.statusCode, 503);
    assert.equal(refused.json().type, '/problems/unavailable');
    assert.equal((await inject('GET')).statusCode, 200);
  });
});

describe('a PostgreSQL', () => {
  after(endPostgres);

  it('that is restarted in the middle of requests loses and doubles nothing', async (test) => {
    const postgres = await startPostgres();
    test.after(() => postgres.remove());
    const service = await startService(test, settingsOf(postgres.url));
    let isOver = false;
    const receipts = [];
    const restarting = (async () => {
      for (let restart = 1; restart <= 2; restart += 1) {
        await until(() => receipts.length >= restart * 25);
        await postgres.stop();
        await postgres.start();
      }
      isOver = true;
    })();
    const workers = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        const body = draft({ body: randomUUID() });
        receipts.push(await postUntilStored(() => service.port, 'restart', randomUUID(), body));
      }
    });
    await Promise.all([restarting, ...workers]);
    const ids = (await stored(service.url)).map(({ id }) => id).sort();
    assert.deepEqual(ids, receipts.map(({ id }) => id).sort());
  });

  it('that is down at the start is waited for', async (test) => {
    const postgres = await startPostgres();
    test.after(() => postgres.remove());
    await postgres.stop();
    const service = await launchService(test, settingsOf(postgres.url));
    await until(() => service.log().includes('Waiting for the PostgreSQL server'));
    await postgres.start();
    await service.ready();
    assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
  });

  it('that never comes stops the start with a sentence without its password', async (test) => {
    const port = await freePort();
    const settings = settingsOf(
      `postgres://user:hunter2@127.0.0.1:${port}/comments`,
      {},
      { databaseWait: 0 },
    );
    await assert.rejects(startService(test, settings), (error) => {
      assert.match(error.message, /databaseUrl.*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  });

  it('whose connections are all taken answers 503, and then goes on', async (test) => {
    const address = await freshPostgres();
    const { url } = await startService(test, settingsOf(address, {}, { databasePool: 1 }));
    await post(url, 'pool');
    const lock = await lockThreads(address);
    const answers = await Promise.all([post(url, 'pool'), post(url, 'pool'), list(url, 'pool')]);
    await lock.release();
    assert.ok(answers.some(({ status }) => status === 503));
    for (const { status, headers } of answers) {
      if (status === 503) assert.ok(Number(headers.get('retry-after')) > 0);
    }
    assert.equal((await post(url, 'pool')).status, 202);
  });

  it('is brought up to date by several processes that start at once', async (test) => {
    const settings = settingsOf(await freshPostgres());
    const services = await Promise.all([1, 2, 3, 4].map(() => startService(test, settings)));
    for (const { url } of services) assert.equal((await post(url, 'start')).status, 202);
  });
});

it('a SQLite file is brought up to date by several processes that start at once', async (test) => {
  const settings = settingsOf(DATABASES.SQLite(test));
  const services = await Promise.all([1, 2, 3, 4].map(() => startService(test, settings)));
  for (const { url } of services) assert.equal((await post(url, 'start')).status, 202);
});

describe('a clock that is set back', () => {
  it('keeps order and limits right', async (test) => {
    let now = Date.parse('2026-11-23T12:00:00Z');
    const settings = checkSettings(
      settingsOf(
        DATABASES.SQLite(test),
        { moderation: 'after', limits: { comments: { max: 4, seconds: 600 } } },
        { logLevel: 'silent' },
      ),
    );
    const service = await createService(settings, { now: () => now });
    test.after(() => service.close());
    const send = (body) =>
      service.app.inject({
        method: 'POST',
        url: commentsPath('clock'),
        payload: draft({ body }),
        headers: { 'idempotency-key': randomUUID() },
      });
    await send('一');
    await send('二');
    now -= 3_600_000;
    await send('三');
    const page = (await service.app.inject(commentsPath('clock'))).json();
    assert.deepEqual(
      page.items.map(({ body }) => body),
      ['三', '二', '一'],
    );
    // The window that began before the clock was set back does not last an hour longer.
    await send('四');
    await send('五');
    await send('六');
    assert.equal((await send('七')).statusCode, 429);
    now += 601_000;
    assert.equal((await send('八')).statusCode, 201);
  });
});

describe('SIGTERM', () => {
  after(endPostgres);

  it('lets requests that are under way finish, takes no new ones, and ends with 0', async (test) => {
    const address = await freshPostgres();
    const service = await startService(test, settingsOf(address));
    const lock = await lockThreads(address);
    const underWay = post(service.url, 'term');
    await until(lock.isWaitedFor);
    const stopping = service.stop();
    await until(() =>
      fetch(`${service.url}/healthz`).then(
        ({ ok }) => !ok,
        () => true,
      ),
    );
    await lock.release();
    assert.equal((await underWay).status, 202);
    assert.deepEqual(await stopping, { code: 0, signal: null });
  });
});

describe('decisions', () => {
  it('by two moderators at once are one', async (test) => {
    const { url } = await startService(test, settingsOf(DATABASES.SQLite(test)));
    const { body: receipt } = await post(url, 'two');
    const patch = (decision) =>
      moderate(url, 'PATCH', `/comments/${receipt.id}`, decision, { 'if-match': '"1"' });
    const answers = await Promise.all([
      patch({ status: 'published' }),
      patch({ status: 'rejected', reasonCode: 'other' }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
  });
});
