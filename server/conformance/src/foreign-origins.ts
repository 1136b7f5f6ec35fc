/* Pages that may not use the service. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  assertRefused,
  commentsPath,
  listPage,
  newDraft,
  newThread,
  post,
  submit,
} from './citizen.js';
import type { Answer } from './client.js';
import { preflight, REQUESTS, sendFrom } from './cross-origin.js';
import { options } from './options.js';
import { captchaFor } from './proofs.js';
import { authorization, needs, site } from './setting.js';

const FOREIGN = 'https://foreign.example';
const OTHERS = [FOREIGN, 'null', 'http://localhost.foreign.example:1'];

function assertNotShared(answer: Answer): void {
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
}

describe('A foreign page', () => {
  for (const origin of OTHERS) {
    for (const [name, [path, sending]] of Object.entries(REQUESTS)) {
      it(`on ${origin} gets no answer about ${name}`, async () => {
        const answer = await sendFrom(origin, path, sending);
        assertNotShared(answer);
        assertRefused(answer, 'origin');
      });
    }

    it(`on ${origin} gets no leave by a preflight`, async () => {
      const path = commentsPath(newThread());
      assertNotShared(await preflight(origin, path, 'POST', 'content-type,idempotency-key'));
    });
  }

  it('cannot send a comment', needs.writing, async () => {
    const [thread, key] = [newThread(), randomUUID()];
    const captcha = await captchaFor(thread);
    const draft = newDraft(captcha ? { captcha } : {});
    const answer = await post(thread, draft, { key, headers: { origin: FOREIGN } });
    assertNotShared(answer);
    assertRefused(answer, 'origin');
    assert.equal((await listPage(thread)).total, 0);
    const again = await post(thread, draft, { key });
    assert.ok(again.status === 201 || again.status === 202, 'neither key nor proof was used up');
  });

  it('learns nothing from a receipt', needs.writing, async () => {
    const { receipt } = await submit(newThread());
    for (const method of ['GET', 'DELETE']) {
      const answer = await sendFrom(FOREIGN, `/v1/receipts/${receipt.token}`, { method });
      assertNotShared(answer);
      assertRefused(answer, 'origin');
    }
  });

  it('cannot moderate', needs.token, async () => {
    const path = `/v1/moderation/comments?site=${encodeURIComponent(site)}`;
    const answer = await sendFrom(FOREIGN, path, { headers: authorization });
    assertNotShared(answer);
    assertNotShared(await preflight(FOREIGN, path, 'GET', 'authorization'));
  });

  it('is told from one of the site by scheme, port and letters', needs.origin, async () => {
    const origin = options.origin ?? '';
    const { protocol, host } = new URL(origin);
    const other = protocol === 'https:' ? 'http:' : 'https:';
    for (const near of [
      `${other}//${host}`,
      `${origin}1`,
      `${origin}.foreign.example`,
      `x${origin}`,
    ]) {
      const answer = await sendFrom(near, commentsPath('conformance'));
      assertNotShared(answer);
      assertRefused(answer, 'origin');
    }
  });
});
