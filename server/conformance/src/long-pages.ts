/* Pages of long texts: they end early, so that nobody has to send or to read megabytes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CommentPage, ListedComment } from '../../src/contract/comments.js';
import { LIMITS } from '../../src/contract/limits.js';
import { listPage, newThread } from './citizen.js';
import { officialReply, published } from './moderator.js';
import { longText, needs } from './setting.js';

/** Bytes of the texts of some comments and of the official replies to them. */
function bytesOf(items: readonly ListedComment[]): number {
  const texts = items.flatMap(({ body, officialReplies }) => [
    body,
    ...officialReplies.map((reply) => reply.body),
  ]);
  return Buffer.byteLength(texts.join(''));
}

/** Walks through a list with the largest pages, and checks that none is too long. */
async function walk(
  thread: string,
  query: Record<string, string>,
): Promise<{ items: ListedComment[]; pages: number }> {
  const items: ListedComment[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: CommentPage = await listPage(thread, {
      limit: LIMITS.pageSize,
      ...query,
      ...(cursor ? { cursor } : {}),
    });
    assert.ok(page.items.length > 0, 'a page without a comment');
    const bytes = bytesOf(page.items);
    const many = page.items.length;
    assert.ok(many === 1 || bytes <= LIMITS.pageBytes, `${bytes} bytes in ${many} comments`);
    items.push(...page.items);
    cursor = page.nextCursor;
    pages += 1;
    assert.ok(items.length <= page.total, 'the pages show comments twice');
  } while (cursor);
  return { items, pages };
}

describe('A page of long texts', () => {
  it('ends early, and the next one goes on where it ended', needs.longTexts, async () => {
    const thread = newThread();
    const inOrder: string[] = [];
    for (let bytes = 0; bytes <= 1.5 * LIMITS.pageBytes; bytes += Buffer.byteLength(longText)) {
      inOrder.push((await published(thread, { body: longText })).receipt.id);
    }
    for (const [sort, expected] of [
      ['oldest', inOrder],
      ['newest', inOrder.toReversed()],
    ] as const) {
      const { items, pages } = await walk(thread, { sort });
      assert.deepEqual(
        items.map(({ id }) => id),
        expected,
      );
      assert.ok(pages > 1);
    }
  });

  it(
    'counts the official replies, and shows each comment with all of its own',
    needs.longTexts,
    async () => {
      const thread = newThread();
      const comments: { id: string; replies: string[] }[] = [];
      for (const count of [LIMITS.officialReplies, 0, LIMITS.officialReplies, 1]) {
        const { id } = (await published(thread)).receipt;
        const replies: string[] = [];
        for (let at = 0; at < count; at += 1) replies.push((await officialReply(id, longText)).id);
        comments.push({ id, replies });
      }
      const shown = ({ items }: { items: ListedComment[] }): typeof comments =>
        items.map(({ id, officialReplies }) => ({
          id,
          replies: officialReplies.map((reply) => reply.id),
        }));
      assert.deepEqual(shown(await walk(thread, { sort: 'oldest' })), comments);
      assert.deepEqual(shown(await walk(thread, { sort: 'newest' })), comments.toReversed());
      const [{ id: parentId, replies } = { id: '', replies: [] }] = comments;
      const below = await walk(thread, { parentId, sort: 'oldest' });
      assert.deepEqual(
        below.items.map(({ id }) => id),
        replies,
      );
    },
  );
});
