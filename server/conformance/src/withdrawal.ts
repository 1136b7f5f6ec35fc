/* Authors who take their comments back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, listAll, newThread, readReceipt, submit, withdraw } from './citizen.js';
import { send } from './client.js';
import { decide, decided, inspect, published, queue } from './moderator.js';
import { needs } from './setting.js';

const path = (token: string): string => `/v1/receipts/${encodeURIComponent(token)}`;

describe('Withdrawing', () => {
  it('takes a comment back for good, once and again', needs.writing, async () => {
    const { receipt } = await submit(newThread());
    const first = await send(path(receipt.token), { method: 'DELETE' });
    assert.match(first.headers.get('cache-control') ?? '', /no-store/);
    assert.equal((await withdraw(receipt.token)).status, 'withdrawn');
    const again = await send(path(receipt.token), { method: 'DELETE' });
    assert.deepEqual(again.body, first.body, 'the second time answers the same');
    assert.deepEqual(await readReceipt(receipt.token), first.body);
  });

  it('takes a published comment from the list', needs.publishing, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    assert.equal((await listAll(thread)).length, 1);
    await withdraw(receipt.token);
    assert.deepEqual(await listAll(thread), []);
  });

  it('erases text, name and contact', needs.moderator, async () => {
    const thread = newThread();
    const { receipt, draft } = await submit(thread, { authorName: '李小明' });
    await withdraw(receipt.token);
    const { comment } = await inspect(receipt.id);
    const { status, body, authorName, contact, identity } = comment;
    assert.deepEqual(
      { status, body, authorName, contact, identity },
      { status: 'withdrawn', body: '', authorName: null, contact: null, identity: null },
    );
    const { items } = await queue({ thread, q: draft.body });
    assert.deepEqual(items, [], 'not to be searched for any more');
  });

  it('erases the contact', { skip: needs.contact.skip || needs.administrator.skip }, async () => {
    const contact = 'someone@example.com';
    const { receipt } = await submit(newThread(), { contact });
    assert.equal((await inspect(receipt.id)).comment.contact, contact);
    await withdraw(receipt.token);
    assert.equal((await inspect(receipt.id)).comment.contact, null);
  });

  it('is stronger than any later decision', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    await withdraw(receipt.token);
    assertRefused(await decide(receipt.id, { status: 'published' }), 'conflict');
    assert.equal((await readReceipt(receipt.token)).status, 'withdrawn');
  });

  it('is possible after a rejection', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    await decided(receipt.id, { status: 'rejected', reasonCode: 'abuse' });
    assert.equal((await withdraw(receipt.token)).status, 'withdrawn');
  });
});
