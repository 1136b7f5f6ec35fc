/* Comments under a legal hold. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ModeratedComment } from '../../src/contract/moderation.js';
import { assertRefused, listAll, newThread, readReceipt, submit, withdraw } from './citizen.js';
import { type Answer, bodyOf } from './client.js';
import { audit, decide, inspect, published, sendAsModerator } from './moderator.js';
import { needs, session } from './setting.js';

const send = (id: string, method: 'PUT' | 'DELETE', json?: unknown): Promise<Answer> =>
  sendAsModerator(`/v1/moderation/comments/${id}/hold`, {
    method,
    ...(json === undefined ? {} : { json }),
  });

const hold = async (id: string, reason: string): Promise<ModeratedComment> =>
  bodyOf(ModeratedComment, await send(id, 'PUT', { reason }));

const lift = async (id: string): Promise<ModeratedComment> =>
  bodyOf(ModeratedComment, await send(id, 'DELETE'));

describe('A legal hold', () => {
  it('keeps a comment that its author withdraws, out of sight', needs.holder, async () => {
    const thread = newThread();
    const { receipt, draft } = await published(thread);
    const { hold: order } = await hold(receipt.id, '案号');
    assert.deepEqual([order?.by, order?.reason], [session?.name, '案号']);
    assert.equal((await readReceipt(receipt.token)).held, true);

    const withdrawn = await withdraw(receipt.token);
    assert.deepEqual([withdrawn.status, withdrawn.held], ['withdrawn', true]);
    assert.deepEqual(await listAll(thread), []);
    assert.equal((await inspect(receipt.id)).comment.body, draft.body);

    const lifted = await lift(receipt.id);
    assert.deepEqual([lifted.status, lifted.body, lifted.hold], ['withdrawn', '', null]);
    const after = await readReceipt(receipt.token);
    assert.deepEqual([after.status, after.held ?? false], ['withdrawn', false]);
  });

  it('keeps a comment from being erased by staff', needs.holder, async () => {
    const { receipt } = await submit(newThread());
    await hold(receipt.id, '案号');
    assertRefused(await decide(receipt.id, { status: 'withdrawn' }), 'held');
    assert.notEqual((await lift(receipt.id)).body, '');
    assert.equal((await lift(receipt.id)).hold, null, 'the second time changes nothing');
  });

  it('is on record with its reason', needs.holder, async () => {
    const { receipt } = await submit(newThread());
    const reason = randomUUID();
    await hold(receipt.id, reason);
    await lift(receipt.id);
    const { items } = await audit({ commentId: receipt.id });
    assert.deepEqual(
      items.slice(0, 2).map(({ action, detail }) => [action, detail]),
      [
        ['hold-lifted', reason],
        ['held', reason],
      ],
    );
  });

  it('needs a reason, and a comment that is not erased', needs.holder, async () => {
    const { receipt } = await submit(newThread());
    assertRefused(await send(receipt.id, 'PUT', { reason: ' ' }), 'validation', {
      pointer: '/reason',
    });
    await withdraw(receipt.token);
    assertRefused(await send(receipt.id, 'PUT', { reason: '案号' }), 'conflict');
    assertRefused(await send(randomUUID(), 'PUT', { reason: '案号' }), 'not-found');
  });
});
