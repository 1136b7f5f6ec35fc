/* What a moderator of one site learns of another one: nothing, not even that it is there. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { makeToken } from '../../dist/moderation/tokens.js';
import { publish, send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { openSite, settingsOf } from '../running/service.mjs';

/** Opens a service with two sites, and asks as the administrator of the second one. */
async function openTwo(test) {
  const { token, tokenHash } = makeToken();
  const settings = settingsOf(DATABASES.SQLite(test));
  settings.sites.police = openSite({ origins: ['https://police.example'] });
  const local = { name: '赵', role: 'administrator', sites: ['police'], tokenHash };
  settings.moderators.push(local);
  const { url } = await openService(test, settings);
  const { id } = await publish(url, 'a');
  const ask = async (method, path, body, headers = {}) => {
    const authorization = `Bearer ${token}`;
    const answer = await send(url, method, path, body, { authorization, ...headers });
    const { requestId, ...problem } = answer.body;
    assert.ok(requestId);
    return problem;
  };
  return { ask, id };
}

describe('a moderator of another site', () => {
  const requests = {
    'reads a comment': ['GET', ''],
    decides: ['PATCH', '', { status: 'rejected', reasonCode: 'other' }, { 'if-match': '"2"' }],
    'dismisses reports': ['DELETE', '/reports', undefined, { 'if-match': '"2"' }],
    replies: ['POST', '/replies', { body: '收到。' }, { 'idempotency-key': randomUUID() }],
  };
  for (const [name, [method, path, ...rest]] of Object.entries(requests)) {
    it(`who ${name} is told the same as if there were no such comment`, async (test) => {
      const { ask, id } = await openTwo(test);
      const answer = (one) => ask(method, `/v1/moderation/comments/${one}${path}`, ...rest);
      const [there, nowhere] = [await answer(id), await answer(randomUUID())];
      assert.equal(there.type, '/problems/not-found');
      assert.deepEqual(there, nowhere);
    });
  }

  for (const path of ['comments?site=', 'audit?site=']) {
    it(`who reads ${path} is told the same as if there were no such site`, async (test) => {
      const { ask } = await openTwo(test);
      const [there, nowhere] = [
        await ask('GET', `/v1/moderation/${path}customs`),
        await ask('GET', `/v1/moderation/${path}nowhere`),
      ];
      assert.equal(there.type, '/problems/not-found');
      assert.deepEqual(there, nowhere);
    });
  }

  it('who exports is told the same as if there were no such site', async (test) => {
    const { ask } = await openTwo(test);
    const [there, nowhere] = [
      await ask('GET', '/v1/moderation/sites/customs/export'),
      await ask('GET', '/v1/moderation/sites/nowhere/export'),
    ];
    assert.equal(there.type, '/problems/not-found');
    assert.deepEqual(there, nowhere);
  });
});
