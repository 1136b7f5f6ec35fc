/* What a problem says about limits: of characters, bytes, items and numbers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commentsPath, draft, post, send } from '../running/client.mjs';
import { insideService } from '../running/inside.mjs';

const CASES = {
  'the key of a thread, which counts bytes': {
    ask: (url, headers) => send(url, 'GET', commentsPath('海'.repeat(171)), undefined, headers),
    unit: 'bytes',
    chinese: /512 个字节/,
    english: /512 bytes/,
  },
  'a list of threads': {
    ask: (url, headers) =>
      send(url, 'POST', '/v1/sites/customs/counts', { threads: Array(51).fill('a') }, headers),
    unit: 'items',
    chinese: /50 项/,
    english: /too many: at most 50/,
  },
  'the number of comments of a page': {
    ask: (url, headers) => send(url, 'GET', `${commentsPath('a')}?limit=51`, undefined, headers),
    unit: 'value',
    chinese: /最大为 50/,
    english: /too large: at most 50/,
  },
  'a text': {
    ask: (url, headers) => post(url, 'a', draft({ body: '字'.repeat(2001) }), undefined, headers),
    unit: undefined,
    chinese: /2000 个字。/,
    english: /too long: at most 2000\./,
  },
};

describe('a limit that was passed is told in its own unit:', () => {
  for (const [name, { ask, unit, chinese, english }] of Object.entries(CASES)) {
    it(name, async (test) => {
      const { url } = await insideService(test);
      for (const [language, words] of Object.entries({ 'zh-CN': chinese, en: english })) {
        const { status, body } = await ask(url, { 'accept-language': language });
        assert.equal(status, 422);
        assert.match(body.errors[0].detail, words);
        assert.equal(body.errors[0].unit, unit);
      }
    });
  }
});
