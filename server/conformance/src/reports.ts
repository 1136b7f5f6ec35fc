/* Readers who report a comment. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { LIMITS } from '../../src/contract/limits.js';
import { assertRefused, listPage, newThread, submit, withdraw } from './citizen.js';
import { type Answer, send } from './client.js';
import { inspect, published, queue } from './moderator.js';
import { capabilities, needs } from './setting.js';

const report = (id: string, json: unknown): Promise<Answer> =>
  send(`/v1/comments/${encodeURIComponent(id)}/reports`, { method: 'POST', json });

describe('A report', () => {
  it('is taken for each reason that the site offers', needs.publishing, async () => {
    const { receipt } = await published(newThread());
    assert.ok(capabilities.reportReasons.length > 0);
    for (const reason of capabilities.reportReasons) {
      const { status, text } = await report(receipt.id, { reason });
      assert.equal(status, 204, text);
    }
  });

  it('is seen by moderators, with its words as plain text', needs.moderator, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    await published(thread);
    const note = '<b>广告</b> 100%';
    assert.equal((await report(receipt.id, { reason: 'spam', note })).status, 204);
    const { items } = await queue({ thread, reported: true });
    assert.deepEqual(
      items.map(({ id }) => id),
      [receipt.id],
    );
    const [found] = (await inspect(receipt.id)).comment.reports;
    assert.equal(found?.reason, 'spam');
    assert.equal(found.note, note);
  });

  it('changes nothing that readers see', needs.publishing, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const before = await listPage(thread);
    assert.equal((await report(receipt.id, { reason: 'abuse' })).status, 204);
    assert.deepEqual(await listPage(thread), before);
  });

  it('of an unknown comment is not taken', async () => {
    for (const id of [randomUUID(), 'x', "' OR 1=1"]) {
      assertRefused(await report(id, { reason: 'spam' }), 'not-found');
    }
  });

  it('of a comment that waits for review is not taken', needs.review, async () => {
    const { receipt } = await submit(newThread());
    assertRefused(await report(receipt.id, { reason: 'spam' }), 'not-found');
  });

  it('of a withdrawn comment is not taken', needs.publishing, async () => {
    const { receipt } = await published(newThread());
    await withdraw(receipt.token);
    assertRefused(await report(receipt.id, { reason: 'spam' }), 'not-found');
  });

  it('needs a reason of the contract', needs.publishing, async () => {
    const { receipt } = await published(newThread());
    assertRefused(await report(receipt.id, { reason: 'dislike' }), 'validation', {
      pointer: '/reason',
    });
    assertRefused(await report(receipt.id, {}), 'validation', {
      pointer: '/reason',
      field: 'required',
    });
    const unknown = { pointer: '/by', field: 'unknown-field' };
    assertRefused(await report(receipt.id, { reason: 'spam', by: 'me' }), 'validation', unknown);
  });

  it('may say as much as the limit, and no more', needs.publishing, async () => {
    const { receipt } = await published(newThread());
    const limit = LIMITS.note;
    const note = '好'.repeat(limit);
    assert.equal((await report(receipt.id, { reason: 'other', note })).status, 204);
    const answer = await report(receipt.id, { reason: 'other', note: `${note}好` });
    assertRefused(answer, 'validation', { pointer: '/note', field: 'too-long', limit });
  });
});
