/* What needs two persons, as far as one of them can see. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Static } from 'typebox';
import { Proposal, ProposalPage } from '../../src/contract/proposals.js';
import { assertRefused, newThread, withdraw } from './citizen.js';
import { type Answer, bodyOf } from './client.js';
import {
  audit,
  decide,
  inspect,
  published,
  replyOfficially,
  sendAsModerator,
} from './moderator.js';
import { needs, session, site } from './setting.js';

const PATH = '/v1/moderation/approvals';

/** All that waits for a second person. */
async function waiting(): Promise<Proposal[]> {
  const found: Proposal[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ site, limit: '50', ...(cursor ? { cursor } : {}) });
    const page: Static<typeof ProposalPage> = bodyOf(
      ProposalPage,
      await sendAsModerator(`${PATH}?${query.toString()}`),
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const ids = async (): Promise<string[]> => (await waiting()).map(({ id }) => id);
const approve = (id: string): Promise<Answer> =>
  sendAsModerator(`${PATH}/${id}/approval`, { method: 'POST' });
const refuse = (id: string): Promise<Answer> =>
  sendAsModerator(`${PATH}/${id}`, { method: 'DELETE' });

describe('Where two persons have to agree', () => {
  it('to erase is only proposed, once', needs.proposer, async () => {
    const { receipt, draft } = await published(newThread());
    const proposal = bodyOf(Proposal, await decide(receipt.id, { status: 'withdrawn' }), 202);
    assert.deepEqual([proposal.kind, proposal.proposedBy], ['erasure', session?.name]);
    assert.equal((await inspect(receipt.id)).comment.body, draft.body);
    const again = bodyOf(Proposal, await decide(receipt.id, { status: 'withdrawn' }), 202);
    assert.equal(again.id, proposal.id);
    assert.ok((await ids()).includes(proposal.id));
    await refuse(proposal.id);
  });

  it('whoever proposed it does not approve it', needs.proposer, async () => {
    const { receipt } = await published(newThread());
    const { id, mayApprove } = bodyOf(
      Proposal,
      await decide(receipt.id, { status: 'withdrawn' }),
      202,
    );
    assert.equal(mayApprove, false);
    assertRefused(await approve(id), 'second-person');
    assert.equal((await refuse(id)).status, 204, 'but takes it back');
    assertRefused(await refuse(id), 'not-found');
    assertRefused(await approve(id), 'not-found');
    const { items } = await audit({ commentId: receipt.id, limit: 2 });
    assert.deepEqual(
      items.map(({ action }) => action),
      ['erasure-refused', 'erasure-proposed'],
    );
  });

  it('an official reply is only proposed, and safe to repeat', needs.proposer, async () => {
    const { receipt } = await published(newThread());
    const key = randomUUID();
    const first = bodyOf(Proposal, await replyOfficially(receipt.id, { body: 'x' }, key), 202);
    assert.deepEqual([first.kind, first.body], ['reply', 'x']);
    const again = await replyOfficially(receipt.id, { body: 'x' }, key);
    assert.equal(bodyOf(Proposal, again, 202).id, first.id);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assertRefused(await replyOfficially(receipt.id, { body: 'y' }, key), 'idempotency-key-reused');
    await refuse(first.id);
  });

  it('a proposal ends when the author withdraws', needs.proposer, async () => {
    const { receipt } = await published(newThread());
    const erasure = bodyOf(Proposal, await decide(receipt.id, { status: 'withdrawn' }), 202);
    const reply = bodyOf(Proposal, await replyOfficially(receipt.id, { body: 'x' }), 202);
    assert.equal((await withdraw(receipt.token)).status, 'withdrawn');
    const left = await ids();
    assert.ok(!left.includes(erasure.id) && !left.includes(reply.id));
  });
});
