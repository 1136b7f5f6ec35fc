/* What each site decides for itself: whether it is open, who may write, under which names. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { commentsPath, draft, moderate, post, publish, send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { settingsOf } from '../running/service.mjs';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a site', () => {
  it('that is closed takes nothing new, and still answers repetitions', async (test) => {
    const address = DATABASES.SQLite(test);
    const key = randomUUID();
    const body = draft();
    const open = await openService(test, settingsOf(address));
    const { body: receipt } = await post(open.url, 'a', body, key);
    await open.service.close();
    const closed = await openService(test, settingsOf(address, { open: false }));
    const repeated = await post(closed.url, 'a', body, key);
    assert.equal(repeated.status, 200);
    assert.equal(repeated.body.token, receipt.token);
    const refused = await post(closed.url, 'a');
    assert.equal(refused.status, 403);
    assert.equal(refused.body.type, '/problems/closed');
  });

  it('has its own names, limits of length and official name', async (test) => {
    const { url } = await insideService(test, { reservedNames: ['红其拉甫'], bodyLimit: 5 });
    const named = await post(url, 'a', draft({ body: '短', authorName: '红 其 拉 甫 海关' }));
    assert.equal(named.body.errors[0].key, 'reserved-name');
    const long = await post(url, 'a', draft({ body: '一二三四五六' }));
    assert.deepEqual([long.body.errors[0].key, long.body.errors[0].limit], ['too-long', 5]);
    const receipt = await publish(url, 'a', draft({ body: '👨‍👩‍👧‍👦二三四五' }));
    const reply = await moderate(
      url,
      'POST',
      `/comments/${receipt.id}/replies`,
      { body: '收到。' },
      {
        'idempotency-key': randomUUID(),
      },
    );
    assert.equal(reply.body.authorName, '示例机关');
  });

  it('takes the longest text that it allows, whatever its characters are', async (test) => {
    const { url } = await insideService(test, { bodyLimit: 800 });
    for (const character of ['👨‍👩‍👧‍👦', '"', '\u0001字', `a${'\u0301'.repeat(15)}`]) {
      const body = `${character}字`.repeat(400);
      const { id, ...receipt } = await publish(url, 'a', draft({ body }));
      assert.equal(receipt.status, 'pending', character);
      const key = { 'idempotency-key': randomUUID() };
      const reply = await moderate(url, 'POST', `/comments/${id}/replies`, { body }, key);
      assert.equal(reply.status, 201, character);
    }
    const { body } = await send(url, 'GET', '/v1/capabilities');
    const tooLarge = await post(
      url,
      'a',
      draft({ body: '字'.repeat(body.limits.requestBytes / 3) }),
    );
    assert.deepEqual([tooLarge.status, tooLarge.body.type], [413, '/problems/too-large']);
  });

  it('refuses a text of too many bytes, from citizens and from moderators', async (test) => {
    const { url } = await insideService(test);
    const body = FAMILY.repeat(640);
    const { id } = await publish(url, 'a', draft({ body }));
    const key = { 'idempotency-key': randomUUID() };
    const long = { body: `${body}字` };
    for (const refused of [
      await post(url, 'a', draft(long)),
      await moderate(url, 'POST', `/comments/${id}/replies`, long, key),
    ]) {
      assert.equal(refused.status, 422);
      const { detail, ...error } = refused.body.errors[0];
      assert.deepEqual(error, { pointer: '/body', key: 'too-many-bytes', limit: 16_000 });
      assert.match(detail, /表情或特殊符号过多/);
    }
    const reply = await moderate(url, 'POST', `/comments/${id}/replies`, { body }, key);
    assert.equal(reply.status, 201);
  });

  it('takes any request that holds a comment within its limits, however it is written', async (test) => {
    const { url } = await insideService(test);
    // Some programs write all but ASCII as escapes, with six characters for each UTF-16 unit.
    const escaped = (value) =>
      JSON.stringify(value).replace(
        /[^ -~]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    for (const body of [
      '字'.repeat(2000),
      FAMILY.repeat(640),
      'ü'.repeat(2000),
      '<"\n'.repeat(600),
    ]) {
      const authorName = FAMILY.repeat(32);
      const response = await fetch(url + commentsPath('a'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: escaped(draft({ body, authorName, contact: FAMILY.repeat(128) })),
      });
      assert.equal(response.status, 202, body.slice(0, 3));
    }
  });

  it('names authors only where its own sign-in does', async (test) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
    const keys = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
    );
    await new Promise((resolve) => keys.listen(0, '127.0.0.1', resolve));
    test.after(() => keys.close());
    const { url } = await insideService(test, {
      identity: {
        required: true,
        jwks: `http://127.0.0.1:${keys.address().port}/keys`,
        issuer: 'https://login.example',
        audience: 'comments',
      },
    });
    const token = (claims, key = privateKey) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer('https://login.example')
        .setAudience('comments')
        .setExpirationTime('5m')
        .sign(key);
    assert.equal((await post(url, 'a')).body.type, '/problems/identity');
    const signed = await post(url, 'a', draft({ identity: await token({ sub: 'citizen-42' }) }));
    assert.equal(signed.status, 202);
    const { body } = await moderate(url, 'GET', `/comments/${signed.body.id}`);
    assert.equal(body.identity, 'citizen-42');
    const { privateKey: other } = await generateKeyPair('ES256');
    const forged = await token({ sub: 'somebody else' }, other);
    assert.equal((await post(url, 'a', draft({ identity: forged }))).status, 403);
  });
});
