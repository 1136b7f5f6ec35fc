/* The provider for Waline, built, against the real Waline. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countComments, insertComments } from './waline/database.mjs';
import {
  haveDocument,
  itemsOf,
  newThread,
  pagesOf,
  signUp,
  submit,
  withFetch,
  withLostAnswers,
  withReviewingWaline,
} from './waline/engine.mjs';

haveDocument();

describe('Comments on a Waline that reviews them', () => {
  const engine = withReviewingWaline();

  it('are taken, and not listed before they are approved', async () => {
    const thread = newThread();
    const { id, createdAt, ...receipt } = await submit(engine, thread, {
      body: 'When do you open?',
      authorName: '李小明',
    });
    assert.deepEqual(receipt, { token: null, status: 'pending' });
    assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    assert.deepEqual(await pagesOf(engine, thread), [
      { items: [], nextCursor: null, total: undefined, published: 0 },
    ]);

    await engine.approve(id);
    const [{ items, ...page }] = await pagesOf(engine, thread);
    assert.deepEqual(page, { nextCursor: null, total: undefined, published: 1 });
    const [{ createdAt: listedAt, ...record }] = items;
    assert.deepEqual(record, {
      id,
      parentId: null,
      kind: 'comment',
      status: 'published',
      body: 'When do you open?',
      lang: null,
      authorName: '李小明',
      replyCount: 0,
      replies: [],
    });
    assert.ok(Math.abs(Date.parse(listedAt) - Date.parse(createdAt)) < 5000, listedAt);
  });

  it('need no name', async () => {
    const thread = newThread();
    await engine.approve((await submit(engine, thread, { body: 'Anonymous' })).id);
    assert.equal((await itemsOf(engine, thread))[0].authorName, null);
  });

  it('bear the name of the account they are sent with', async () => {
    const thread = newThread();
    const identity = await signUp(engine, 'Registered');
    const draft = { body: 'Signed', authorName: 'Customs Office' };
    await engine.approve((await submit(engine, thread, draft, { identity })).id);
    const [{ authorName, kind }] = await itemsOf(engine, thread);
    assert.deepEqual([authorName, kind], ['Registered', 'comment']);
  });

  it('come with all replies, whichever way the list is sorted', async () => {
    const thread = newThread();
    const top = await submit(engine, thread, { body: 'Question', authorName: 'A' });
    await engine.approve(top.id);
    const reply = await submit(engine, thread, { body: 'Me too', parentId: top.id });
    assert.equal(reply.status, 'pending');
    await engine.approve(reply.id);
    const below = await submit(engine, thread, { body: 'And me', parentId: reply.id });
    await engine.approve(below.id);
    const hidden = await submit(engine, thread, { body: 'Unseen', parentId: top.id });
    assert.equal(hidden.status, 'pending');
    const draft = { body: 'At nine', parentId: below.id };
    const official = await submit(engine, thread, draft, { identity: engine.admin });
    assert.equal(official.status, 'published', 'the administrator needs no review');

    for (const sort of ['newest', 'oldest']) {
      const [record, ...others] = await itemsOf(engine, thread, sort);
      assert.deepEqual([record.id, record.replyCount, others], [top.id, 3, []]);
      assert.deepEqual(
        record.replies.map(({ id, parentId, kind, body, authorName, replyCount, replies }) => [
          ...[id, parentId, kind, body, authorName, replyCount, replies],
        ]),
        [
          [reply.id, top.id, 'comment', 'Me too', null, 0, []],
          [below.id, reply.id, 'comment', 'And me', null, 0, []],
          [official.id, below.id, 'official-reply', 'At nine', 'Customs Office', 0, []],
        ],
      );
    }
    assert.deepEqual(
      await engine.provider.list(thread, { limit: 10, sort: 'oldest', parentId: top.id }),
      { items: [], nextCursor: null, total: 0 },
      'there is nothing more to read',
    );
  });

  it('speak for the agency only in a reply', async () => {
    const thread = newThread();
    await submit(engine, thread, { body: 'Welcome' }, { identity: engine.admin });
    assert.equal((await itemsOf(engine, thread))[0].kind, 'comment');
  });

  it('are paged without gap or double, in either order', async () => {
    const thread = newThread();
    await insertComments(engine.data, thread, 25, 'Text');
    const oldest = Array.from({ length: 25 }, (_, index) => `Text ${index + 1}`);
    for (const [sort, expected] of Object.entries({ oldest, newest: oldest.toReversed() })) {
      const pages = await pagesOf(engine, thread, sort, 10);
      assert.deepEqual(
        pages.map(({ items, published }) => [items.length, published]),
        [10, 10, 5].map((length) => [length, 25]),
      );
      const items = pages.flatMap((page) => page.items);
      assert.deepEqual(
        items.map(({ body }) => body),
        expected,
      );
      assert.equal(new Set(items.map(({ id }) => id)).size, 25);
    }
    assert.equal((await pagesOf(engine, thread, 'newest', 25)).length, 1, 'the last page is full');
  });

  it('are stored once when the answer was lost, and the retry is a success', async () => {
    const thread = newThread();
    const draft = { body: 'Only once', authorName: 'A' };
    await assert.rejects(
      withLostAnswers(() => submit(engine, thread, draft)),
      { name: 'ProviderError', kind: 'offline', outcomeUnknown: true },
    );
    const { createdAt, ...receipt } = await submit(engine, thread, draft, { isRetry: true });
    assert.deepEqual(receipt, { token: null, id: '', status: 'pending' });
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('are refused when somebody has said the same before, and not taken for stored', async () => {
    const thread = newThread();
    await submit(engine, thread, { body: '谢谢' });
    const error = await submit(engine, thread, { body: '谢谢' }).catch((reason) => reason);
    assert.equal(error.kind, 'validation');
    assert.deepEqual(error.fields, [{ field: 'body', key: 'duplicate' }]);
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('may be stored although Waline failed, as with a reply to one that is gone', async () => {
    const thread = newThread();
    const draft = { body: 'Too late', parentId: '4711' };
    const failure = { kind: 'server', outcomeUnknown: true };
    await assert.rejects(submit(engine, thread, draft), failure);
    assert.equal(await countComments(engine.data, thread), 1);
    assert.equal((await submit(engine, thread, draft, { isRetry: true })).status, 'pending');
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('are counted for each thread, replies included', async () => {
    const [one, two, none] = [`${newThread()}?a=1,2&b=宁波`, newThread(), newThread()];
    const { id } = await submit(engine, one, { body: 'Question' });
    await engine.approve(id);
    await submit(engine, one, { body: 'Answer', parentId: id }, { identity: engine.admin });
    await submit(engine, one, { body: 'Not approved' });
    await insertComments(engine.data, two, 3, 'Text');
    const counts = await engine.provider.count([one, two, none]);
    assert.deepEqual([...counts], Object.entries({ [one]: 2, [two]: 3, [none]: 0 }));
    assert.deepEqual([...(await engine.provider.count([one]))], [[one, 2]]);
    const noRequest = () => assert.fail('nothing to ask for');
    assert.equal((await withFetch(noRequest, () => engine.provider.count([]))).size, 0);
  });

  it('are refused when they are blank', async () => {
    const thread = newThread();
    const refusal = { kind: 'validation', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: '' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });

  it('are not waited for after the signal', async () => {
    const request = { limit: 10, sort: 'newest', signal: AbortSignal.abort() };
    await assert.rejects(engine.provider.list(newThread(), request), { name: 'AbortError' });
  });
});
