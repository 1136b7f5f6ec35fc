/* What the log says, and what it keeps to itself. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { draft, moderate, post, send } from '../running/client.mjs';
import { endPostgres, freshPostgres, query } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { administrator, settingsOf, until } from '../running/service.mjs';

describe('the log', () => {
  after(endPostgres);

  const secrets = {
    body: '机密内容甲乙丙',
    authorName: '张无忌',
    contact: 'zhang@example.org',
  };

  it('holds nothing that a person wrote or is known by', async (test) => {
    const { url, lines } = await insideService(test, { captcha: [] }, { trustProxy: 'loopback' });
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const { body: receipt } = await post(
      url,
      '私人话题',
      draft(secrets),
      'a-key-that-is-secret',
      from,
    );
    await post(url, '私人话题', { ...draft(secrets), authorName: '管理员' });
    await send(url, 'GET', `/v1/receipts/${receipt.token}`, undefined, from);
    await moderate(url, 'GET', `/comments?site=customs&q=${encodeURIComponent('张无忌')}`);
    await fetch(`${url}/v1/receipts/%zz${receipt.token}`);
    await fetch(`${url}/nothing/${receipt.token}`);
    const log = lines.join('');
    assert.ok(lines.length >= 6, 'every request is logged');
    for (const secret of [
      ...Object.values(secrets),
      '私人话题',
      encodeURIComponent('私人话题'),
      receipt.token,
      'a-key-that-is-secret',
      '203.0.113.77',
      administrator.token,
      'a secret for tests',
    ]) {
      assert.ok(!log.includes(secret), `the log holds ${secret}`);
    }
    for (const line of lines) assert.ok(JSON.parse(line).level, 'a line is one JSON value');
  });

  it('names the place of a failure, not the values that a database quotes', async (test) => {
    const address = await freshPostgres();
    const { url, lines } = await openService(test, settingsOf(address));
    const log = () => lines.join('');
    await query(address, 'alter table comment add check (author_name is null)');
    const { status, text } = await post(url, 'a', draft(secrets));
    assert.equal(status, 500);
    assert.match(await until(() => /.*"failed".*/.exec(log())?.[0]), /"code":"23514".*"at":\["at /);
    for (const said of [log(), text]) {
      for (const secret of Object.values(secrets)) assert.ok(!said.includes(secret), secret);
      assert.doesNotMatch(said, /Failing row|violates/);
    }
    assert.doesNotMatch(
      text,
      /\bat |\.js|select|insert/i,
      'the answer shows nothing of the inside',
    );
  });
});
