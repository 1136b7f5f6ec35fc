/* Requests that are not what they should be, before anybody reads their words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertRefused, newDraft, newThread, post, postRaw } from './citizen.js';

const { consent } = newDraft();

/** Name → what is sent, where the error is, which it is. */
const WRONG: Record<string, [unknown, string, string?]> = {
  'a body that is a number': [{ body: 1, consent }, '/body', 'wrong-type'],
  'a body that is true': [{ body: true, consent }, '/body', 'wrong-type'],
  'a body that is null': [{ body: null, consent }, '/body', 'wrong-type'],
  'a body that is a list': [{ body: ['text'], consent }, '/body', 'wrong-type'],
  'a body that is an object': [{ body: { toString: 'text' }, consent }, '/body', 'wrong-type'],
  'no body': [{ consent }, '/body', 'required'],
  'no consent': [{ body: 'text' }, '/consent', 'required'],
  'a consent that is true': [{ body: 'text', consent: true }, '/consent', 'wrong-type'],
  'no version of the consent': [
    { body: 'text', consent: { at: consent.at } },
    '/consent/version',
    'required',
  ],
  'a version that is a number': [
    { body: 'text', consent: { ...consent, version: 1 } },
    '/consent/version',
    'wrong-type',
  ],
  'a moment that is none': [
    { body: 'text', consent: { ...consent, at: 'yesterday' } },
    '/consent/at',
    'format',
  ],
  'a field too many in the consent': [
    { body: 'text', consent: { ...consent, by: 'me' } },
    '/consent/by',
    'unknown-field',
  ],
  'a name that is a number': [
    { body: 'text', consent, authorName: 1 },
    '/authorName',
    'wrong-type',
  ],
  'a parent that is a list': [{ body: 'text', consent, parentId: [] }, '/parentId', 'wrong-type'],
  'a captcha that is a text': [{ body: 'text', consent, captcha: 'x' }, '/captcha', 'wrong-type'],
  'a captcha of an unknown kind': [
    { body: 'text', consent, captcha: { kind: 'magic', payload: 'x' } },
    '/captcha/kind',
  ],
  'a captcha without payload': [
    { body: 'text', consent, captcha: { kind: 'pow' } },
    '/captcha/payload',
    'required',
  ],
  'an unknown field whose name has a slash': [
    { body: 'text', consent, 'a/b~c': 1 },
    '/a~1b~0c',
    'unknown-field',
  ],
  'a list': [[], '', 'wrong-type'],
  'a text': ['text', '', 'wrong-type'],
  'a number': [1, '', 'wrong-type'],
  null: [null, '', 'wrong-type'],
};

const start = '{"body":"text","consent":{"version":"1","at":"2025-01-01T00:00:00Z"}';

const MALFORMED: Record<string, string | Uint8Array> = {
  'broken JSON': '{"body": "text"',
  'two values': '{} {}',
  'words that are no JSON': 'body=text',
  'single quotes': "{'body': 'text'}",
  'a key __proto__': `${start},"__proto__":{"status":"published"}}`,
  'a key __proto__ written with escapes': `${start},"\\u005f_proto_\\u005f":{"a":1}}`,
  'a key __proto__ further in': '{"body":"text","consent":{"__proto__":{"version":"1"}}}',
  'a byte that is no UTF-8': Buffer.from('{"body":"\xFF"}', 'latin1'),
  'a character cut short': Buffer.from('{"body":"\xE6\xB5"}', 'latin1'),
  'an overlong character': Buffer.from('{"body":"\xC0\xBC"}', 'latin1'),
  'a surrogate in UTF-8': Buffer.from('{"body":"\xED\xA0\x80"}', 'latin1'),
};

describe('A draft is refused', () => {
  for (const [name, [json, pointer, field]] of Object.entries(WRONG)) {
    it(`when it is or has ${name}`, async () => {
      const answer = await post(newThread(), json);
      assertRefused(answer, 'validation', { pointer, ...(field ? { field } : {}) });
    });
  }

  for (const [name, raw] of Object.entries(MALFORMED)) {
    it(`as malformed for ${name}`, async () => {
      assertRefused(await postRaw(raw), 'malformed');
    });
  }

  it('when it is empty', async () => {
    assertRefused(await postRaw(undefined), 'malformed');
  });

  it('when it names a constructor', async () => {
    const { status } = await postRaw(`${start},"constructor":{"prototype":{"status":"x"}}}`);
    assert.ok(status === 400 || status === 422, `${status}`);
  });

  it('when it is nested deep', async () => {
    const depth = 7000;
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    const answer = await postRaw(start.replace('"text"', deep) + '}');
    assertRefused(answer, 'validation', { pointer: '/body', field: 'wrong-type' });
    const extra = '{"a":'.repeat(2500) + '1' + '}'.repeat(2500);
    assertRefused(await postRaw(`${start},"extra":${extra}}`), 'validation', { pointer: '/extra' });
  });
});
