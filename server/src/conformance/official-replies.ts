/* Official replies. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Comment } from '../contract/comments.js';
import { assertRefused, countThreads, listAll, newThread, readReceipt, submit } from './citizen.js';
import { bodyOf } from './client.js';
import { decided, officialReply, published, replyOfficially } from './moderator.js';
import { needs } from './setting.js';

describe('An official reply', () => {
  it('is published at once, marked as such', needs.moderator, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const key = randomUUID();
    const json = { body: '<b>已办结。</b>\r\n谢谢。', lang: 'zh-Hans' };
    const reply = bodyOf(Comment, await replyOfficially(receipt.id, json, key), 201);
    assert.equal(reply.kind, 'official-reply');
    assert.equal(reply.status, 'published');
    assert.equal(reply.parentId, receipt.id);
    assert.equal(reply.body, '<b>已办结。</b>\n谢谢。');
    assert.equal(reply.lang, 'zh-Hans');
    assert.deepEqual(await listAll(thread, { parentId: receipt.id }), [reply]);
    assert.equal((await listAll(thread))[0]?.replyCount, 1);
    assert.equal((await countThreads([thread])).get(thread), 2);

    const again = await replyOfficially(receipt.id, json, key);
    assert.deepEqual(bodyOf(Comment, again, 200), reply);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal((await listAll(thread, { parentId: receipt.id })).length, 1);
    const other = await replyOfficially(receipt.id, { body: 'Another' }, key);
    assertRefused(other, 'idempotency-key-reused');
  });

  it('can be withdrawn by a moderator', needs.moderator, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const reply = await officialReply(receipt.id, '已收到。');
    await decided(reply.id, { status: 'withdrawn' });
    assert.deepEqual(await listAll(thread, { parentId: receipt.id }), []);
    assert.deepEqual((await readReceipt(receipt.token)).replies, []);
  });

  it('to a comment that is not published is refused', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    await decided(receipt.id, { status: 'rejected', reasonCode: 'other' });
    assertRefused(await replyOfficially(receipt.id, { body: 'x' }), 'parent');
  });

  it('to a comment that waits for review is refused', needs.moderatedReview, async () => {
    const { receipt } = await submit(newThread());
    assertRefused(await replyOfficially(receipt.id, { body: 'x' }), 'parent');
  });

  it('needs a key, a body and a comment', needs.moderator, async () => {
    const { id } = (await published(newThread())).receipt;
    assertRefused(await replyOfficially(id, { body: 'x' }, null), 'idempotency-key');
    const blank = await replyOfficially(id, { body: '\u3000' });
    assertRefused(blank, 'validation', { pointer: '/body', field: 'blank' });
    const extra = await replyOfficially(id, { body: 'x', status: 'pending' });
    assertRefused(extra, 'validation', { pointer: '/status', field: 'unknown-field' });
    assertRefused(await replyOfficially(randomUUID(), { body: 'x' }), 'not-found');
  });
});
