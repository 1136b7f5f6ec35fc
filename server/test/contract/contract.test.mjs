/* What the contract says of values, and the document that is made of it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';
import { draft, importFile, list, moderate, post, send } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

describe('the OpenAPI document', () => {
  it('is valid, and the one that was built', async (test) => {
    const { url } = await insideService(test);
    const { text } = await send(url, 'GET', '/v1/openapi.yaml');
    const { valid, errors } = await new Validator().validate(parse(text));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(text, readFileSync(new URL('../../dist/openapi.yaml', import.meta.url), 'utf8'));
  });
});

describe('values that a database or a date cannot take', () => {
  after(endPostgres);

  for (const [name, address] of Object.entries(DATABASES)) {
    it(`are refused in words on ${name}`, async (test) => {
      const { url } = await openService(test, settingsOf(await address(test)));
      const { body: receipt } = await post(url, 'a');
      assert.equal((await list(url, 'a', '?parentId=%00')).status, 422);
      assert.equal((await post(url, 'a', draft({ parentId: '\u0000' }))).status, 422);
      assert.equal((await post(url, 'a\u0000b')).status, 422);
      const reported = await send(url, 'POST', '/v1/comments/%00/reports', { reason: 'spam' });
      assert.equal(reported.status, 422);
      assert.equal((await moderate(url, 'GET', '/comments/%00')).status, 422);
      assert.equal((await moderate(url, 'GET', '/comments?site=customs&q=%00')).status, 422);
      const audit = await moderate(url, 'GET', '/audit?site=customs&commentId=%00');
      assert.equal(audit.status, 422);
      for (const at of ['2016-12-31T23:59:60Z', '2020-01-01T00:00:00+08']) {
        const { status, body } = await post(url, 'a', draft({ consent: { version: '1', at } }));
        assert.equal(status, 422);
        assert.equal(body.errors[0].pointer, '/consent/at');
      }
      assert.equal((await send(url, 'GET', `/v1/receipts/${receipt.token}`)).status, 200);
    });
  }

  it('are refused in an import, however the file is built', async (test) => {
    const { url } = await insideService(test);
    assert.equal((await importFile(url, 'x'.repeat(3_000_000))).status, 422);
    assert.equal((await importFile(url, '')).status, 422);
    assert.equal((await importFile(url, '{"count":0,"checksum":"sha256:0"}')).status, 422);
    const first = '{"format":"customs-comments","version":1,"site":"customs"}\n';
    const checksum = `sha256:${createHash('sha256').update(first).digest('hex')}`;
    const good = await importFile(url, `${first}${JSON.stringify({ count: 0, checksum })}\n`);
    assert.deepEqual(good.body, { imported: 0, skipped: 0, importedEntries: 0 });
    assert.equal((await fetch(`${url}/healthz`)).status, 200, 'and the service lives');
  });
});
