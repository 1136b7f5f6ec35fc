/* A process that ends in the middle of its work. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { draft } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { postUntilStored, stored } from '../running/faults.mjs';
import { settingsOf, startService, until } from '../running/service.mjs';

describe('a process that is killed', () => {
  after(endPostgres);
  for (const [name, address] of Object.entries(DATABASES)) {
    it(`loses and doubles nothing on ${name}`, async (test) => {
      const settings = settingsOf(await address(test));
      let service = startService(test, settings);
      let isOver = false;
      const receipts = [];
      const bodies = Array.from({ length: 200 }, (_, at) => `第 ${at} 条`);
      const killing = (async () => {
        for (let kill = 1; kill <= 4; kill += 1) {
          await until(() => receipts.length >= kill * 25);
          await (await service).kill();
          service = startService(test, settings);
          await service;
        }
        isOver = true;
      })();
      const queue = [...bodies];
      const workers = Array.from({ length: 8 }, async () => {
        // Goes on until all the kills are over, so that each of them hits a working process.
        for (let body = queue.shift(); body !== undefined || !isOver; body = queue.shift()) {
          const text = body ?? `更多 ${randomUUID()}`;
          const { token } = await postUntilStored(
            () => service,
            'killed',
            randomUUID(),
            draft({ body: text }),
          );
          receipts.push({ token, body: text });
        }
      });
      await Promise.all([killing, ...workers]);
      const { url } = await service;
      const comments = await stored(url);
      const found = comments.map(({ body }) => body);
      const lost = receipts.filter(({ body }) => !found.includes(body));
      assert.deepEqual(lost, [], 'acknowledged, not stored');
      assert.equal(new Set(found).size, found.length, 'stored twice');
      assert.equal(found.length, receipts.length);
      assert.ok(receipts.length >= bodies.length);
      for (const { token } of receipts.slice(0, 20)) {
        const answer = await fetch(`${url}/v1/receipts/${token}`);
        assert.equal(answer.status, 200, 'the receipt is known');
      }
    });
  }
});
