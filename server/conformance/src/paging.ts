/* Reading on from a cursor, while others write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommentPage } from '../../src/contract/comments.js';
import {
  assertRefused,
  commentsPath,
  listAll,
  listPage,
  newThread,
  submit,
  type Submission,
} from './citizen.js';
import { send } from './client.js';
import { publish, published } from './moderator.js';
import { capabilities, needs } from './setting.js';

const ids = (submissions: Submission[]): string[] => submissions.map(({ receipt }) => receipt.id);

async function publishedInTurn(thread: string, count: number): Promise<Submission[]> {
  const submissions: Submission[] = [];
  for (let at = 0; at < count; at += 1) submissions.push(await published(thread));
  return submissions;
}

async function firstCursor(thread: string, query: Record<string, string> = {}): Promise<string> {
  const { nextCursor }: CommentPage = await listPage(thread, { limit: 1, ...query });
  assert.ok(nextCursor, 'a second page');
  return nextCursor;
}

describe('Paging', () => {
  it('shows each comment once, whatever the size of the page', needs.publishing, async () => {
    const thread = newThread();
    const inOrder = ids(await publishedInTurn(thread, 5));
    for (const limit of [1, 2, 5, 50]) {
      const oldest = await listAll(thread, { limit, sort: 'oldest' });
      assert.deepEqual(
        oldest.map(({ id }) => id),
        inOrder,
        `oldest, ${limit} a page`,
      );
      const newest = await listAll(thread, { limit });
      assert.deepEqual(
        newest.map(({ id }) => id),
        inOrder.toReversed(),
        `newest, ${limit} a page`,
      );
    }
    const page = await listPage(thread, { limit: 5 });
    assert.equal(page.total, 5);
    assert.equal(page.nextCursor, null, 'a page that is just full is the last');
  });

  it('newest first is not shifted by what is published meanwhile', needs.publishing, async () => {
    const thread = newThread();
    const inOrder = ids(await publishedInTurn(thread, 4));
    const read = await listAll(thread, { limit: 1, sort: 'newest' }, async (items) => {
      if (items.length < 3) await published(thread);
    });
    assert.deepEqual(
      read.map(({ id }) => id),
      inOrder.toReversed(),
    );
  });

  it('oldest first comes to what is published meanwhile', needs.publishing, async () => {
    const thread = newThread();
    const submissions = await publishedInTurn(thread, 3);
    const read = await listAll(thread, { limit: 1, sort: 'oldest' }, async (items) => {
      if (items.length < 3) submissions.push(await published(thread));
    });
    assert.deepEqual(
      read.map(({ id }) => id),
      ids(submissions),
    );
  });

  it('goes by the time of publication, not of writing', needs.moderatedReview, async () => {
    const thread = newThread();
    const late = await submit(thread);
    const [first, second] = [await published(thread), await submit(thread)];
    await publish(second);
    const read = await listAll(thread, { limit: 1, sort: 'oldest' }, async (items) => {
      if (items.length === 1) await publish(late);
    });
    assert.deepEqual(
      read.map(({ id }) => id),
      ids([first, second, late]),
    );
  });

  it('skips nothing while several are published at once', needs.publishing, async () => {
    const thread = newThread();
    await publishedInTurn(thread, 3);
    const waiting: Submission[] = [];
    const review = capabilities.moderation === 'before';
    for (let at = 0; review && at < 6; at += 1) waiting.push(await submit(thread));
    const progress = { done: false };
    const writing = Promise.all(
      review
        ? waiting.map((submission) => publish(submission))
        : Array.from({ length: 6 }, () => submit(thread)),
    ).finally(() => (progress.done = true));

    const readings: string[][] = [];
    while (!progress.done) {
      const read = await listAll(thread, { limit: 1, sort: 'oldest' });
      readings.push(read.map(({ id }) => id));
    }
    await writing;
    const all = (await listAll(thread, { sort: 'oldest' })).map(({ id }) => id);
    assert.equal(all.length, 9);
    for (const read of readings) assert.deepEqual(read, all.slice(0, read.length));
  });
});

describe('A cursor', () => {
  const refuse = async (thread: string, query: Record<string, string>): Promise<void> => {
    const search = new URLSearchParams(query);
    assertRefused(await send(`${commentsPath(thread)}?${search.toString()}`), 'cursor');
  };

  for (const cursor of [
    '1',
    'x'.repeat(40),
    'e30',
    'e30.e30',
    'null',
    "' OR 1=1 --",
    '海关',
    '\u0000',
  ]) {
    it(`is refused when made up: ${JSON.stringify(cursor)}`, () => refuse(newThread(), { cursor }));
  }

  it('is refused when any part of it is changed', needs.publishing, async () => {
    const thread = newThread();
    await publishedInTurn(thread, 2);
    const cursor = await firstCursor(thread);
    for (const part of [0, 0.25, 0.5, 0.75]) {
      const at = Math.floor(cursor.length * part);
      const other = cursor[at] === 'A' ? 'B' : 'A';
      await refuse(thread, { cursor: cursor.slice(0, at) + other + cursor.slice(at + 1) });
    }
    await refuse(thread, { cursor: cursor.slice(0, -4) });
    await refuse(thread, { cursor: cursor.slice(4) });
  });

  it('is refused on another thread and in the other order', needs.publishing, async () => {
    const [thread, other] = [newThread(), newThread()];
    const [parent] = await publishedInTurn(thread, 2);
    const cursor = await firstCursor(thread, { sort: 'newest' });
    await refuse(other, { cursor, sort: 'newest' });
    await refuse(thread, { cursor, sort: 'oldest' });
    await refuse(thread, { cursor, sort: 'newest', parentId: parent?.receipt.id ?? '' });
  });

  it('of the replies is refused for the thread', needs.publishing, async () => {
    const thread = newThread();
    const parentId = (await published(thread)).receipt.id;
    for (let at = 0; at < 2; at += 1) await published(thread, { parentId });
    const cursor = await firstCursor(thread, { parentId });
    await refuse(thread, { cursor });
    assert.equal((await listPage(thread, { cursor, parentId })).items.length, 1);
  });
});
