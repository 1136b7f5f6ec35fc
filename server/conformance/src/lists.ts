/* Reading a thread. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, commentsPath, listPage, newThread, withdraw } from './citizen.js';
import { type Answer, send } from './client.js';
import { published } from './moderator.js';
import { needs } from './setting.js';

const revalidate = (path: string, tag: string): Promise<Answer> =>
  send(path, { headers: { 'if-none-match': tag } });

describe('A list', () => {
  it('of an unknown thread is empty', async () => {
    assert.deepEqual(await listPage(newThread()), {
      items: [],
      nextCursor: null,
      total: 0,
      published: 0,
    });
  });

  it('of an unknown site is not there', async () => {
    assertRefused(await send('/v1/sites/no-such-site/threads/a/comments'), 'not-found');
  });

  for (const query of [
    'limit=0',
    'limit=51',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'sort=best',
  ]) {
    it(`refuses ${query}`, async () => {
      assertRefused(await send(`${commentsPath(newThread())}?${query}`), 'validation');
    });
  }

  it('takes a limit of 1 and of 50', async () => {
    const thread = newThread();
    for (const limit of [1, 50]) assert.equal((await listPage(thread, { limit })).total, 0);
  });

  it('may be kept for ten seconds, and for ten minutes when the service is down', async () => {
    const { headers } = await send(commentsPath(newThread()));
    assert.equal(headers.get('cache-control'), 'public, max-age=10, stale-if-error=600');
  });

  it('tells caches that other origins get other headers', async () => {
    const { headers } = await send(commentsPath(newThread()));
    assert.match(headers.get('vary') ?? '', /\borigin\b|\*/i);
  });

  it('holds what was published, the public fields only', needs.publishing, async () => {
    const thread = newThread();
    const { receipt, draft } = await published(thread, { authorName: '李小明', lang: 'zh-Hans' });
    const { items, total, nextCursor } = await listPage(thread);
    assert.equal(total, 1);
    assert.equal(nextCursor, null);
    const [comment] = items;
    assert.deepEqual(comment, {
      id: receipt.id,
      parentId: null,
      kind: 'comment',
      status: 'published',
      body: draft.body,
      lang: 'zh-Hans',
      authorName: '李小明',
      createdAt: receipt.createdAt,
      publishedAt: comment?.publishedAt,
      replyCount: 0,
      officialReplies: [],
    });
    assert.ok(Date.parse(comment.publishedAt ?? '') >= Date.parse(comment.createdAt));
    assert.ok(!JSON.stringify(items).includes(receipt.token));
  });
});

describe('The ETag of a list', () => {
  it('is strong, and answers 304 without a body', async () => {
    const path = commentsPath(newThread());
    const tag = (await send(path)).headers.get('etag') ?? '';
    assert.match(tag, /^"[^"]+"$/);
    const again = await revalidate(path, tag);
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
    assert.equal(again.headers.get('etag'), tag);
  });

  it('is found among others, and weakened by a proxy', async () => {
    const path = commentsPath(newThread());
    const tag = (await send(path)).headers.get('etag') ?? '';
    assert.equal((await revalidate(path, `"other", ${tag}`)).status, 304);
    assert.equal((await revalidate(path, `W/${tag}`)).status, 304);
    assert.equal((await revalidate(path, '"other"')).status, 200);
  });

  it('changes with every publication and every withdrawal', needs.publishing, async () => {
    const thread = newThread();
    const path = commentsPath(thread);
    const empty = (await send(path)).headers.get('etag') ?? '';
    const { receipt } = await published(thread);
    const one = await revalidate(path, empty);
    assert.equal(one.status, 200);
    await withdraw(receipt.token);
    const none = await revalidate(path, one.headers.get('etag') ?? '');
    assert.equal(none.status, 200);
  });

  it('differs between the pages of a thread', needs.publishing, async () => {
    const thread = newThread();
    for (let at = 0; at < 2; at += 1) await published(thread);
    const tags = await Promise.all(
      ['sort=newest', 'sort=oldest'].map(async (query) => {
        const answer = await send(`${commentsPath(thread)}?limit=1&${query}`);
        return answer.headers.get('etag');
      }),
    );
    assert.notEqual(tags[0], tags[1]);
  });
});
