/* The audit. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { assertRefused, newThread, submit, withdraw } from './citizen.js';
import { audit, decided, inspect, officialReply, sendAsModerator } from './moderator.js';
import { capabilities, needs, session, site } from './setting.js';

describe('The audit', () => {
  it('has an entry for each thing that happened, latest first', needs.publisher, async () => {
    const { receipt, draft } = await submit(newThread());
    await decided(receipt.id, { status: 'rejected', reasonCode: 'off-topic', note: 'a note' });
    await decided(receipt.id, { status: 'published' });
    const reply = await officialReply(receipt.id, 'Received');
    await withdraw(receipt.token);

    const { items } = await audit({ commentId: receipt.id, limit: 50 });
    const wanted = ['withdrawn', 'published', 'rejected', 'received'];
    const before = capabilities.moderation === 'before';
    const lines = items
      .filter(({ action }) => wanted.includes(action))
      .map(({ action, actor, reasonCode }) => ({ action, actor, reasonCode }));
    const name = session?.name;
    assert.deepEqual(before ? lines : lines.filter(({ actor }) => actor !== 'service'), [
      { action: 'withdrawn', actor: 'citizen', reasonCode: null },
      { action: 'published', actor: name, reasonCode: null },
      { action: 'rejected', actor: name, reasonCode: 'off-topic' },
      { action: 'received', actor: 'citizen', reasonCode: null },
    ]);
    const moments = items.map(({ at }) => Date.parse(at));
    assert.deepEqual(
      moments,
      moments.toSorted((a, b) => b - a),
    );
    assert.ok(!JSON.stringify(items).includes(draft.body), 'no text of a citizen');
    const all = [...items, ...(await audit({ commentId: reply.id })).items];
    assert.ok(all.some(({ action, actor }) => action === 'replied' && actor === name));
  });

  it('has an entry when an administrator reads a contact', needs.administrator, async (test) => {
    if (capabilities.contact === 'off') {
      test.skip('The site asks for no contact.');
      return;
    }
    const { receipt } = await submit(newThread(), { contact: `${randomUUID()}@example.org` });
    await inspect(receipt.id);
    const [last] = (await audit({ commentId: receipt.id, limit: 1 })).items;
    assert.deepEqual([last?.action, last?.actor, last?.count], ['contacts-read', session?.name, 1]);
  });

  it('is read page by page', needs.moderator, async () => {
    const commentId = (await submit(newThread())).receipt.id;
    await decided(commentId, { status: 'rejected', reasonCode: 'other' });
    await decided(commentId, { status: 'published' });
    const all = (await audit({ commentId })).items;
    const read: typeof all = [];
    let cursor: string | null = null;
    do {
      const query = { commentId, limit: 1, ...(cursor === null ? {} : { cursor }) };
      const page: Awaited<ReturnType<typeof audit>> = await audit(query);
      read.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor && read.length < 20);
    // An entry may have got its place in the chain between two answers.
    const ids = (items: typeof all) => items.map(({ id }) => id);
    assert.deepEqual(ids(read), ids(all));
    assert.ok(all.length >= 3);
    const search = new URLSearchParams({ site, commentId, cursor: 'x' });
    assertRefused(await sendAsModerator(`/v1/moderation/audit?${search.toString()}`), 'cursor');
  });

  it('can be neither changed nor removed', needs.token, async () => {
    for (const method of ['DELETE', 'PATCH', 'PUT', 'POST']) {
      const { status } = await sendAsModerator('/v1/moderation/audit', { method });
      assert.ok(status === 404 || status === 405, `${method}: ${status}`);
    }
  });
});
