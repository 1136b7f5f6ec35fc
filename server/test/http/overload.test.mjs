/* More comments than the database takes in time. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { commentsPath, draft, list, moderate, post } from '../running/client.mjs';
import { stored } from '../running/faults.mjs';
import { insideService } from '../running/inside.mjs';
import { ORIGIN, until } from '../running/service.mjs';
import { databaseThreads } from '../running/threads.mjs';

/** As many as are at work, and as many as wait. */
const MOST = 64 + 500;
const fromPage = { origin: ORIGIN };

/** Opens a service whose database takes nothing more until it is released, and sends more than can wait. */
async function overloadedService(test, surplus) {
  const threads = databaseThreads(test);
  const service = await insideService(test);
  await list(service.url, 'a');
  const { url } = service;
  threads[0].hold();
  const answered = [];
  const sent = Array.from({ length: MOST + surplus }, async () => {
    answered.push(await post(url, 'a', draft(), randomUUID(), fromPage));
  });
  await until(() => answered.length >= surplus);
  const release = async () => {
    threads[0].release();
    await Promise.all(sent);
  };
  return { ...service, refused: answered.slice(), answered, release };
}

describe('a service that is overloaded', () => {
  it('refuses at once what cannot wait, and takes all the rest', async (test) => {
    const { url, refused, answered, release } = await overloadedService(test, 20);
    // Each refusal takes a second, and what waits for the database gives up after five.
    const [ours, foreign, form] = await Promise.all([
      post(url, 'a', draft(), randomUUID(), fromPage),
      post(url, 'a', draft(), randomUUID(), { origin: 'https://other.example' }),
      fetch(url + commentsPath('a'), {
        method: 'POST',
        body: new URLSearchParams({ body: '办事指南很清楚。' }),
      }),
    ]);
    refused.push(ours);

    await test.test('with a problem that says when to come back', () => {
      for (const { status, headers, body } of refused) {
        assert.equal(status, 503);
        assert.equal(body.type, '/problems/unavailable');
        assert.equal(body.retryAfter, Number(headers.get('retry-after')));
        assert.ok(body.retryAfter > 0);
        assert.ok(body.requestId);
        assert.match(headers.get('content-type'), /^application\/problem\+json/);
        assert.equal(headers.get('cache-control'), 'no-store');
      }
    });

    await test.test('which pages of the site can read, and no other page', () => {
      for (const { headers } of refused) {
        assert.equal(headers.get('access-control-allow-origin'), ORIGIN);
        assert.match(headers.get('access-control-expose-headers'), /Retry-After/i);
        assert.match(headers.get('vary'), /Origin/);
      }
      assert.equal(foreign.status, 503);
      assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    });

    await test.test('and a form with a page', () => {
      assert.equal(form.status, 503);
      assert.match(form.headers.get('content-type'), /^text\/html/);
      assert.ok(Number(form.headers.get('retry-after')) > 0);
    });

    await test.test('but answers readers, moderators and whoever asks for its health', async () => {
      assert.equal((await list(url, 'a')).status, 200);
      assert.equal((await fetch(`${url}/healthz`)).status, 200);
      assert.equal((await moderate(url, 'GET', '/comments?site=customs')).status, 200);
      const asked = await fetch(url + commentsPath('a'), {
        method: 'OPTIONS',
        headers: { ...fromPage, 'access-control-request-method': 'POST' },
      });
      assert.equal(asked.status, 204, 'a browser may ask whether it may post');
    });

    await release();
    const taken = answered.filter(({ status }) => status === 202);
    assert.equal(taken.length, MOST);
    assert.equal((await stored(url)).length, MOST, 'what was refused is not stored');
    assert.equal((await post(url, 'a')).status, 202, 'and it goes on');
  });
});
