/* What holds for the service as a whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Capabilities } from '../../src/contract/capabilities.js';
import { LIMITS, requestBytes } from '../../src/contract/limits.js';
import { Problem } from '../../src/contract/problems.js';
import { assertRefused, commentsPath, newThread } from './citizen.js';
import { bodyOf, contractDocument, send } from './client.js';
import { options } from './options.js';
import { capabilities, site } from './setting.js';

const COMMENTS = '/v1/sites/{}/threads/{}/comments';

/** Every operation of the contract with the answers that a client must be ready for. */
const OPERATIONS: Record<string, number[]> = {
  'GET /healthz': [200],
  'GET /readyz': [200, 503],
  'GET /v1/capabilities': [200, 404, 422],
  [`GET ${COMMENTS}`]: [200, 304, 404, 422],
  [`POST ${COMMENTS}`]: [200, 201, 202, 400, 403, 404, 409, 413, 415, 422, 429, 503],
  'POST /v1/challenges': [201, 422, 429],
  'GET /v1/challenges/{}/image': [200, 404, 429],
  'GET /v1/challenges/{}/audio': [200, 404, 429],
  'GET /v1/receipts/{}': [200, 404],
  'DELETE /v1/receipts/{}': [200, 404],
  'POST /v1/sites/{}/counts': [200, 404, 422],
  'POST /v1/comments/{}/reports': [204, 404, 422],
  'GET /v1/moderation/session': [200, 401],
  'GET /v1/moderation/comments': [200, 401, 403, 422],
  'GET /v1/moderation/comments/{}': [200, 401, 404],
  'PATCH /v1/moderation/comments/{}': [200, 401, 404, 409, 412, 422, 428],
  'POST /v1/moderation/comments/{}/replies': [200, 201, 400, 401, 404, 422],
  'GET /v1/moderation/audit': [200, 401, 403],
  'GET /v1/moderation/staff': [200, 401, 403],
  'POST /v1/moderation/staff': [201, 401, 403, 422],
  'DELETE /v1/moderation/staff/{}': [200, 401, 403, 404],
  'GET /v1/moderation/sites/{}/export': [200, 401, 403],
  'POST /v1/moderation/sites/{}/import': [200, 401, 403, 415, 422],
};

describe('The service', () => {
  it('says that it is alive', async () => {
    const { status, body } = await send('/healthz');
    assert.deepEqual({ status, body }, { status: 200, body: { status: 'ok' } });
  });

  it('says that it is ready', async () => {
    const { status, body } = await send('/readyz');
    assert.deepEqual({ status, body }, { status: 200, body: { status: 'ready' } });
  });

  it('answers an unknown path with the problem not-found', async () => {
    assertRefused(await send('/v1/nothing-of-this-name'), 'not-found');
  });

  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    it(`refuses ${method} on the comments of a thread`, async () => {
      const { status } = await send(commentsPath(newThread()), { method });
      assert.ok(status === 404 || status === 405, `${status}`);
    });
  }

  it('answers HEAD like GET, without the body', async () => {
    const path = commentsPath(newThread());
    const [head, get] = [await send(path, { method: 'HEAD' }), await send(path)];
    assert.equal(head.status, 200);
    assert.equal(head.bytes.length, 0);
    assert.equal(head.headers.get('etag'), get.headers.get('etag'));
  });

  it('survives OPTIONS that is no preflight', async () => {
    const { status } = await send(commentsPath(newThread()), { method: 'OPTIONS' });
    assert.ok(status < 500, `${status}`);
  });

  for (const language of ['zh-CN', 'zh-Hans', '*', '', 'de', 'x;q=no,,;', 'zh-Hans, en;q=0.5']) {
    it(`speaks Chinese to a reader of “${language}”`, async () => {
      const headers = { 'accept-language': language };
      const answer = await send('/v1/sites/no-such-site/threads/a/comments', { headers });
      assert.match(bodyOf(Problem, answer, 404).title, /\p{Script=Han}/u);
    });
  }

  for (const language of ['en', 'en-GB', 'de, en;q=0.8']) {
    it(`speaks English to a reader of “${language}”`, async () => {
      const headers = { 'accept-language': language };
      const path = `${commentsPath(newThread())}?limit=0`;
      const problem = bodyOf(Problem, await send(path, { headers }), 422);
      const words = [problem.title, problem.detail, ...(problem.errors ?? []).map((e) => e.detail)];
      for (const word of words) assert.doesNotMatch(word ?? '', /\p{Script=Han}/u);
      assert.match(problem.title, /[a-z]/);
    });
  }
});

describe('The document', () => {
  it('is OpenAPI 3.1', async () => {
    assert.match((await contractDocument()).version, /^3\.1\.\d+$/);
  });

  it('is not sent again to a client that names its tag', async () => {
    const address = `${options.url}/v1/openapi.yaml`;
    const first = await fetch(address);
    const tag = first.headers.get('etag');
    assert.ok(tag && (await first.text()), 'there is no tag');
    const again = await fetch(address, { headers: { 'if-none-match': tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  });

  it('has a schema for each JSON answer, and no reference to nothing', async () => {
    assert.ok((await contractDocument()).compileAll() >= Object.keys(OPERATIONS).length);
  });

  for (const [name, statuses] of Object.entries(OPERATIONS)) {
    it(`describes ${name}`, async () => {
      const documented = (await contractDocument()).operations().get(name);
      assert.ok(documented, `${name} is missing`);
      const missing = statuses.filter(
        (status) =>
          ![`${status}`, `${`${status}`[0]}XX`, 'default'].some((one) => documented.includes(one)),
      );
      assert.deepEqual(missing, [], 'answers that are not documented');
    });
  }
});

describe('Capabilities', () => {
  it('are those of the site that was asked for', async () => {
    const answer = await send(`/v1/capabilities?site=${encodeURIComponent(site)}`);
    assert.equal(bodyOf(Capabilities, answer).site, site);
  });

  it('may be asked for without a site where there is only one', async () => {
    const answer = await send('/v1/capabilities');
    if (answer.status === 422) assertRefused(answer, 'validation');
    else assert.equal(bodyOf(Capabilities, answer).site, site);
  });

  it('are not there for an unknown site', async () => {
    assertRefused(await send('/v1/capabilities?site=no-such-site'), 'not-found');
  });

  it('never promise more than the contract allows', () => {
    const { limits } = capabilities;
    assert.ok(limits.body >= 1 && limits.body <= LIMITS.body);
    assert.ok(limits.authorName <= LIMITS.authorName && limits.contact <= LIMITS.contact);
    assert.ok(limits.pageSize <= LIMITS.pageSize);
  });

  it('leave room for the longest comment in a request', () => {
    const { body, requestBytes: most } = capabilities.limits;
    assert.ok(most >= requestBytes(body), `${most} bytes for ${body} characters`);
  });

  it('hold a privacy notice without gaps', () => {
    const notices = Object.entries(capabilities.consent.notice);
    assert.ok(notices.length > 0 && capabilities.consent.version !== '');
    for (const [language, notice] of notices) {
      assert.equal(Intl.getCanonicalLocales(language).length, 1);
      for (const [point, words] of Object.entries(notice)) assert.ok(words.trim(), point);
    }
  });
});
