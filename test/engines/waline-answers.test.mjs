/* The provider for Waline, built, and answers that are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WalineCommentProvider } from '../../dist/comments/engines/waline.js';
import { haveDocument, submit, withFetch } from './waline/engine.mjs';

haveDocument();

describe('The provider for Waline', () => {
  const engine = { provider: new WalineCommentProvider({ endpoint: '/comments' }) };
  const answering = (body, work, status = 200) =>
    withFetch(() => Promise.resolve(new Response(JSON.stringify(body), { status })), work);

  it('takes comments, and asks for nothing but a text', async () => {
    const { open, limits, ...rest } = await engine.provider.capabilities();
    assert.equal(open, true);
    assert.deepEqual(limits, { body: 2000, authorName: 32, contact: 128, pageSize: 50 });
    assert.deepEqual(rest, {
      moderation: undefined,
      contact: 'off',
      identity: 'off',
      captcha: [],
      consent: undefined,
      reportReasons: [],
    });
  });

  it('passes the answer to the captcha of a third party on, and says when it was refused', async () => {
    const fields = {
      'cf-turnstile-response': 'turnstile',
      'g-recaptcha-response': 'recaptchaV3',
      'h-captcha-response': 'h-captcha-response',
    };
    for (const [kind, field] of Object.entries(fields)) {
      let sent;
      const refuse = (url, { body }) => {
        sent = { url, ...JSON.parse(body) };
        const refusal = { errno: 403, errmsg: 'Forbidden' };
        return Promise.resolve(new Response(JSON.stringify(refusal), { status: 403 }));
      };
      const captcha = { kind, payload: 'I am a person' };
      await assert.rejects(
        withFetch(refuse, () => submit(engine, '/', { body: 'Hello' }, { captcha })),
        { kind: 'captcha', outcomeUnknown: false },
      );
      assert.equal(sent[field], 'I am a person');
    }
  });

  it('finds its server where the page says', async () => {
    let asked;
    const note = (url) => {
      asked = url;
      return Promise.reject(new TypeError('fetch failed'));
    };
    await assert.rejects(withFetch(note, () => engine.provider.count(['/'])));
    assert.ok(asked.startsWith('http://localhost/comments/api/comment?'), asked);
  });

  it('takes no answer of anything else for one of Waline', async () => {
    const page = (...data) => ({ errno: 0, data: { data, count: 1, totalPages: 1 } });
    const comment = { objectId: 1, orig: 'Text', nick: 'A', time: 1, children: [] };
    const list = () => engine.provider.list('/', { limit: 10, sort: 'newest' });
    const { items } = await answering(page(comment), list);
    assert.equal(items[0].status, 'published', 'the oldest comments have no status');

    const strange = [
      ...[null, 'Sign in', [], {}, { errno: 0 }, { errno: 0, data: [] }, { data: { data: [] } }],
      ...[null, 'Text', {}, { ...comment, orig: undefined, comment: '<p>Text</p>' }].map(page),
      ...[{ objectId: null }, { time: 'soon' }, { children: {} }, { children: [null] }].map(
        (fault) => page({ ...comment, ...fault }),
      ),
    ];
    for (const answer of strange) {
      await assert.rejects(
        answering(answer, list),
        { name: 'ProviderError', kind: 'protocol' },
        JSON.stringify(answer),
      );
    }
    const count = () => engine.provider.count(['/']);
    await assert.rejects(answering({ errno: 0, data: 3 }, count), { kind: 'protocol' });
    const posting = () => submit(engine, '/', { body: 'Hello' });
    const unknown = { kind: 'protocol', outcomeUnknown: true };
    await assert.rejects(answering({}, posting), unknown);
    await assert.rejects(answering({ errno: 0, data: {} }, posting), unknown);
  });

  it('tells refusals of those in between apart', async () => {
    const kinds = { 401: 'unauthorized', 404: 'not-found', 413: 'too-large', 429: 'rate-limited' };
    for (const [status, kind] of Object.entries(kinds)) {
      await assert.rejects(
        answering({}, () => submit(engine, '/', { body: 'Hello' }), Number(status)),
        { kind, outcomeUnknown: false },
      );
    }
  });
});
