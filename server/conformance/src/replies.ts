/* Replies to comments, and what stays of a comment that was withdrawn. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  assertRefused,
  commentsPath,
  countThreads,
  listAll,
  listPage,
  newDraft,
  newThread,
  post,
  submit,
  withdraw,
} from './citizen.js';
import { send } from './client.js';
import { decided, published } from './moderator.js';
import { captchaFor } from './proofs.js';
import { needs } from './setting.js';

async function refuseParent(thread: string, parentId: string): Promise<void> {
  const captcha = await captchaFor(thread);
  const draft = newDraft({ parentId, ...(captcha ? { captcha } : {}) });
  assertRefused(await post(thread, draft), 'parent');
}

describe('A reply', () => {
  it('is listed under its parent, not in the thread', needs.publishing, async () => {
    const thread = newThread();
    const parentId = (await published(thread)).receipt.id;
    const replies = [];
    for (let at = 0; at < 3; at += 1) replies.push(await published(thread, { parentId }));

    const [parent, ...others] = await listAll(thread);
    assert.equal(parent?.id, parentId);
    assert.equal(parent.replyCount, 3);
    assert.deepEqual(others, []);
    const listed = await listAll(thread, { parentId, sort: 'oldest', limit: 1 });
    assert.deepEqual(
      listed.map((one) => [one.id, one.parentId]),
      replies.map(({ receipt }) => [receipt.id, parentId]),
    );
    assert.equal((await listPage(thread, { parentId, limit: 1 })).total, 3);
    assert.equal((await countThreads([thread])).get(thread), 4, 'replies count as comments');
  });

  it(
    'changes the ETag of the thread, which shows how many there are',
    needs.publishing,
    async () => {
      const thread = newThread();
      const parentId = (await published(thread)).receipt.id;
      const before = (await send(commentsPath(thread))).headers.get('etag') ?? '';
      await published(thread, { parentId });
      const after = await send(commentsPath(thread), { headers: { 'if-none-match': before } });
      assert.equal(after.status, 200);
    },
  );

  it('is not counted before it is published', needs.moderatedReview, async () => {
    const thread = newThread();
    const parentId = (await published(thread)).receipt.id;
    await submit(thread, { parentId });
    assert.equal((await listAll(thread))[0]?.replyCount, 0);
    assert.deepEqual(await listAll(thread, { parentId }), []);
    assert.equal((await countThreads([thread])).get(thread), 1);
  });

  it('to an unknown comment is refused', needs.writing, async () => {
    for (const parentId of [randomUUID(), 'x', "' OR '1'='1"]) {
      await refuseParent(newThread(), parentId);
    }
  });

  it('to a comment of another thread is refused', needs.publishing, async () => {
    const { receipt } = await published(newThread());
    await refuseParent(newThread(), receipt.id);
  });

  it('to a comment that waits for review is refused', needs.review, async () => {
    const thread = newThread();
    await refuseParent(thread, (await submit(thread)).receipt.id);
  });

  it('to a withdrawn comment is refused', needs.publishing, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    await withdraw(receipt.token);
    await refuseParent(thread, receipt.id);
  });

  it('to a rejected comment is refused', needs.moderator, async () => {
    const thread = newThread();
    const { receipt } = await submit(thread);
    await decided(receipt.id, { status: 'rejected', reasonCode: 'off-topic' });
    await refuseParent(thread, receipt.id);
  });
});

describe('A withdrawn comment', () => {
  it('leaves the list when it has no replies', needs.publishing, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    await withdraw(receipt.token);
    assert.deepEqual(await listPage(thread), {
      items: [],
      nextCursor: null,
      total: 0,
      published: 0,
    });
    assert.equal((await countThreads([thread])).get(thread), 0);
  });

  it('stays as an empty place while it has replies', needs.publishing, async () => {
    const thread = newThread();
    const parent = await published(thread, { authorName: '李小明' });
    const reply = await published(thread, { parentId: parent.receipt.id });
    await withdraw(parent.receipt.token);

    const page = await listPage(thread);
    assert.equal(page.total, 1);
    const [place] = page.items;
    assert.ok(place);
    const { id, status, body, authorName, replyCount } = place;
    assert.deepEqual(
      { id, status, body, authorName, replyCount },
      { id: parent.receipt.id, status: 'withdrawn', body: '', authorName: null, replyCount: 1 },
    );
    assert.equal((await countThreads([thread])).get(thread), 1, 'only the reply is counted');

    await withdraw(reply.receipt.token);
    assert.deepEqual((await listPage(thread)).items, [], 'gone with its last reply');
  });

  it('is no longer a reply that counts', needs.publishing, async () => {
    const thread = newThread();
    const parentId = (await published(thread)).receipt.id;
    const { receipt } = await published(thread, { parentId });
    await withdraw(receipt.token);
    assert.equal((await listAll(thread))[0]?.replyCount, 0);
    assert.deepEqual(await listAll(thread, { parentId }), []);
  });
});

describe('Counts', () => {
  const path = commentsPath('x').replace(/\/threads\/.*/, '/counts');
  const ask = (json: unknown) => send(path, { method: 'POST', json });

  it('are given for each thread that was asked for', needs.publishing, async () => {
    const [full, empty] = [newThread(), newThread()];
    await published(full);
    const counts = await countThreads([full, empty]);
    assert.deepEqual(
      [...counts].sort(),
      [
        [full, 1],
        [empty, 0],
      ].sort(),
    );
  });

  it('are given for 50 threads, not for 51 and not for none', async () => {
    const threads = Array.from({ length: 51 }, newThread);
    assert.equal((await countThreads(threads.slice(1))).size, 50);
    assertRefused(await ask({ threads }), 'validation', { pointer: '/threads' });
    assertRefused(await ask({ threads: [] }), 'validation', { pointer: '/threads' });
  });

  it('are refused for anything but a list of keys', async () => {
    assertRefused(await ask({ threads: 'a' }), 'validation', { pointer: '/threads' });
    assertRefused(await ask({ threads: [1] }), 'validation', { pointer: '/threads/0' });
    assertRefused(await ask({}), 'validation', { pointer: '/threads', field: 'required' });
  });

  it('of an unknown site are not there', async () => {
    const json = { threads: ['a'] };
    assertRefused(
      await send('/v1/sites/no-such-site/counts', { method: 'POST', json }),
      'not-found',
    );
  });
});
