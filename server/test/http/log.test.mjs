/* What the log says, and what it keeps to itself. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { describeFailure } from '../../dist/storage/failures.js';
import { draft, moderate, post, send } from '../running/client.mjs';
import { endPostgres, freshPostgres, query } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { administrator, settingsOf, until } from '../running/service.mjs';

describe('a failure of the database', () => {
  for (const [error, code, reason] of [
    [{ code: '23505', detail: 'Key (body)=(机密) exists' }, '23505', /unique/],
    [{ code: '57P01' }, '57P01', /stopping or starting/],
    [{ code: '53300' }, '53300', /no free connection/],
    [{ message: 'timeout exceeded when trying to connect' }, 'timeout', /no connection was free/],
    [{ message: 'Connection terminated unexpectedly' }, 'closed', /connection .* is broken/],
    [{ code: 'ECONNREFUSED' }, 'ECONNREFUSED', /connection .* is broken/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'ERR_SQLITE_ERROR', /disk is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 2067 }, 'ERR_SQLITE_ERROR', /unique/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'ERR_SQLITE_ERROR', /locked/],
  ]) {
    it(`has a code and a reason in the log: ${code} ${error.errcode ?? ''}`, () => {
      const told = describeFailure(Object.assign(new Error('机密'), error));
      assert.equal(told.code, code);
      assert.match(told.reason, reason);
      assert.doesNotMatch(JSON.stringify(told), /机密/);
    });
  }
});

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
    const line = await until(() => /.*"failed".*/.exec(log())?.[0]);
    assert.match(
      line,
      /"code":"23514".*"reason":"a rule of the table.*"table":"comment".*"at":\["at /,
    );
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

  it('tells once of a proxy that the settings do not name, and not what it says', async (test) => {
    const warnings = (lines) =>
      lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg.includes('trustProxy'));
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.77' },
      { forwarded: 'for=203.0.113.77' },
    ]) {
      const wary = await insideService(test);
      await fetch(`${wary.url}/healthz`);
      assert.equal(warnings(wary.lines).length, 0);
      for (let at = 0; at < 3; at += 1) await fetch(`${wary.url}/healthz`, { headers });
      assert.equal(warnings(wary.lines).length, 1);
      assert.equal(warnings(wary.lines)[0].level, 40);
      assert.doesNotMatch(wary.lines.join(''), /203\.0\.113/);
      const trusting = await insideService(test, {}, { trustProxy: 'loopback' });
      await fetch(`${trusting.url}/healthz`, { headers });
      assert.equal(warnings(trusting.lines).length, 0);
    }
  });
});
