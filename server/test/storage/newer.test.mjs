/* An older version that meets the tables of a newer one. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { openAsItIs, openDatabase } from '../../dist/storage/database.js';
import { VERSION } from '../../dist/version.js';
import { post } from '../running/client.mjs';
import { DATABASES, endPostgres, query, scratchFolder } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { runCommand, settingsOf } from '../running/service.mjs';

/** Runs SQL on either database. */
async function run(address, statement) {
  if (address.startsWith('postgres')) return query(address, statement);
  const database = new DatabaseSync(address.slice('file:'.length));
  try {
    return database.prepare(statement).all();
  } finally {
    database.close();
  }
}

const CHANGE =
  "insert into kysely_migration (name, timestamp) values ('2031-03-more', '2031-03-01T00:00:00Z')";
const VERSION_OF_IT = "insert into upgrade (migration, version) values ('2031-03-more', '9.8.7')";

for (const [name, addressOf] of Object.entries(DATABASES)) {
  describe(`${name} with the tables of a newer version`, () => {
    after(endPostgres);

    async function newer(test) {
      const address = await addressOf(test);
      const { url, service } = await openService(test, settingsOf(address));
      assert.equal((await post(url, 'a')).status, 202);
      await service.close();
      await run(address, CHANGE);
      return address;
    }

    const open = (address) => openDatabase(address, 1, 0, () => undefined);

    it('is not called damaged: the old version says which one it needs', async (test) => {
      const address = await newer(test);
      await run(address, VERSION_OF_IT);
      for (const start of [open, openAsItIs]) {
        await assert.rejects(start(address), (error) => {
          assert.equal(error.reason, 'newer');
          assert.match(error.message, /newer version.*2031-03-more.*version 9\.8\.7 or later/);
          assert.match(error.message, /restore the backup made before the upgrade/);
          assert.match(error.inWords('zh-Hans'), /更新的版本.*9\.8\.7 或更高版本.*升级前的备份/);
          assert.doesNotMatch(error.message + error.inWords('zh-Hans'), /damaged|损坏|latest/);
          return true;
        });
      }
    });

    it('is told so, too, where the newer version did not say its number', async (test) => {
      const address = await newer(test);
      await assert.rejects(open(address), /Install that version or a later one, or restore/);
    });

    it('keeps in mind which version has changed the tables', async (test) => {
      const address = await addressOf(test);
      await (await open(address)).destroy();
      const rows = await run(address, 'select version from upgrade');
      assert.ok(rows.length > 0);
      for (const { version } of rows) assert.equal(version, VERSION);
    });
  });
}

describe('the command on a database of a newer version', () => {
  it('says so in the language of the terminal, and leaves the tables as they are', async (test) => {
    const address = DATABASES.SQLite(test);
    const settings = settingsOf(address);
    await (await openService(test, settings)).service.close();
    await run(address, CHANGE);
    const file = join(scratchFolder(test), 'settings.json');
    writeFileSync(file, JSON.stringify(settings));
    const tables = () => run(address, 'select name, sql from sqlite_master order by name');
    const before = await tables();
    const chinese = await runCommand(['--config', file], { env: { LANG: 'zh_CN.UTF-8' } });
    assert.equal(chinese.code, 2);
    assert.match(chinese.errors, /^此数据库由更新的版本写入.*未作任何改动。\n$/);
    const english = await runCommand(['--config', file, '--lang', 'en']);
    assert.match(english.errors, /^This database was written by a newer version/);
    assert.deepEqual(await tables(), before);
  });
});
