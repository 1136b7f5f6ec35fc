/* What is on record, and how to see that nobody has changed it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../dist/storage/database.js';
import { linkAll, verifyChain } from '../../dist/storage/audit-chain.js';
import { audit } from '../../dist/storage/audit.js';
import { draft, list, moderate, post, publish } from '../running/client.mjs';
import { DATABASES, endPostgres, scratchFolder } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import {
  administrator,
  moderator,
  runCommand,
  settingsOf,
  startService,
} from '../running/service.mjs';

/** Opens a database, and closes it after the test. */
async function open(test, address) {
  const database = await openDatabase(await address(test), 4, 0, () => undefined);
  test.after(() => database.destroy());
  return database;
}

const entry = (at, site = 'customs') => ({ site, at, actor: 'citizen', action: 'received' });

/** Adds some entries and links them. */
async function chainOf(database, length) {
  for (let at = 1; at <= length; at += 1) await audit(database, entry(at));
  await linkAll(database);
}

for (const [name, address] of Object.entries(DATABASES)) {
  describe(`the chain of the audit on ${name}`, () => {
    after(endPostgres);

    it('holds while several link it and others write', async (test) => {
      const database = await open(test, address);
      const writing = Array.from({ length: 40 }, async (_, at) => {
        await audit(database, entry(at, at % 2 ? 'customs' : 'other'));
        if (at % 4 === 0) await linkAll(database);
      });
      await Promise.all([...writing, linkAll(database), linkAll(database)]);
      await linkAll(database);
      for (const site of ['customs', 'other']) {
        const { head, waiting, fault } = await verifyChain(database, site);
        assert.deepEqual([head.sequence, waiting, fault], [20, 0, undefined]);
      }
    });

    const wrongs = {
      'an entry that was changed': [
        (database) =>
          database.updateTable('audit').set({ actor: '王审核' }).where('sequence', '=', 3),
        { sequence: 3, kind: 'changed' },
      ],
      'an entry that was removed': [
        (database) => database.deleteFrom('audit').where('sequence', '=', 2),
        { sequence: 2, kind: 'missing' },
      ],
      'a latest entry that was removed': [
        (database) => database.deleteFrom('audit').where('sequence', '=', 5),
        { sequence: 5, kind: 'missing' },
      ],
      'an entry that was made to look imported': [
        (database) =>
          database.updateTable('audit').set({ imported_at: 1 }).where('sequence', '=', 4),
        { sequence: 4, kind: 'changed' },
      ],
    };
    for (const [what, [forge, fault]] of Object.entries(wrongs)) {
      it(`shows ${what}`, async (test) => {
        const database = await open(test, address);
        await chainOf(database, 5);
        await forge(database).execute();
        assert.deepEqual((await verifyChain(database, 'customs')).fault, fault);
      });
    }

    it('that was written anew differs from a head that was kept', async (test) => {
      const database = await open(test, address);
      await chainOf(database, 5);
      const { head: kept } = await verifyChain(database, 'customs');
      await chainOf(database, 1);
      assert.equal((await verifyChain(database, 'customs', kept)).fault, undefined);
      await database.updateTable('audit').set({ sequence: null, hash: null }).execute();
      await database.updateTable('audit').set({ actor: '王审核' }).where('at', '=', 2).execute();
      await database.deleteFrom('audit_head').execute();
      await linkAll(database);
      const { fault } = await verifyChain(database, 'customs');
      assert.equal(fault, undefined, 'by itself it is in order');
      const compared = await verifyChain(database, 'customs', kept);
      assert.deepEqual(compared.fault, { sequence: 5, kind: 'head' });
    });

    it('stays whole when a later version adds a column', async (test) => {
      const database = await open(test, address);
      await chainOf(database, 2);
      await database.schema.alterTable('audit').addColumn('later', 'text').execute();
      await audit(database, entry(3));
      await database.updateTable('audit').set({ later: 'words' }).where('at', '=', 3).execute();
      await linkAll(database);
      assert.equal((await verifyChain(database, 'customs')).fault, undefined);
      await database.updateTable('audit').set({ later: 'others' }).where('at', '=', 3).execute();
      const { fault } = await verifyChain(database, 'customs');
      assert.deepEqual(fault, { sequence: 3, kind: 'changed' });
    });

    it('is verified by the command beside a running service', async (test) => {
      const settings = settingsOf(await address(test));
      const file = join(scratchFolder(test), 'settings.json');
      writeFileSync(file, JSON.stringify(settings));
      const verify = (...args) =>
        runCommand(['audit', 'verify', '--config', file, '--lang', 'en', ...args]);
      const early = await verify();
      assert.deepEqual(
        [early.code, /start the service once|There is no/.test(early.errors)],
        [2, true],
      );

      const { url } = await startService(test, settings);
      await publish(url, 'a');
      const { text } = await moderate(url, 'GET', '/sites/customs/export');
      const { sequence, hash } = JSON.parse(text.split('\n')[0]).audit;
      const right = await verify();
      assert.equal(right.code, 0, right.errors);
      assert.match(right.output, /^customs: unchanged\. Head: \d+:[0-9a-f]{64}/);
      const kept = await verify('--site', 'customs', '--head', `${sequence}:${hash}`);
      assert.equal(kept.code, 0, kept.output);
      const chinese = await verify('--lang', 'zh-Hans');
      assert.match(chinese.output, /^customs：记录无改动。/);

      const foreign = await verify('--site', 'customs', '--head', `1:${'0'.repeat(64)}`);
      assert.deepEqual([foreign.code, /entry 1 is not the one/.test(foreign.output)], [3, true]);
      assert.equal((await verify('--head', `1:${hash}`)).code, 2, 'a head belongs to one site');
      assert.equal((await verify('--site', 'unknown')).code, 2);
      assert.equal((await verify('--site', 'customs', '--head', 'x')).code, 2);

      const database = await openDatabase(settings.databaseUrl, 1, 0, () => undefined);
      await database
        .updateTable('audit')
        .set({ actor: '王审核' })
        .where('sequence', '=', 1)
        .execute();
      await database.destroy();
      const wrong = await verify();
      assert.deepEqual([wrong.code, wrong.output.trim()], [3, 'customs: entry 1 was changed.']);
      assert.equal((await list(url, 'a')).status, 200);
    });
  });
}

