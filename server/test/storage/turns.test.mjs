/* Work that follows one another: what waits is done together. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPassingFailure, Overload } from '../../dist/storage/failures.js';
import { Turns } from '../../dist/storage/turns.js';

/** Work that the test ends when it likes. */
function controlled() {
  const calls = [];
  const turns = new Turns(
    (items) =>
      new Promise((resolve, reject) => {
        calls.push({ items: [...items], done: () => resolve(items), fail: reject });
      }),
  );
  return { turns, calls };
}

/** Lets everything run that is ready. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('do the first at once, and together what comes meanwhile', async () => {
    const { turns, calls } = controlled();
    const results = [1, 2, 3].map((item) => turns.take('thread', item));
    assert.deepEqual(
      calls.map(({ items }) => items),
      [[1]],
    );
    calls[0].done();
    await settle();
    assert.deepEqual(calls[1].items, [2, 3]);
    calls[1].done();
    assert.deepEqual(await Promise.all(results), [1, 2, 3]);
  });

  it('of different names do not wait for each other', () => {
    const { turns, calls } = controlled();
    void turns.take('one', 1);
    void turns.take('other', 2);
    assert.equal(calls.length, 2);
  });

  it('begin anew after a pause', async () => {
    const { turns, calls } = controlled();
    const first = turns.take('thread', 1);
    calls[0].done();
    await first;
    await settle();
    const second = turns.take('thread', 2);
    calls[1].done();
    assert.equal(await second, 2);
  });

  it('keep the fault of one from the others', async () => {
    const turns = new Turns((items) =>
      items.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(items),
    );
    const results = await Promise.allSettled(
      ['first', 'good', 'bad', 'better'].map((item) => turns.take('thread', item)),
    );
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
  });

  it('do not repeat what failed because the database is away', async () => {
    const { turns, calls } = controlled();
    const results = Promise.allSettled([1, 2, 3].map((item) => turns.take('thread', item)));
    calls[0].done();
    await settle();
    calls[1].fail(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    assert.deepEqual(
      (await results).map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    );
    assert.equal(calls.length, 2);
  });

  it('refuse when too many wait, so that the client comes back later', async () => {
    const { turns, calls } = controlled();
    void turns.take('thread', 0);
    for (let waiting = 0; waiting < 1000; waiting += 1) void turns.take('thread', waiting);
    await assert.rejects(turns.take('thread', 'too many'), (error) => {
      assert.ok(error instanceof Overload);
      return isPassingFailure(error);
    });
    assert.equal(calls.length, 1);
  });

  it('refuse what has waited too long', async (test) => {
    let now = 0;
    test.mock.method(performance, 'now', () => now);
    const { turns, calls } = controlled();
    const first = turns.take('thread', 1);
    const late = assert.rejects(turns.take('thread', 2), Overload);
    now = 60_000;
    const inTime = turns.take('thread', 3);
    calls[0].done();
    await first;
    await late;
    calls[1].done();
    assert.equal(await inTime, 3);
    assert.deepEqual(calls[1].items, [3]);
  });
});
