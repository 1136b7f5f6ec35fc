/* Keys of threads that have no comment any more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { draft, list, moderate, post, publish, send } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

const SECRET = '/办件/张三的申诉';

for (const [name, addressOf] of Object.entries(DATABASES)) {
  describe(`the key of a thread on ${name}`, () => {
    after(endPostgres);

    async function setUp(test) {
      const opened = await openService(test, settingsOf(await addressOf(test)));
      const exported = async () =>
        (await moderate(opened.url, 'GET', '/sites/customs/export')).text;
      return { ...opened, exported };
    }

    const withdraw = (url, token) => send(url, 'DELETE', `/v1/receipts/${token}`);

    it('is erased after the last comment, and not before', async (test) => {
      const { url, service, exported } = await setUp(test);
      const first = await publish(url, SECRET);
      const { body: second } = await post(url, SECRET);
      await withdraw(url, first.token);
      await service.sweep();
      assert.ok((await exported()).includes(SECRET), 'a comment waits there');
      await withdraw(url, second.token);
      await service.sweep();
      assert.ok(!(await exported()).includes(SECRET));
      const { body } = await send(url, 'GET', `/v1/receipts/${first.token}`);
      assert.deepEqual([body.status, body.thread], ['withdrawn', '']);
    });

    it('comes back with the next comment, and no page gets an old tag again', async (test) => {
      const { url, service, exported } = await setUp(test);
      const tags = new Set();
      const tag = async () => (await list(url, SECRET)).headers.get('etag');
      for (const body of ['一', '二', '三']) {
        const { token } = await publish(url, SECRET, draft({ body }));
        const seen = await tag();
        assert.ok(!tags.has(seen), 'the tag of another list');
        tags.add(seen);
        assert.ok((await exported()).includes(SECRET));
        await withdraw(url, token);
        await service.sweep();
        assert.ok(!tags.has(await tag()));
      }
      const { headers } = await list(url, SECRET);
      assert.match(headers.get('cache-control'), /stale-if-error=600$/);
    });

    it('is not lost by a comment that comes while it is erased', async (test) => {
      const { url, service } = await setUp(test);
      for (let round = 0; round < 20; round += 1) {
        const thread = `${SECRET}/${round}`;
        const { body } = await post(url, thread);
        await withdraw(url, body.token);
        const [answer] = await Promise.all([post(url, thread), service.sweep()]);
        const { body: receipt } = await send(url, 'GET', `/v1/receipts/${answer.body.token}`);
        assert.equal(receipt.thread, thread);
      }
    });
  });
}

describe('a SQLite file', () => {
  it('holds no erased key', async (test) => {
    const address = DATABASES.SQLite(test);
    const { url, service } = await openService(test, settingsOf(address));
    const { body } = await post(url, SECRET);
    await send(url, 'DELETE', `/v1/receipts/${body.token}`);
    await service.sweep();
    await service.close();
    assert.ok(!readFileSync(address.slice('file:'.length)).includes('张三'));
  });
});
