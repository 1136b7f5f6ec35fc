/* Sending a comment again, because nobody knows whether it arrived. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Receipt } from '../../src/contract/comments.js';
import {
  assertRefused,
  listPage,
  newDraft,
  newThread,
  post,
  readReceipt,
  submit,
  withdraw,
} from './citizen.js';
import { type Answer, bodyOf } from './client.js';
import { decided, inspect } from './moderator.js';
import { needs, session } from './setting.js';

function assertReplayed(answer: Answer, first: Receipt): Receipt {
  const receipt = bodyOf(Receipt, answer, 200);
  assert.equal(answer.headers.get('idempotent-replayed'), 'true');
  assert.equal(receipt.token, first.token);
  assert.equal(receipt.id, first.id);
  assert.equal(receipt.createdAt, first.createdAt);
  return receipt;
}

describe('An idempotency key', () => {
  it('is needed', async () => {
    assertRefused(await post(newThread(), newDraft(), { key: null }), 'idempotency-key');
  });

  const random = randomUUID().replaceAll('-', '');
  const bad = {
    'of 15 characters': '0f5c2e9a7b1d483',
    'of 256 characters': `${random}~!"#$%&'()*+,-./:;<=>?@[\\]^_{|}`.padEnd(256, '~'),
  };
  const odd = { 'with a blank': `${random} k`, 'with é': `${random}é`, empty: '' };
  const plain = { 'of one character': 'k'.repeat(16), 'of four': 'abcdabbcaabdccda' };
  const patterns = {
    'of a pattern': 'abcdefgh'.repeat(2),
    'of digits in turn': '123456789012345678901234',
  };
  for (const [name, key] of Object.entries({ ...bad, ...odd, ...plain, ...patterns })) {
    it(`${name} is refused`, async () => {
      assertRefused(await post(newThread(), newDraft(), { key }), 'idempotency-key');
    });
  }

  for (const length of [16, 255]) {
    it(`of ${length} characters is taken`, needs.writing, async () => {
      const key = `${randomUUID()}~!"#$%&'()*+,-./:;<=>?@[\\]^_{|}`.padEnd(length, '~');
      const short = `ghijk${random.slice(0, 11)}`;
      const { receipt } = await submit(newThread(), {}, length === 16 ? short : key);
      assert.ok(receipt.token);
    });
  }

  it('with the same draft gets the same receipt, without a captcha', needs.writing, async () => {
    const { thread, key, draft, receipt } = await submit(newThread());
    assertReplayed(await post(thread, draft, { key }), receipt);
    const { captcha: _, ...rest } = draft;
    const again = assertReplayed(await post(thread, rest, { key }), receipt);
    assert.equal(again.status, receipt.status);
  });

  it('does not mind another captcha or another moment of consent', needs.writing, async () => {
    const { thread, key, draft, receipt } = await submit(newThread());
    const consent = { ...draft.consent, at: '2002-02-02T02:02:02Z' };
    const captcha = { kind: 'pow', payload: 'another' };
    assertReplayed(await post(thread, { ...draft, consent, captcha }, { key }), receipt);
  });

  it('does not mind another contact, or none, and keeps the first', needs.contact, async () => {
    const contact = 'someone@example.com';
    const { thread, key, draft, receipt } = await submit(newThread(), { contact });
    for (const other of [undefined, null, '', 'another@example.com']) {
      assertReplayed(await post(thread, { ...draft, contact: other }, { key }), receipt);
    }
    if (session?.role !== 'administrator') return;
    assert.equal((await inspect(receipt.id)).comment.contact, contact);
  });

  it('is answered with the present status', needs.moderatedReview, async () => {
    const { thread, key, draft, receipt } = await submit(newThread());
    await decided(receipt.id, { status: 'published' });
    const again = assertReplayed(await post(thread, draft, { key }), receipt);
    assert.equal(again.status, 'published');
    assert.equal((await listPage(thread)).total, 1);
  });

  it('does not bring a withdrawn comment back', needs.writing, async () => {
    const { thread, key, draft, receipt } = await submit(newThread());
    await withdraw(receipt.token);
    const again = assertReplayed(await post(thread, draft, { key }), receipt);
    assert.equal(again.status, 'withdrawn');
  });

  it('of a withdrawn comment takes no other draft', needs.writing, async () => {
    const { thread, key, draft, receipt } = await submit(newThread());
    await withdraw(receipt.token);
    const answer = await post(thread, { ...draft, body: 'Another text' }, { key });
    assertRefused(answer, 'idempotency-key-reused');
    assert.ok(!answer.text.includes(receipt.token));
  });

  const changes = { body: 'Another text', authorName: '李小明', lang: 'en' };
  for (const [field, value] of Object.entries(changes)) {
    it(`with another ${field} is refused`, needs.writing, async () => {
      const { thread, key, draft, receipt } = await submit(newThread());
      const answer = await post(thread, { ...draft, [field]: value }, { key });
      assertRefused(answer, 'idempotency-key-reused');
      assert.ok(!answer.text.includes(receipt.token), 'the receipt is nobody else’s');
    });
  }

  it('never gets the receipt of another thread', needs.writing, async () => {
    const { key, draft, receipt } = await submit(newThread());
    const answer = await post(newThread(), draft, { key });
    assert.notEqual(answer.status, 200);
    assert.ok(!answer.text.includes(receipt.token));
  });

  it('is not used up by a draft that was refused', needs.writing, async () => {
    const [thread, key] = [newThread(), randomUUID()];
    assertRefused(await post(thread, newDraft({ body: ' ' }), { key }), 'validation');
    const { receipt } = await submit(thread, {}, key);
    assert.equal((await readReceipt(receipt.token)).status, receipt.status);
  });

  it('does not hide a draft that is wrong now', needs.writing, async () => {
    const { thread, key, draft } = await submit(newThread());
    assertRefused(await post(thread, { ...draft, body: 1 }, { key }), 'validation');
  });
});
