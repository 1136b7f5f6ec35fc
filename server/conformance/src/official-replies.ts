/* Official replies. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Comment, CommentPage } from '../../src/contract/comments.js';
import { LIMITS } from '../../src/contract/limits.js';
import {
  assertRefused,
  commentsPath,
  countThreads,
  listAll,
  newThread,
  readReceipt,
  submit,
  withdraw,
} from './citizen.js';
import { bodyOf, send } from './client.js';
import { decided, officialReply, published, replyOfficially } from './moderator.js';
import { needs } from './setting.js';

describe('An official reply', () => {
  it('is published at once, marked as such', needs.publisher, async () => {
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
    const listed = { ...reply, officialReplies: [] };
    assert.deepEqual(await listAll(thread, { parentId: receipt.id }), [listed]);
    assert.equal((await listAll(thread))[0]?.replyCount, 1);
    assert.equal((await countThreads([thread])).get(thread), 2);

    const again = await replyOfficially(receipt.id, json, key);
    assert.deepEqual(bodyOf(Comment, again, 200), reply);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal((await listAll(thread, { parentId: receipt.id })).length, 1);
    const other = await replyOfficially(receipt.id, { body: 'Another' }, key);
    assertRefused(other, 'idempotency-key-reused');
  });

  it('is listed with the comment that it answers, oldest first', needs.publisher, async () => {
    const thread = newThread();
    const question = (await published(thread)).receipt.id;
    const answered = (await published(thread, { parentId: question })).receipt.id;
    const first = await officialReply(question, '已收到。');
    const below = await officialReply(answered, '请致电 12345。');
    const second = await officialReply(question, '已办结。');
    await published(thread);

    const inThread = await listAll(thread, { limit: 1 });
    assert.deepEqual(
      inThread.map(({ officialReplies }) => officialReplies),
      [[], [first, second]],
    );
    const underQuestion = await listAll(thread, { parentId: question, sort: 'oldest' });
    assert.deepEqual(
      underQuestion.map(({ officialReplies }) => officialReplies),
      [[below], [], []],
    );
  });

  it('changes the ETag of the list when it comes and when it goes', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const path = commentsPath(thread);
    const tags = [(await send(path)).headers.get('etag') ?? ''];
    const assertChanged = async (expected: Comment[]): Promise<void> => {
      const answer = await send(path, { headers: { 'if-none-match': tags.join() } });
      const [item] = bodyOf(CommentPage, answer).items;
      assert.deepEqual(item?.officialReplies, expected);
      tags.push(answer.headers.get('etag') ?? '');
    };
    const reply = await officialReply(receipt.id, '已收到。');
    await assertChanged([reply]);
    await decided(reply.id, { status: 'rejected', reasonCode: 'other' });
    await assertChanged([]);
  });

  it('is one of the first in the list, where there are many', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const replies: Comment[] = [];
    for (let at = 0; at <= LIMITS.officialReplies; at += 1) {
      replies.push(await officialReply(receipt.id, `第 ${at} 次答复`));
    }
    const [item] = await listAll(thread);
    assert.deepEqual(item?.officialReplies, replies.slice(0, LIMITS.officialReplies));
    assert.equal(item.replyCount, replies.length);
  });

  it('stays in the list when the comment is withdrawn', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const reply = await officialReply(receipt.id, '已收到。');
    await withdraw(receipt.token);
    const [place] = await listAll(thread);
    assert.equal(place?.status, 'withdrawn');
    assert.deepEqual(place.officialReplies, [reply]);
  });

  it('can be taken back by one who may reply', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const reply = await officialReply(receipt.id, '已收到。');
    await decided(reply.id, { status: 'rejected', reasonCode: 'other' });
    assert.deepEqual(await listAll(thread, { parentId: receipt.id }), []);
    assert.deepEqual((await readReceipt(receipt.token)).replies, []);
  });

  it('to a comment that is not published is refused', needs.publisher, async () => {
    const { receipt } = await submit(newThread());
    await decided(receipt.id, { status: 'rejected', reasonCode: 'other' });
    assertRefused(await replyOfficially(receipt.id, { body: 'x' }), 'parent');
  });

  it(
    'to a comment that waits for review is refused',
    {
      skip: needs.publisher.skip || needs.moderatedReview.skip,
    },
    async () => {
      const { receipt } = await submit(newThread());
      assertRefused(await replyOfficially(receipt.id, { body: 'x' }), 'parent');
    },
  );

  it('needs a key, a body and a comment', needs.publisher, async () => {
    const { id } = (await published(newThread())).receipt;
    assertRefused(await replyOfficially(id, { body: 'x' }, null), 'idempotency-key');
    const blank = await replyOfficially(id, { body: '\u3000' });
    assertRefused(blank, 'validation', { pointer: '/body', field: 'blank' });
    const extra = await replyOfficially(id, { body: 'x', status: 'pending' });
    assertRefused(extra, 'validation', { pointer: '/status', field: 'unknown-field' });
    assertRefused(await replyOfficially(randomUUID(), { body: 'x' }), 'not-found');
  });
});
