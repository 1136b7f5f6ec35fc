/* Text that goes through the provider for Waline, the real Waline and back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRequest } from './waline/requests.mjs';
import {
  haveDocument,
  itemsOf,
  newThread,
  send,
  submit,
  withReviewingWaline,
} from './waline/engine.mjs';

haveDocument();

const TYPED = [
  '<b>bold</b> <img src="x" onerror="alert(1)"> &amp; &lt;',
  '<script>alert("it\'s")</script>',
  '[a link](javascript:alert(1)) and https://example.org',
  '# Heading\n\n- **one**\n- `two`\n\n> $x^2$ :smile: \\*not\\* ![](a.png)\n\n\tcode  ',
  `Robert'); DROP TABLE wl_Comment; -- 100 % __COMMENT__ {{ 7 * 7 }} \\' \\\\`,
  '家人 👨‍👩‍👧‍👦，𠮷野家，e\u0301，\u202Eabc\u202C',
];

describe('Comments on a Waline that reviews them', () => {
  const engine = withReviewingWaline();

  it('come back as exactly the characters that were typed', async () => {
    const thread = newThread();
    for (const text of TYPED) {
      const draft = { body: text, authorName: text.slice(0, 20) };
      await engine.approve((await submit(engine, thread, draft)).id);
    }
    const items = await itemsOf(engine, thread, 'oldest');
    assert.deepEqual(
      items.map(({ body, authorName }) => [body, authorName]),
      TYPED.map((text) => [text, text.slice(0, 20)]),
    );
  });

  it('lose controls, at which Waline would fail, and foreign ends of lines', async () => {
    const thread = newThread();
    const { id } = await submit(engine, thread, {
      body: 'one\r\ntwo\rthree\0\x07\tfour\x1b',
      authorName: 'N\0N',
    });
    await engine.approve(id);
    const [{ body, authorName }] = await itemsOf(engine, thread);
    assert.deepEqual([body, authorName], ['one\ntwo\nthree\tfour', 'NN']);
  });

  it('lose them also when another client has sent them', async () => {
    const thread = newThread();
    const { method, path, body } = createRequest(thread, 'one\r\ntwo\x07');
    await engine.approve(String((await send(engine, method, path, body)).objectId));
    assert.equal((await itemsOf(engine, thread))[0].body, 'one\ntwo');
  });
});
