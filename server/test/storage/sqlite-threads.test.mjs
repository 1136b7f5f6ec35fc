/* A thread of a SQLite file that crashes in the middle of its work. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { draft, list, post } from '../running/client.mjs';
import { postUntilStored, stored } from '../running/faults.mjs';
import { insideService } from '../running/inside.mjs';
import { databaseThreads } from '../running/threads.mjs';

/** Checks that an answer tells the client to try again. */
function assertPassing({ status, body, headers }) {
  assert.equal(status, 503);
  assert.equal(body.type, '/problems/unavailable');
  assert.ok(Number(headers.get('retry-after')) > 0);
}

describe('the thread that writes', () => {
  it('undoes a comment when it crashes within, and another one takes it', async (test) => {
    const threads = databaseThreads(test);
    const { url } = await insideService(test);
    const key = randomUUID();
    const body = draft();
    threads[0].crashAt('insert into "comment"');
    assertPassing(await post(url, 'a', body, key));
    assert.deepEqual(await stored(url), []);
    assert.equal((await post(url, 'a', body, key)).status, 202);
    assert.equal((await stored(url)).length, 1);
  });

  for (const [where, statement, isAfter] of [
    ['before comments', 'insert into "comment"', false],
    ['after the first of the comments', 'insert into "comment"', true],
    ['before the commit of comments', 'commit', false],
    ['after the commit of comments', 'commit', true],
  ]) {
    it(`loses and doubles nothing when it crashes ${where} that come at once`, async (test) => {
      const threads = databaseThreads(test);
      const service = await insideService(test);
      const bodies = Array.from({ length: 40 }, (_, at) => `第 ${at} 条`);
      threads[0].crashAt(statement, { isAfter });
      const receipts = await Promise.all(
        bodies.map((body) => postUntilStored(() => service, 'a', randomUUID(), draft({ body }))),
      );
      assert.ok(threads.length > 1, 'another thread has started');
      const found = (await stored(service.url)).map(({ body }) => body);
      assert.deepEqual(found.sort(), bodies.sort());
      assert.equal(new Set(receipts.map(({ token }) => token)).size, bodies.length);
    });
  }
});

describe('the thread that reads', () => {
  it('fails what it was reading when it crashes, and another one reads on', async (test) => {
    const threads = databaseThreads(test);
    const { url } = await insideService(test);
    assert.equal((await list(url, 'a')).status, 200);
    threads[1].crashAt('select');
    assertPassing(await list(url, 'a'));
    assert.equal((await list(url, 'a')).status, 200);
    assert.equal((await post(url, 'a')).status, 202, 'writing goes on');
  });
});
