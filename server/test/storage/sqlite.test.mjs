/* A SQLite file that is locked, damaged, in the wrong place, or on a full disk. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { draft, list, post } from '../running/client.mjs';
import { mountedFolder, scratchFolder } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { MAIN, settingsOf, startService } from '../running/service.mjs';

describe('a disk that is full', () => {
  it('answers 503, loses nothing, and goes on when there is room again', async (test) => {
    const folder = mountedFolder(test, 'size=1m');
    if (!folder) return test.skip('needs the right to mount a small disk');
    const path = join(folder, 'comments.sqlite');
    const { url } = await openService(test, settingsOf(`file:${path}`));
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

  /** Starts a service that must refuse to run, and gives its reason. */
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
    // The service may be writing something of its own.
    other.exec('PRAGMA busy_timeout = 60000; BEGIN IMMEDIATE');
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
    const { url, service } = await openService(test, settings);
    for (let at = 0; at < 20; at += 1) await post(url, 'a', draft({ body: '字'.repeat(900) }));
    await service.close();
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
    assert.match(stderr, /not a SQLite file/);
    assert.equal(readFileSync(path, 'utf8'), '这不是数据库'.repeat(500));
  });

  it('in a folder that does not exist stops the start', (test) => {
    const { status, stderr } = refusal(test, settingsOf('file:/no/such/folder/comments.sqlite'));
    assert.equal(status, 2);
    assert.match(stderr, /folder of the database does not exist/);
  });

  it('that cannot be written stops the start', (test) => {
    const isRoot = process.getuid?.() === 0;
    // Root may write everywhere but on a file system that is mounted read-only.
    const folder = isRoot ? mountedFolder(test, 'ro') : scratchFolder(test);
    if (!folder) return test.skip('needs the right to mount, or not to be root');
    if (!isRoot) chmodSync(folder, 0o500);
    const { status, stderr } = refusal(test, settingsOf(`file:${folder}/comments.sqlite`));
    assert.equal(status, 2);
    assert.match(stderr, /cannot be written/);
  });

  it('that becomes read-only is still read, and refuses politely to write', async (test) => {
    const { path, settings } = settingsFor(test);
    const { url } = await openService(test, settings);
    assert.equal((await post(url, 'a')).status, 202);
    const other = new DatabaseSync(path);
    // A later version of the file's format lets older software read, but not write.
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    const bytes = readFileSync(path);
    bytes[18] = 3;
    writeFileSync(path, bytes);
    const refused = await post(url, 'a');
    assert.equal(refused.status, 503);
    assert.equal(refused.body.type, '/problems/unavailable');
    assert.equal((await list(url, 'a')).status, 200);
  });
});
