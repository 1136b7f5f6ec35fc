/* Type and size of a request. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, newDraft, newThread, post, postRaw } from './citizen.js';
import { send } from './client.js';
import { capabilities } from './setting.js';

/** So much that no buffer on the way holds all of it. */
const END = 20_000_000;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('The type of a request', () => {
  const text = JSON.stringify(newDraft());
  for (const type of [
    'text/plain',
    'text/html',
    'application/xml',
    'multipart/form-data',
    'json',
  ]) {
    it(`${type} is refused`, async () => {
      assertRefused(await postRaw(text, type), 'media-type');
    });
  }

  it('must be given', async () => {
    assertRefused(await postRaw(utf8(text), null), 'media-type');
  });

  it('may name its encoding', async () => {
    const answer = await postRaw('{"body":""}', 'application/json; charset=utf-8');
    assertRefused(answer, 'validation');
  });
});

describe('The size of a request', () => {
  const most = capabilities.limits.requestBytes;
  const ofSize = (size: number): string => JSON.stringify(newDraft({ body: '' })).padEnd(size, ' ');

  it('may be the limit', async () => {
    assertRefused(await postRaw(ofSize(most)), 'validation', { pointer: '/body', field: 'blank' });
  });

  it('must not be a byte more', async () => {
    assertRefused(await postRaw(ofSize(most + 1)), 'too-large');
  });

  it('is counted in bytes, not in characters', async () => {
    const body = '好'.repeat(Math.ceil(most / 3));
    assertRefused(await post(newThread(), newDraft({ body })), 'too-large');
  });

  it('must not be two megabytes', async () => {
    assertRefused(await postRaw(ofSize(2_000_000)), 'too-large');
  });

  it('must not be large without saying so beforehand', async () => {
    let sent = 0;
    const stream = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull(controller) {
          if (sent >= END) {
            controller.close();
            return;
          }
          const chunk = utf8(' '.repeat(64_000));
          controller.enqueue(chunk);
          sent += chunk.length;
        },
      });
    // The service may stop reading before the end; a client that goes on sending may miss the answer.
    const answer = await postRaw(stream).catch((error: unknown) => {
      if (error instanceof TypeError && sent < END) return undefined;
      throw error;
    });
    if (answer) assertRefused(answer, 'too-large');
    assert.equal((await send('/healthz')).status, 200);
  });
});
