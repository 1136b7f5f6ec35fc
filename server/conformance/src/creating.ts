/* Sending a comment. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Receipt } from '../../src/contract/comments.js';
import { Problem } from '../../src/contract/problems.js';
import {
  assertRefused,
  commentsPath,
  listAll,
  listPage,
  newDraft,
  newThread,
  post,
  submit,
} from './citizen.js';
import { bodyOf, send } from './client.js';
import { inspect } from './moderator.js';
import { captchaFor } from './proofs.js';
import { capabilities, needs } from './setting.js';

describe('A comment', () => {
  it('is received as the policy of the site says', needs.writing, async () => {
    const thread = newThread();
    const captcha = await captchaFor(thread);
    const answer = await post(thread, newDraft(captcha ? { captcha } : {}));
    const before = capabilities.moderation === 'before';
    const receipt = bodyOf(Receipt, answer, before ? 202 : 201);
    assert.equal(receipt.status, before ? 'pending' : 'published');
    assert.equal(answer.headers.get('idempotent-replayed'), null);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    assert.equal((await listPage(thread)).total, before ? 0 : 1);
  });

  it('needs no name, language or parent', needs.writing, async () => {
    const nothing = { authorName: null, parentId: null, lang: null };
    const { receipt } = await submit(newThread(), nothing);
    assert.ok(receipt.token);
  });

  it('is dated by the service, whenever the consent was given', needs.writing, async () => {
    const { version } = capabilities.consent;
    const { receipt } = await submit(newThread(), {
      consent: { version, at: '2001-01-01T00:00:00Z' },
    });
    assert.ok(Date.parse(receipt.createdAt) > Date.parse('2020-01-01T00:00:00Z'));
  });

  it('to an unknown site is not taken', async () => {
    const path = '/v1/sites/no-such-site/threads/a/comments';
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await send(path, { method: 'POST', json: newDraft(), headers });
    assertRefused(answer, 'not-found');
  });

  it('to a closed site is not taken', needs.closed, async () => {
    assertRefused(await post(newThread(), newDraft()), 'closed');
  });

  it('under an old privacy notice is refused, with the one in force', needs.writing, async () => {
    const thread = newThread();
    const captcha = await captchaFor(thread);
    const consent = { version: '1900-01-01-old', at: new Date().toISOString() };
    const answer = await post(thread, newDraft({ consent, ...(captcha ? { captcha } : {}) }));
    assertRefused(answer, 'consent');
    const { consentVersion } = bodyOf(Problem, answer, 422);
    assert.equal(consentVersion, capabilities.consent.version);
  });
});

describe('What a client claims', () => {
  const claims = { status: 'published', kind: 'official-reply', id: 'mine', replyCount: 9 };
  for (const [field, value] of Object.entries(claims)) {
    it(`of ${field} is refused`, async () => {
      const answer = await post(newThread(), { ...newDraft(), [field]: value });
      assertRefused(answer, 'validation', { pointer: `/${field}`, field: 'unknown-field' });
    });
  }

  it('in the query changes nothing', needs.moderator, async () => {
    const thread = newThread();
    const captcha = await captchaFor(thread);
    const answer = await send(`${commentsPath(thread)}?status=published&kind=official-reply`, {
      method: 'POST',
      json: newDraft(captcha ? { captcha } : {}),
      headers: { 'idempotency-key': randomUUID() },
    });
    if (answer.status === 422) return;
    const { comment } = await inspect(bodyOf(Receipt, answer, 201, 202).id);
    assert.equal(comment.kind, 'comment');
    assert.equal(comment.status, capabilities.moderation === 'before' ? 'pending' : 'published');
    assert.equal((await listAll(thread)).length, comment.status === 'published' ? 1 : 0);
  });
});
