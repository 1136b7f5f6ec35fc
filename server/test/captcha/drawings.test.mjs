/* Pictures and sounds as they are asked for: one challenge has one of each. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Captcha } from '../../dist/captcha/captcha.js';
import { Drawings } from '../../dist/captcha/drawings.js';
import { Keys } from '../../dist/configuration/keys.js';
import { send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService } from '../running/inside.mjs';
import { settingsOf, startService } from '../running/service.mjs';

const keysOf = (name) => new Keys(`a secret for tests, 32 characters and more ${name}`);
const captchaWith = (name) => new Captcha(keysOf(name), undefined, Date.now);
const challenge = { digits: '4711', nonce: 'a nonce', thread: 'a', expiresAt: 0 };

describe('the picture and the sounds of a challenge', () => {
  it('are the same in every process', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test), { captcha: ['code'] });
    const one = await startService(test, settings);
    const other = await startService(test, settings);
    const asked = { site: 'customs', thread: 'a', kind: 'code' };
    const { body } = await send(one.url, 'POST', '/v1/challenges', asked);
    for (const path of [body.image, `${body.audio}?lang=zh`, `${body.audio}?lang=en`]) {
      const [first, second] = await Promise.all(
        [one, other].map(async ({ url }) => (await fetch(url + path)).arrayBuffer()),
      );
      assert.ok(first.byteLength > 1000);
      assert.ok(Buffer.from(first).equals(Buffer.from(second)), path);
    }
  });

  it('are the same after many others', () => {
    const drawings = new Drawings(captchaWith('a'));
    const first = drawings.make(challenge, 'zh');
    for (let at = 0; at < 70; at += 1) drawings.make({ ...challenge, nonce: `${at}` }, 'zh');
    const again = drawings.make(challenge, 'zh');
    assert.notEqual(again, first, 'it was made again');
    assert.ok(again.equals(first));
  });

  it('differ from those of another challenge with the same digits', () => {
    const drawings = new Drawings(captchaWith('a'));
    for (const form of ['image', 'zh', 'en']) {
      const one = drawings.make(challenge, form);
      const other = drawings.make({ ...challenge, nonce: 'another' }, form);
      assert.ok(!one.equals(other), form);
    }
  });

  it('cannot be drawn by whoever has the nonce, but not the secret', () => {
    const [one, other] = ['a', 'b'].map((name) => new Drawings(captchaWith(name)));
    for (const form of ['image', 'zh', 'en']) {
      assert.ok(!one.make(challenge, form).equals(other.make(challenge, form)), form);
    }
  });

  it('are kept for a while: what is asked for twice is made once', () => {
    const drawings = new Drawings(captchaWith('a'));
    assert.equal(drawings.make(challenge, 'image'), drawings.make(challenge, 'image'));
  });
});

describe('the OpenAPI document', () => {
  it('is sent once: a client that names its tag is told so', async (test) => {
    const { url } = await insideService(test);
    const path = '/v1/openapi.yaml';
    const { headers, text } = await send(url, 'GET', path);
    assert.match(headers.get('content-type'), /yaml/);
    assert.equal((await send(url, 'GET', path)).text, text);
    const tag = headers.get('etag');
    assert.ok(tag);
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await send(url, 'GET', path, undefined, { 'if-none-match': known });
      assert.equal(again.status, 304);
      assert.equal(again.text, '');
    }
    const other = await send(url, 'GET', path, undefined, { 'if-none-match': '"x"' });
    assert.equal(other.status, 200);
  });

  it('is made once', async (test) => {
    const { url, service } = await insideService(test);
    let made = 0;
    const { swagger } = service.app;
    assert.equal(typeof swagger, 'function');
    test.mock.method(service.app, 'swagger', (options) => {
      made += 1;
      return swagger(options);
    });
    for (let at = 0; at < 3; at += 1) await send(url, 'GET', '/v1/openapi.yaml');
    assert.equal(made, 1);
  });
});
