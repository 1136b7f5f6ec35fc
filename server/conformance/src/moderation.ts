/* Decisions of moderators. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { LIMITS } from '../../src/contract/limits.js';
import { Session } from '../../src/contract/staff.js';
import { assertRefused, listAll, newThread, readReceipt, submit } from './citizen.js';
import { bodyOf, send } from './client.js';
import { decide, decided, inspect, published, sendAsModerator } from './moderator.js';
import { needs, site } from './setting.js';

const query = `?site=${encodeURIComponent(site)}`;

describe('Moderation', () => {
  const paths: [string, string][] = [
    ['GET', '/v1/moderation/session'],
    ['GET', `/v1/moderation/comments${query}`],
    ['GET', `/v1/moderation/comments/${randomUUID()}`],
    ['PATCH', `/v1/moderation/comments/${randomUUID()}`],
    ['POST', `/v1/moderation/comments/${randomUUID()}/replies`],
    ['GET', `/v1/moderation/audit${query}`],
    ['GET', `/v1/moderation/sites/${encodeURIComponent(site)}/export`],
    ['POST', `/v1/moderation/sites/${encodeURIComponent(site)}/import`],
    ['GET', '/v1/moderation/staff'],
    ['POST', '/v1/moderation/staff'],
    ['DELETE', `/v1/moderation/staff/${randomUUID()}`],
  ];
  const type = (path: string): string =>
    path.endsWith('/import') ? 'application/x-ndjson' : 'application/json';

  for (const [method, path] of paths) {
    const name = `${method} ${path.replace(/[?].*/, '').replace(/[0-9a-f-]{36}/, '{id}')}`;
    it(`${name} is for moderators only`, async () => {
      for (const authorization of [
        undefined,
        'Bearer',
        'Bearer wrong',
        'Basic YTpi',
        'Bearer \t',
      ]) {
        const headers = {
          ...(authorization === undefined ? {} : { authorization }),
          ...(method === 'GET' ? {} : { 'content-type': type(path) }),
        };
        const raw = method === 'GET' ? {} : { raw: '{}' };
        assertRefused(await send(path, { method, headers, ...raw }), 'unauthorized');
      }
    });
  }

  it('knows its moderators', needs.token, async () => {
    const answer = await sendAsModerator('/v1/moderation/session');
    const { name, sites, rejectionReasons } = bodyOf(Session, answer);
    assert.ok(name && sites.includes(site) && rejectionReasons.length > 0);
    assert.doesNotMatch(answer.headers.get('cache-control') ?? '', /public/);
  });

  it('of other sites is refused', needs.token, async () => {
    for (const path of ['comments', 'audit']) {
      const answer = await sendAsModerator(`/v1/moderation/${path}?site=no-such-site`);
      assertRefused(answer, 'not-found');
    }
  });
});

describe('A decision', () => {
  it('publishes a comment', needs.moderatedReview, async () => {
    const thread = newThread();
    const { receipt } = await submit(thread);
    assert.deepEqual(await listAll(thread), []);
    const before = await inspect(receipt.id);
    assert.equal(before.comment.publishedAt, null);
    const answer = await decide(receipt.id, { status: 'published' }, before);
    const after = await inspect(receipt.id);
    assert.deepEqual(answer.body, after.comment);
    assert.equal(answer.headers.get('etag'), after.etag);
    assert.ok(after.comment.version > before.comment.version);
    assert.equal((await listAll(thread))[0]?.id, receipt.id);
  });

  it('can be taken back, as long as nothing is erased', needs.moderator, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    await decided(receipt.id, { status: 'rejected', reasonCode: 'illegal' });
    assert.deepEqual(await listAll(thread), []);
    const { reason } = await decided(receipt.id, { status: 'published' });
    assert.equal(reason, null, 'a published comment has no reason of rejection');
    assert.equal((await listAll(thread)).length, 1);
  });

  it('to withdraw erases for good', needs.eraser, async () => {
    const { receipt } = await published(newThread(), { authorName: '李小明' });
    const comment = await decided(receipt.id, { status: 'withdrawn' });
    assert.equal(comment.body, '');
    assert.equal(comment.authorName, null);
    for (const status of ['published', 'withdrawn'] as const) {
      assertRefused(await decide(receipt.id, { status }), 'conflict');
    }
    const rejection = { status: 'rejected', reasonCode: 'other' } as const;
    assertRefused(await decide(receipt.id, rejection), 'conflict');
    assert.equal((await readReceipt(receipt.token)).status, 'withdrawn');
  });

  it('that changes nothing is a conflict', needs.moderator, async () => {
    const { receipt } = await published(newThread());
    assertRefused(await decide(receipt.id, { status: 'published' }), 'conflict');
  });

  it('needs the version it was made on', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    const answer = await sendAsModerator(`/v1/moderation/comments/${receipt.id}`, {
      method: 'PATCH',
      json: { status: 'withdrawn' },
    });
    assertRefused(answer, 'precondition-required');
  });

  it('on an older version is refused', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    const old = await inspect(receipt.id);
    await decided(receipt.id, { status: 'rejected', reasonCode: 'other' });
    assertRefused(await decide(receipt.id, { status: 'published' }, old), 'stale');
    for (const etag of ['"0"', '"999"', '"x"', `W/${(await inspect(receipt.id)).etag}`]) {
      assertRefused(await decide(receipt.id, { status: 'published' }, { etag }), 'stale');
    }
    assert.equal((await readReceipt(receipt.token)).status, 'rejected');
  });

  const wrong: Record<string, [Record<string, unknown>, string, string?]> = {
    'to reject without a reason': [{ status: 'rejected' }, '/reasonCode', 'required'],
    'with an unknown reason': [{ status: 'rejected', reasonCode: 'mood' }, '/reasonCode'],
    'with an unknown status': [{ status: 'pending' }, '/status'],
    'without a status': [{}, '/status', 'required'],
    'with an unknown field': [{ status: 'published', body: 'x' }, '/body', 'unknown-field'],
    'with too long a note': [
      { status: 'rejected', reasonCode: 'other', note: '好'.repeat(LIMITS.note + 1) },
      '/note',
      'too-long',
    ],
  };
  for (const [name, [decision, pointer, field]] of Object.entries(wrong)) {
    it(`${name} is refused`, needs.moderator, async () => {
      const { receipt } = await submit(newThread());
      const answer = await decide(receipt.id, decision as never);
      assertRefused(answer, 'validation', { pointer, ...(field ? { field } : {}) });
      assert.equal((await readReceipt(receipt.token)).status, receipt.status);
    });
  }

  it('on an unknown comment is refused', needs.token, async () => {
    const decision = { status: 'published' } as const;
    assertRefused(await decide(randomUUID(), decision, { etag: '"1"' }), 'not-found');
    assertRefused(await sendAsModerator(`/v1/moderation/comments/${randomUUID()}`), 'not-found');
  });
});