describe('reading contacts', () => {
  /** Entries of that kind, latest first: their action, the number of comments and whether one is named. */
  async function entries(url) {
    const { items } = (await moderate(url, 'GET', '/audit?site=customs&limit=50')).body;
    return items
      .filter(({ action }) => action.startsWith('contacts-'))
      .map(({ action, actor, count, commentId }) => [action, actor, count, commentId]);
  }

  it('is recorded once for each request that shows any', async (test) => {
    const { url } = await insideService(test);
    const { body: first } = await post(url, 'a', draft({ contact: 'first@example.org' }));
    await post(url, 'a', draft({ contact: 'second@example.org' }));
    const { body: bare } = await post(url, 'a');
    await moderate(url, 'GET', '/comments?site=customs');
    await moderate(url, 'GET', `/comments/${first.id}`);
    await moderate(url, 'GET', `/comments/${bare.id}`);
    await moderate(url, 'GET', '/comments?site=customs&status=rejected');
    await moderate(url, 'GET', '/comments?site=customs&q=nobody');
    await moderate(url, 'GET', '/comments?site=customs&q=first');
    assert.deepEqual(await entries(url), [
      ['contacts-searched', '李审核', 1, first.id],
      ['contacts-searched', '李审核', 0, null],
      ['contacts-read', '李审核', 1, first.id],
      ['contacts-read', '李审核', 2, null],
    ]);
  });

  it('is not recorded for those who are shown none', async (test) => {
    const { url } = await openService(test, settingsOf(DATABASES.SQLite(test)));
    await post(url, 'a', draft({ contact: 'first@example.org' }));
    const headers = { authorization: `Bearer ${moderator.token}` };
    await moderate(url, 'GET', '/comments?site=customs&q=first', undefined, headers);
    assert.deepEqual(await entries(url), []);
  });
});

describe('an export of which only the head is asked for', () => {
  it('leaves no entry, and is for administrators all the same', async (test) => {
    const { url } = await insideService(test);
    await publish(url, 'a');
    const entries = async () => {
      const { items } = (await moderate(url, 'GET', '/audit?site=customs')).body;
      return items.map(({ action }) => action);
    };
    const before = await entries();
    const head = (token) =>
      fetch(`${url}/v1/moderation/sites/customs/export`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${token}` },
      });
    const { status, headers } = await head(administrator.token);
    assert.equal(status, 200);
    assert.match(headers.get('content-type'), /ndjson/);
    assert.equal((await head(moderator.token)).status, 403);
    assert.deepEqual(await entries(), before);
  });
});
