/* The typed code. A program cannot read it, so only what surrounds it is tested. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CodeChallenge } from '../../src/contract/challenges.js';
import { assertRefused, newDraft, newThread, post } from './citizen.js';
import { type Answer, bodyOf, send } from './client.js';
import { bothUrls } from './options.js';
import { askChallenge, codeChallenge } from './proofs.js';
import { needs } from './setting.js';

const PNG = '\x89PNG\r\n\x1A\n';
const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

function guess(thread: string, payload: string, base?: string): Promise<Answer> {
  const draft = newDraft({ captcha: { kind: 'code', payload } });
  return post(thread, draft, base ? { base } : {});
}

describe('A challenge of a code', () => {
  it('is not stored by caches, and expires', needs.code, async () => {
    const answer = await askChallenge(newThread(), 'code');
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const challenge = bodyOf(CodeChallenge, answer, 201);
    assert.equal(challenge.digits, 4);
    assert.ok(Date.parse(challenge.expiresAt) > Date.now());
    assert.equal(challenge.image, `/v1/challenges/${challenge.id}/image`);
    assert.equal(challenge.audio, `/v1/challenges/${challenge.id}/audio`);
  });

  it('has a picture', needs.code, async () => {
    const { image } = await codeChallenge(newThread());
    const { status, headers, bytes } = await send(image);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'image/png');
    assert.match(headers.get('cache-control') ?? '', /no-store/);
    assert.equal(latin1(bytes, 0, 8), PNG);
    const [width, height] = [16, 20].map((at) => Buffer.from(bytes).readUInt32BE(at));
    assert.ok(width && height, 'the picture has a size');
  });

  it('is spoken in Chinese and in English', needs.code, async () => {
    const { audio } = await codeChallenge(newThread());
    const spoken = new Map<string, Buffer>();
    for (const language of ['zh', 'en']) {
      const { status, headers, bytes } = await send(`${audio}?lang=${language}`);
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /^audio\/(x-|vnd\.)?wave?$/);
      assert.match(headers.get('cache-control') ?? '', /no-store/);
      assert.equal(latin1(bytes, 0, 4), 'RIFF');
      assert.equal(latin1(bytes, 8, 12), 'WAVE');
      assert.ok(bytes.length > 1000, 'there is something to hear');
      spoken.set(language, Buffer.from(bytes));
    }
    assert.notDeepEqual(spoken.get('zh'), spoken.get('en'));
  });

  it('is spoken in the nearest language of a longer tag', needs.code, async () => {
    const { audio } = await codeChallenge(newThread());
    for (const language of ['zh-Hans-CN', 'en-GB']) {
      assert.equal((await send(`${audio}?lang=${language}`)).status, 200, language);
    }
  });

  it('looks and sounds the same however often, and from every process', needs.code, async () => {
    const { image, audio } = await codeChallenge(newThread());
    for (const path of [image, `${audio}?lang=zh`, `${audio}?lang=en`]) {
      const first = await send(path);
      assert.equal(first.status, 200);
      for (const base of [...bothUrls, ...bothUrls]) {
        const again = await send(path, { base });
        assert.equal(again.status, 200);
        // Every other view would be one more for a program that reads the digits.
        assert.ok(Buffer.from(again.bytes).equals(first.bytes), `${path} is another one now`);
      }
    }
  });

  it('looks different each time, whatever its digits', needs.code, async () => {
    const thread = newThread();
    const pictures = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const { image } = await codeChallenge(thread);
      pictures.add(Buffer.from((await send(image)).bytes).toString('base64'));
    }
    assert.equal(pictures.size, 5);
  });

  for (const part of ['image', 'audio']) {
    it(`has no ${part} under an unknown id`, needs.code, async () => {
      for (const id of [randomUUID(), 'x', '..%2F..%2Fetc%2Fpasswd', '%00']) {
        assertRefused(await send(`/v1/challenges/${id}/${part}`), 'not-found');
      }
    });
  }
});

describe('A typed code', () => {
  it('has one guess, in every process', needs.code, async () => {
    const thread = newThread();
    const { id } = await codeChallenge(thread);
    // Letters are never right, so that the test cannot guess the code by accident.
    assertRefused(await guess(thread, `${id}:abcd`), 'captcha', { reason: 'wrong' });
    for (const base of bothUrls) {
      const again = await guess(thread, `${id}:abcd`, base);
      assertRefused(again, 'captcha', { reason: 'used' });
    }
  });

  it('is refused when it names no challenge', needs.code, async () => {
    for (const payload of ['', ':', '1234', `${randomUUID()}:1234`, ':1234', "' OR 1=1:1234"]) {
      assertRefused(await guess(newThread(), payload), 'captcha');
    }
  });

  it('is refused when nothing was typed', needs.code, async () => {
    const thread = newThread();
    const { id } = await codeChallenge(thread);
    assertRefused(await guess(thread, `${id}:`), 'captcha');
    assertRefused(await guess(thread, id), 'captcha');
  });

  it('does not lose its guess to a draft that is refused', needs.code, async () => {
    const thread = newThread();
    const { id } = await codeChallenge(thread);
    const captcha = { kind: 'code', payload: `${id}:abcd` } as const;
    assertRefused(await post(thread, newDraft({ body: ' ', captcha })), 'validation');
    assertRefused(await guess(thread, captcha.payload), 'captcha', { reason: 'wrong' });
  });
});
