/* Threads that the address names by a parameter, for proxies that let no `%2F` through in a path. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CommentPage, Receipt } from '../../src/contract/comments.js';
import { assertRefused, listPage, newDraft, newThread, readReceipt } from './citizen.js';
import { bodyOf, contractDocument, send } from './client.js';
import { assertPage, originOf, pathFrom } from './form-page.js';
import { elements } from './html.js';
import { published } from './moderator.js';
import { captchaFor } from './proofs.js';
import { needs, site } from './setting.js';

const SITE = `/v1/sites/${encodeURIComponent(site)}`;

const path = (thread: string, part: 'comments' | 'form' = 'comments'): string =>
  `${SITE}/${part}?thread=${encodeURIComponent(thread)}`;

const both = { skip: needs.threadQuery.skip || needs.publishing.skip };
const written = { skip: needs.threadQuery.skip || needs.writing.skip };

describe('A thread as a parameter of the address', () => {
  it('is the same as in the path, with the same tag', both, async () => {
    const thread = `/指南/${randomUUID()}/a+b c.html`;
    await published(thread);
    const answer = await send(path(thread));
    assert.deepEqual(bodyOf(CommentPage, answer), await listPage(thread));
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    assert.equal((await send(path(thread), { headers })).status, 304);
  });

  it('can be paged', both, async () => {
    const thread = newThread();
    const first = await published(thread);
    await published(thread);
    const page = bodyOf(CommentPage, await send(`${path(thread)}&limit=1`));
    const cursor = encodeURIComponent(page.nextCursor ?? '');
    const next = bodyOf(CommentPage, await send(`${path(thread)}&limit=1&cursor=${cursor}`));
    assert.deepEqual(
      next.items.map(({ id }) => id),
      [first.receipt.id],
    );
  });

  it('takes a comment', written, async () => {
    const thread = `a/b/${randomUUID()}`;
    const captcha = await captchaFor(thread);
    const headers = { 'idempotency-key': randomUUID() };
    const json = newDraft(captcha ? { captcha } : {});
    const sent = await send(path(thread), { method: 'POST', json, headers });
    const { token } = bodyOf(Receipt, sent, 201, 202);
    assert.equal((await readReceipt(token)).thread, thread);
  });

  it('has a form, which is sent in the same way', needs.threadQuery, async () => {
    const thread = `/a/b?c=d&e+f/${randomUUID()}`;
    const address = `${path(thread, 'form')}&lang=en`;
    const answer = await send(address);
    const form = elements(assertPage(answer, 200), 'form').find(({ inner }) =>
      inner.includes('<textarea'),
    );
    const action = pathFrom(address, form?.attributes.get('action')?.replace('&amp;', '&') ?? '');
    assert.equal(action, path(thread));
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: originOf(answer),
    };
    const sent = await send(action, { method: 'POST', raw: 'lang=en&refresh=1', headers });
    assert.ok(assertPage(sent, 200).includes('<textarea'));
  });

  it('must be there, and follows the rules of keys', needs.threadQuery, async () => {
    const missing = { pointer: '/thread', field: 'required' };
    assertRefused(await send(`${SITE}/comments`), 'validation', missing);
    assertRefused(await send(`${SITE}/comments?thread=`), 'validation', missing);
    assertRefused(await send(path('x'.repeat(513))), 'validation', {
      pointer: '/thread',
      field: 'too-long',
      limit: 512,
    });
    assertRefused(await send(path('a\u0000b')), 'validation', { pointer: '/thread' });
    assertRefused(await send(`/v1/sites/no-such-site/comments?thread=a`), 'not-found');
  });

  it('is in the document', needs.threadQuery, async () => {
    const operations = (await contractDocument()).operations();
    for (const name of ['GET /v1/sites/{}/comments', 'POST /v1/sites/{}/comments']) {
      assert.ok(operations.has(name), name);
    }
  });
});
