/* What moderators may see, find and decide. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { decide, draft, moderate, post, publish } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { moderator, settingsOf } from '../running/service.mjs';

describe('moderators', () => {
  after(endPostgres);

  it('without the role of an administrator see no contacts and move no data', async (test) => {
    const { url } = await insideService(test);
    const { body: receipt } = await post(url, 'a', draft({ contact: 'a@example.org' }));
    const asModerator = { authorization: `Bearer ${moderator.token}` };
    const seen = await moderate(url, 'GET', `/comments/${receipt.id}`, undefined, asModerator);
    assert.equal(seen.body.contact, null);
    const found = await moderate(
      url,
      'GET',
      '/comments?site=customs&q=example.org',
      undefined,
      asModerator,
    );
    assert.deepEqual(found.body.items, []);
    for (const [method, path] of [
      ['GET', '/sites/customs/export'],
      ['POST', '/sites/customs/import'],
    ]) {
      const answer = await fetch(`${url}/v1/moderation${path}`, {
        method,
        headers: { ...asModerator, 'content-type': 'application/x-ndjson' },
        ...(method === 'POST' && { body: '{}' }),
      });
      assert.equal(answer.status, 403);
    }
  });

  it('find a name of any script as it was written', async (test) => {
    for (const address of Object.values(DATABASES)) {
      const { url } = await openService(test, settingsOf(await address(test)));
      await post(url, 'a', draft({ body: 'Привет из Урумчи', authorName: 'Ünal' }));
      for (const text of ['Привет', 'Ünal', 'Урумчи']) {
        const path = `/comments?site=customs&q=${encodeURIComponent(text)}`;
        assert.equal((await moderate(url, 'GET', path)).body.items.length, 1, text);
      }
    }
  });

  it('cannot publish a reply to what is no longer shown', async (test) => {
    const { url } = await insideService(test);
    const parent = await publish(url, 'a');
    const { body: reply } = await post(url, 'a', draft({ parentId: parent.id }));
    await decide(url, parent.id, { status: 'rejected', reasonCode: 'other' });
    const answer = await decide(url, reply.id, { status: 'published' });
    assert.deepEqual([answer.status, answer.body.type], [422, '/problems/parent']);
  });

  it('decide once, even if two do so at the same time', async (test) => {
    const { url } = await insideService(test);
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
