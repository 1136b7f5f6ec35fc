/* How the process starts and ends. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { post } from '../running/client.mjs';
import { DATABASES, endPostgres, freshPostgres, scratchFolder } from '../running/databases.mjs';
import { lockThreads } from '../running/faults.mjs';
import { openService } from '../running/inside.mjs';
import { launchService, runCommand, settingsOf, startService, until } from '../running/service.mjs';

after(endPostgres);

describe('the start', () => {
  for (const [name, address] of Object.entries(DATABASES)) {
    it(`brings ${name} up to date, also when several processes start at once`, async (test) => {
      const settings = settingsOf(await address(test));
      const services = await Promise.all([1, 2, 3, 4].map(() => startService(test, settings)));
      for (const { url } of services) assert.equal((await post(url, 'start')).status, 202);
    });
  }

  it('says that another process keeps the SQLite file locked', async (test) => {
    const address = DATABASES.SQLite(test);
    await (await openService(test, settingsOf(address))).service.close();
    const other = new DatabaseSync(address.slice('file:'.length));
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const service = await launchService(test, settingsOf(address));
    assert.equal((await service.ended).code, 2);
    assert.match(service.log(), /Another process keeps the database locked/);
  });

  it('says so when its port is taken', async (test) => {
    const settings = settingsOf(`file:${join(scratchFolder(test), 'comments.sqlite')}`);
    const port = Number(new URL((await openService(test, settings)).url).port);
    const file = join(scratchFolder(test), 'settings.json');
    writeFileSync(file, JSON.stringify({ ...settings, port }));
    const { code, errors } = await runCommand(['--config', file]);
    assert.equal(code, 2);
    assert.match(errors, /"host" and "port", .* is taken/);
  });
});

describe('SIGTERM', () => {
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

  for (const [what, sent] of Object.entries({
    'on which no request has come': '',
    'with half of the headers': 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Half: ',
    'with half of a body':
      'POST /v1/sites/customs/counts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"thr',
  })) {
    it(`does not wait for ever for a connection ${what}`, { timeout: 30_000 }, async (test) => {
      const settings = settingsOf(DATABASES.SQLite(test), {}, { shutdownSeconds: 1 });
      const service = await startService(test, settings);
      const connection = connect(Number(new URL(service.url).port), '127.0.0.1');
      test.after(() => connection.destroy());
      // Its end is what is waited for, in whichever way it comes.
      connection.on('error', () => undefined);
      await once(connection, 'connect');
      connection.write(sent);
      // The service takes connections in order, so it has taken the first one too.
      assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
      assert.deepEqual(await service.stop(), { code: 0, signal: null });
    });
  }
});
