/* What must hold when requests come at the same time. With a second address, two processes answer them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Receipt, type Draft } from '../../src/contract/comments.js';
import {
  assertRefused,
  listAll,
  newDraft,
  newThread,
  post,
  readReceipt,
  submit,
  withdraw,
} from './citizen.js';
import { type Answer, bodyOf } from './client.js';
import { decide, inspect, published, queue, replyOfficially } from './moderator.js';
import { bothUrls, options } from './options.js';
import { asPayload, captchaFor, proofFor } from './proofs.js';
import { capabilities, needs, session } from './setting.js';

const where = options.second ? 'in two processes' : 'in one process';
const baseOf = (at: number): string => bothUrls[at % 2] ?? options.url;

/** Sends many requests, in turn to each process, and waits for all answers. */
const race = (count: number, request: (base: string, at: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, at) => request(baseOf(at), at)));

async function completeDraft(thread: string, fields: Partial<Draft> = {}): Promise<Draft> {
  const captcha = await captchaFor(thread);
  return newDraft({ ...fields, ...(captcha ? { captcha } : {}) });
}

/** How many comments a thread has, published or not, as far as the tester may know. */
async function countStored(thread: string): Promise<number | undefined> {
  if (session) return (await queue({ thread, limit: 50 })).items.length;
  return capabilities.moderation === 'after' ? (await listAll(thread)).length : undefined;
}

/** Asserts that one request creates, and that the others get its receipt or are told to wait. */
function assertOneCreated(answers: Answer[]): void {
  const tokens = new Set<string>();
  let created = 0;
  for (const answer of answers) {
    if (answer.status === 409) {
      assertRefused(answer, 'in-flight');
      continue;
    }
    tokens.add(bodyOf(Receipt, answer, 200, 201, 202).token);
    if (answer.status !== 200) created += 1;
    else assert.equal(answer.headers.get('idempotent-replayed'), 'true');
  }
  assert.equal(created, 1, answers.map(({ status }) => status).join());
  assert.equal(tokens.size, 1, 'one receipt for all');
}

describe(`Races ${where}`, () => {
  it('20 requests with one key store one comment', needs.writing, async () => {
    const [thread, key] = [newThread(), randomUUID()];
    const draft = await completeDraft(thread);
    assertOneCreated(await race(20, (base) => post(thread, draft, { key, base })));
    const last = await post(thread, draft, { key });
    assert.equal(last.status, 200);
    assert.equal((await countStored(thread)) ?? 1, 1);
  });

  it('one key with two drafts keeps one of them', needs.writing, async () => {
    const [thread, key] = [newThread(), randomUUID()];
    const drafts = [await completeDraft(thread), await completeDraft(thread)];
    const answers = await race(6, (base, at) => {
      return post(thread, drafts[Math.floor(at / 3)], { key, base });
    });
    const created = answers.filter(({ status }) => status === 201 || status === 202);
    assert.equal(created.length, 1);
    for (const answer of answers.filter(({ status }) => status === 422)) {
      assertRefused(answer, 'idempotency-key-reused');
    }
    assert.ok(answers.every(({ status }) => [200, 201, 202, 409, 422].includes(status)));
    assert.equal((await countStored(thread)) ?? 1, 1);
  });

  it('one proof under several keys is accepted once', needs.proof, async () => {
    const thread = newThread();
    const captcha = asPayload(await proofFor(thread));
    const answers = await race(6, (base) => post(thread, newDraft({ captcha }), { base }));
    const accepted = answers.filter(({ status }) => status === 201 || status === 202);
    assert.equal(accepted.length, 1, answers.map(({ status }) => status).join());
    for (const answer of answers.filter((one) => !accepted.includes(one))) {
      assertRefused(answer, 'captcha', { reason: 'used' });
    }
    assert.equal((await countStored(thread)) ?? 1, 1);
  });

  it('of two moderators with one version, the first decides', needs.moderator, async () => {
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const { receipt } = await submit(newThread());
      const { etag } = await inspect(receipt.id);
      const reasonCodes = ['abuse', 'illegal'] as const;
      const answers = await race(2, (base, at) => {
        const reasonCode = reasonCodes[at] ?? 'other';
        return decide(receipt.id, { status: 'rejected', reasonCode }, { etag, base });
      });
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
      const winner = answers.findIndex(({ status }) => status === 200);
      const { reason } = await readReceipt(receipt.token);
      assert.equal(reason?.code, reasonCodes[winner]);
    }
  });

  it('publishing never undoes a withdrawal', needs.moderatedReview, async () => {
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const thread = newThread();
      const { receipt } = await submit(thread);
      const { etag } = await inspect(receipt.id);
      const base = baseOf(1);
      const [decision, receiptAfter] = await Promise.all([
        decide(receipt.id, { status: 'published' }, { etag, base }),
        withdraw(receipt.token),
      ]);
      assert.ok([200, 409, 412].includes(decision.status), `${decision.status}`);
      assert.equal(receiptAfter.status, 'withdrawn');
      assert.equal((await readReceipt(receipt.token)).status, 'withdrawn');
      assert.equal((await inspect(receipt.id)).comment.body, '');
      assert.deepEqual(await listAll(thread), []);
    }
  });

  it('one official reply is stored once, however often it is sent', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    const key = randomUUID();
    const json = { body: '已收到。' };
    const answers = await race(6, (base) => replyOfficially(receipt.id, json, key, base));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status > 201)) {
      assertRefused(answer, 'in-flight');
    }
    assert.equal((await listAll(thread, { parentId: receipt.id })).length, 1);
  });

  it('a reply never hangs on a parent that is gone', needs.publishing, async () => {
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const thread = newThread();
      const parent = (await published(thread)).receipt;
      const draft = await completeDraft(thread, { parentId: parent.id });
      const [answer] = await Promise.all([
        post(thread, draft, { base: baseOf(1) }),
        withdraw(parent.token),
      ]);
      if (answer.status === 422) assertRefused(answer, 'parent');
      const [place] = await listAll(thread);
      const stored = answer.status === 201;
      assert.equal(place?.status, stored ? 'withdrawn' : undefined);
      const replies = place ? await listAll(thread, { parentId: parent.id }) : [];
      assert.equal(replies.length, stored ? 1 : 0);
    }
  });
});
