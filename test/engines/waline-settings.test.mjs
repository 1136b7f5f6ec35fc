/* The provider for Waline against a real Waline with other settings. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countComments } from './waline/database.mjs';
import { haveDocument, itemsOf, newThread, signUp, submit, withWaline } from './waline/engine.mjs';

haveDocument();

describe('Comments on a Waline that publishes at once', () => {
  const engine = withWaline({ environment: { FORBIDDEN_WORDS: 'casino' } });

  it('are listed at once, with the replies of one second in their order', async () => {
    const thread = newThread();
    const top = await submit(engine, thread, { body: 'Question' });
    assert.equal(top.status, 'published');
    // The numbers that Waline gives them go from one digit to two.
    const ids = [];
    for (let number = 1; number <= 11; number += 1) {
      ids.push((await submit(engine, thread, { body: `${number}`, parentId: top.id })).id);
    }
    for (const sort of ['newest', 'oldest']) {
      const [{ id, replies }] = await itemsOf(engine, thread, sort);
      assert.equal(id, top.id);
      assert.deepEqual(
        replies.map((reply) => reply.id),
        ids,
      );
    }
  });

  it('are rejected for a word that is not wanted', async () => {
    const thread = newThread();
    const { status } = await submit(engine, thread, { body: 'Visit my casino' });
    assert.equal(status, 'rejected');
    assert.deepEqual(await itemsOf(engine, thread), []);
  });
});

describe('A Waline with a captcha', () => {
  const engine = withWaline({ environment: { TURNSTILE_SECRET: 'unknown' } });

  it('is closed to pages that bring none', async () => {
    const thread = newThread();
    const refusal = { kind: 'closed', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: 'Hello' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });
});

describe('A Waline that is on its guard', () => {
  const engine = withWaline({ environment: { IPQPS: '60', LOGIN: 'force' } });

  it('takes nothing from those who are not signed in', async () => {
    const thread = newThread();
    const refusal = { kind: 'unauthorized', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: 'Hello' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });

  it('takes one comment a minute, and keeps nothing of a second one', async () => {
    const thread = newThread();
    await signUp(engine, 'Customs Office');
    const identity = await signUp(engine, 'Registered');
    await submit(engine, thread, { body: 'First' }, { identity });
    await assert.rejects(submit(engine, thread, { body: 'Second' }, { identity }), {
      kind: 'rate-limited',
      outcomeUnknown: false,
      isFinal: false,
    });
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('is offline once it has been stopped', async () => {
    const { stop, provider } = engine;
    engine.stop = undefined;
    await stop();
    const fault = { name: 'ProviderError', kind: 'offline', outcomeUnknown: true };
    await assert.rejects(submit(engine, '/', { body: 'Anybody there?' }), fault);
    await assert.rejects(provider.list('/', { limit: 10, sort: 'newest' }), fault);
    await assert.rejects(provider.count(['/']), fault);
  });
});
