/* Pages on the allow-list of the site. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { commentsPath, newDraft, newThread, post } from './citizen.js';
import type { Answer, Sending } from './client.js';
import { countsPath, preflight, REQUESTS, sendFrom } from './cross-origin.js';
import { options } from './options.js';
import { captchaFor } from './proofs.js';
import { capabilities, needs } from './setting.js';

describe('A page of the site', () => {
  const origin = options.origin ?? '';

  function assertShared({ headers, status, text }: Answer): void {
    const label = `${status} ${text.slice(0, 200)}`;
    assert.equal(headers.get('access-control-allow-origin'), origin, label);
    assert.equal(headers.get('access-control-allow-credentials'), null, 'no cookies');
    assert.match(headers.get('vary') ?? '', /\borigin\b|\*/i, label);
  }

  for (const [name, [path, sending]] of Object.entries(REQUESTS)) {
    it(`gets ${name}`, needs.origin, async () => {
      const answer = await sendFrom(origin, path, sending);
      assertShared(answer);
      assert.ok(answer.status < 300 || name === 'a challenge', answer.text);
    });
  }

  it('may read the headers that it needs', needs.origin, async () => {
    const { headers } = await sendFrom(origin, commentsPath(newThread()));
    const exposed = (headers.get('access-control-expose-headers') ?? '').toLowerCase();
    for (const name of ['etag', 'retry-after', 'idempotent-replayed']) {
      assert.ok(exposed.split(/\s*,\s*/).includes(name), `${name} in “${exposed}”`);
    }
  });

  const preflights: [string, string, string][] = [
    ['POST', commentsPath('conformance'), 'content-type,idempotency-key'],
    ['POST', '/v1/challenges', 'content-type'],
    ['POST', countsPath, 'content-type'],
    ['POST', `/v1/comments/${randomUUID()}/reports`, 'content-type'],
    ['GET', commentsPath('conformance'), 'if-none-match'],
    ['DELETE', '/v1/receipts/0000-0000-0000-0000-0000', ''],
  ];
  for (const [method, path, names] of preflights) {
    const generic = path.replace(/[0-9a-f-]{36}/, '{id}');
    it(`has leave for ${method} ${generic}`, needs.origin, async () => {
      const answer = await preflight(origin, path, method, names);
      assert.ok(answer.status === 200 || answer.status === 204, `${answer.status}`);
      assertShared(answer);
      const methods = answer.headers.get('access-control-allow-methods') ?? '';
      assert.ok(method === 'GET' || methods.split(/\s*,\s*/).includes(method), methods);
      const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase();
      for (const name of names.split(',').filter(Boolean)) {
        assert.ok(allowed.split(/\s*,\s*/).includes(name), `${name} in “${allowed}”`);
      }
    });
  }

  it('can read why something was refused', needs.origin, async () => {
    const path = commentsPath(newThread());
    const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const sendings: [number, string, Sending][] = [
      [422, `${path}?limit=0`, {}],
      [400, path, { method: 'POST', headers, raw: '{' }],
      [
        413,
        path,
        { method: 'POST', headers, raw: ' '.repeat(capabilities.limits.requestBytes + 1) },
      ],
      [
        415,
        path,
        { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, raw: 'x' },
      ],
      [422, path, { method: 'POST', headers, json: {} }],
      [404, '/v1/receipts/0000-0000-0000-0000-0000', {}],
    ];
    for (const [status, target, sending] of sendings) {
      const answer = await sendFrom(origin, target, sending);
      assert.equal(answer.status, status, answer.text);
      assertShared(answer);
    }
  });

  it(
    'gets its receipt, and may use it',
    { skip: needs.origin.skip || needs.writing.skip },
    async () => {
      const thread = newThread();
      const captcha = await captchaFor(thread);
      const draft = newDraft(captcha ? { captcha } : {});
      const created = await post(thread, draft, { headers: { origin } });
      assertShared(created);
      const { token } = created.body as { token: string };
      for (const method of ['GET', 'DELETE']) {
        const answer = await sendFrom(origin, `/v1/receipts/${token}`, { method });
        assert.equal(answer.status, 200);
        assertShared(answer);
      }
    },
  );
});
