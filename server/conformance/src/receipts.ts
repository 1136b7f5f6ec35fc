/* What an author can do with the receipt number. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, newThread, readReceipt, submit, type Submission } from './citizen.js';
import { send } from './client.js';
import { decided, officialReply, publish, published } from './moderator.js';
import { bothUrls } from './options.js';
import { needs, site } from './setting.js';

const path = (token: string): string => `/v1/receipts/${encodeURIComponent(token)}`;

/** A comment whose receipt number has digits that are taken for letters. */
async function submitAmbiguous(): Promise<Submission> {
  for (let tries = 0; tries < 20; tries += 1) {
    const submission = await submit(newThread());
    if (/[01]/.test(submission.receipt.token)) return submission;
  }
  return assert.fail('20 receipt numbers without 0 and 1');
}

describe('A receipt', () => {
  it('tells where the comment is, and not what it says', needs.writing, async () => {
    const thread = `${newThread()}/海关`;
    const authorName = '李小明';
    const { receipt, draft } = await submit(thread, { authorName });
    const answer = await send(path(receipt.token));
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    assert.ok(!answer.text.includes(draft.body) && !answer.text.includes(authorName));
    const status = await readReceipt(receipt.token);
    assert.equal(status.id, receipt.id);
    assert.equal(status.site, site);
    assert.equal(status.thread, thread);
    assert.equal(status.status, receipt.status);
    assert.equal(status.createdAt, receipt.createdAt);
    assert.equal(status.reason, null);
    assert.deepEqual(status.replies, []);
  });

  it('is found at every process', needs.writing, async () => {
    const { receipt } = await submit(newThread());
    for (const base of bothUrls) {
      assert.equal((await send(path(receipt.token), { base })).status, 200);
    }
  });

  it('is found as people type it', needs.writing, async () => {
    const { receipt } = await submitAmbiguous();
    const { token, id } = receipt;
    for (const typed of [
      token.toLowerCase(),
      token.replaceAll('-', ''),
      token.replaceAll('-', ' '),
      ` ${token.toLowerCase().replaceAll('-', '')} `,
      token.replaceAll('0', 'O').replaceAll('1', 'I'),
      token.replaceAll('0', 'o').replaceAll('1', 'l'),
      token.replaceAll('0', 'O').replaceAll('1', 'L'),
      token.replaceAll('1', 'i'),
    ]) {
      assert.equal((await readReceipt(typed)).id, id, typed);
    }
  });

  for (const token of [
    '0000-0000-0000-0000-0000',
    'x',
    "' OR 1=1 --",
    '../../src/x',
    '%',
    '\u0000',
    'Z'.repeat(500),
  ]) {
    it(`that does not exist is not found: ${JSON.stringify(token.slice(0, 30))}`, async () => {
      assertRefused(await send(path(token)), 'not-found');
      assertRefused(await send(path(token), { method: 'DELETE' }), 'not-found');
    });
  }

  it('is not found by the id of the comment', needs.writing, async () => {
    const { receipt } = await submit(newThread());
    assertRefused(await send(path(receipt.id)), 'not-found');
  });

  it('tells of publication', needs.moderatedReview, async () => {
    const submission = await submit(newThread());
    const before = await readReceipt(submission.receipt.token);
    assert.equal(before.status, 'pending');
    await publish(submission);
    const after = await readReceipt(submission.receipt.token);
    assert.equal(after.status, 'published');
    assert.ok(Date.parse(after.updatedAt) >= Date.parse(before.updatedAt));
  });

  it('tells of rejection, with the reason', needs.moderator, async () => {
    const { receipt } = await submit(newThread());
    const note = '请勿填写电话 <b>号码</b>';
    await decided(receipt.id, { status: 'rejected', reasonCode: 'personal-data', note });
    const status = await readReceipt(receipt.token);
    assert.equal(status.status, 'rejected');
    assert.deepEqual(status.reason, { code: 'personal-data', note });
  });

  it('shows the official replies, oldest first', needs.publisher, async () => {
    const thread = newThread();
    const { receipt } = await published(thread);
    await published(thread, { parentId: receipt.id });
    const first = await officialReply(receipt.id, '已收到。');
    const second = await officialReply(receipt.id, '已办结。');
    const { replies } = await readReceipt(receipt.token);
    assert.deepEqual(
      replies.map(({ id }) => id),
      [first.id, second.id],
    );
    assert.deepEqual(
      replies.map(({ body }) => body),
      ['已收到。', '已办结。'],
    );
    assert.ok(replies.every(({ kind }) => kind === 'official-reply'));
  });
});
