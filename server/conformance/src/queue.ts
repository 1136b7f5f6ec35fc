/* What moderators see of what waits for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, newThread, submit, withdraw } from './citizen.js';
import { decided, inspect, queue, sendAsModerator } from './moderator.js';
import { capabilities, needs, session, site } from './setting.js';

async function bodiesFound(thread: string, q: string): Promise<string[]> {
  const { items } = await queue({ thread, q, limit: 50 });
  return items.map(({ body }) => body).sort();
}

describe('The queue', () => {
  it('holds everything that moderators need', needs.moderator, async () => {
    const thread = newThread();
    const { receipt, draft } = await submit(thread, { authorName: '李小明', lang: 'zh' });
    const { items } = await queue({ thread });
    assert.equal(items.length, 1);
    const [item] = items;
    assert.ok(item);
    assert.deepEqual(item, (await inspect(receipt.id)).comment);
    assert.equal(item.body, draft.body);
    assert.equal(item.site, site);
    assert.equal(item.thread, thread);
    assert.equal(item.status, receipt.status);
    assert.equal(item.consent.version, capabilities.consent.version);
    assert.equal(Date.parse(item.consent.at), Date.parse(draft.consent.at));
    assert.deepEqual(item.reports, []);
    assert.ok(!JSON.stringify(items).includes(receipt.token), 'the receipt is the author’s');
  });

  it('is filtered by status and by report', needs.moderator, async () => {
    const thread = newThread();
    const [first, second, third] = [
      (await submit(thread)).receipt,
      (await submit(thread)).receipt,
      (await submit(thread)).receipt,
    ];
    await decided(first.id, { status: 'rejected', reasonCode: 'duplicate' });
    await withdraw(second.token);
    const found = async (query: Record<string, string | boolean>): Promise<string[]> =>
      (await queue({ thread, ...query })).items.map(({ id }) => id);
    assert.deepEqual(await found({ status: 'rejected' }), [first.id]);
    assert.deepEqual(await found({ status: 'withdrawn' }), [second.id]);
    assert.deepEqual(await found({ status: third.status }), [third.id]);
    assert.deepEqual(await found({ reported: true }), []);
  });

  it('is read oldest first or newest first, page by page', needs.moderator, async () => {
    const thread = newThread();
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) ids.push((await submit(thread)).receipt.id);
    for (const [sort, expected] of Object.entries({ oldest: ids, newest: ids.toReversed() })) {
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const query = { thread, sort, limit: 1, ...(cursor === null ? {} : { cursor }) };
        const page: Awaited<ReturnType<typeof queue>> = await queue(query);
        read.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor && read.length < 10);
      assert.deepEqual(read, expected, sort);
    }
    assert.deepEqual(
      (await queue({ thread })).items.map(({ id }) => id),
      ids,
      'oldest by default',
    );
  });

  for (const query of [
    'limit=0',
    'limit=51',
    'status=lost',
    'reported=perhaps',
    'sort=best',
    `q=${'x'.repeat(201)}`,
  ]) {
    it(`refuses ${query.slice(0, 20)}`, needs.token, async () => {
      const path = `/v1/moderation/comments?site=${encodeURIComponent(site)}&${query}`;
      assertRefused(await sendAsModerator(path), 'validation');
    });
  }

  it('must be asked for by site', needs.token, async () => {
    assertRefused(await sendAsModerator('/v1/moderation/comments'), 'validation');
  });

  it('refuses a cursor that it has not given', needs.moderator, async () => {
    const thread = newThread();
    for (let at = 0; at < 2; at += 1) await submit(thread);
    const { nextCursor } = await queue({ thread, limit: 1 });
    assert.ok(nextCursor);
    const changed = (nextCursor.startsWith('A') ? 'B' : 'A') + nextCursor.slice(1);
    for (const cursor of ['x', changed]) {
      const search = new URLSearchParams({ site, thread, cursor });
      assertRefused(
        await sendAsModerator(`/v1/moderation/comments?${search.toString()}`),
        'cursor',
      );
    }
  });
});

describe('Search', () => {
  it('finds words as they stand, signs of SQL included', needs.moderator, async () => {
    const thread = newThread();
    const bodies = [
      '100% sure',
      '100 percent',
      'snake_case',
      'snakeXcase',
      'back\\slash',
      "it's 海关",
    ];
    for (const body of bodies) await submit(thread, { body });
    const expected: Record<string, string[]> = {
      '%': ['100% sure'],
      '0% s': ['100% sure'],
      _: ['snake_case'],
      e_c: ['snake_case'],
      '\\': ['back\\slash'],
      '\\%': [],
      "'": ["it's 海关"],
      "' OR 1=1 --": [],
      海关: ["it's 海关"],
      海X: [],
      SNAKE: ['snakeXcase', 'snake_case'],
      xCASE: ['snakeXcase'],
      '100': ['100 percent', '100% sure'],
    };
    for (const [q, found] of Object.entries(expected)) {
      assert.deepEqual(await bodiesFound(thread, q), found.sort(), `searching for ${q}`);
    }
  });

  it('finds names', needs.moderator, async () => {
    const thread = newThread();
    const { draft } = await submit(thread, { authorName: 'Zhang 三' });
    await submit(thread);
    assert.deepEqual(await bodiesFound(thread, 'zhang 三'), [draft.body]);
  });

  it(
    'finds contacts, for those who may see them',
    { skip: needs.contact.skip || needs.moderator.skip },
    async () => {
      const thread = newThread();
      const { draft } = await submit(thread, { contact: 'someone@example.com' });
      const expected = session?.permissions.includes('contacts') ? [draft.body] : [];
      assert.deepEqual(await bodiesFound(thread, 'someone@example'), expected);
    },
  );
});
