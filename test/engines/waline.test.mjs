/*
 * The built provider for Waline against the real Waline. The first run installs it, which takes
 * minutes.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { WalineCommentProvider } from '../../dist/comments/engines/waline.js';
import { countComments, insertComments } from './waline/database.mjs';
import { createRequest } from './waline/requests.mjs';
import { startWaline } from './waline/start.mjs';

const TYPED = [
  '<b>bold</b> <img src="x" onerror="alert(1)"> &amp; &lt;',
  '<script>alert("it\'s")</script>',
  '[a link](javascript:alert(1)) and https://example.org',
  '# Heading\n\n- **one**\n- `two`\n\n> $x^2$ :smile: \\*not\\* ![](a.png)\n\n\tcode  ',
  `Robert'); DROP TABLE wl_Comment; -- 100 % __COMMENT__ {{ 7 * 7 }} \\' \\\\`,
  '家人 👨‍👩‍👧‍👦，𠮷野家，e\u0301，\u202Eabc\u202C',
];

const { fetch } = globalThis;
const hasNavigator = 'navigator' in globalThis;
let threads = 0;

before(() => {
  globalThis.document = { baseURI: 'http://localhost/' };
  if (!hasNavigator) globalThis.navigator = { userAgent: 'Test' };
});

after(() => {
  delete globalThis.document;
  if (!hasNavigator) delete globalThis.navigator;
});

/** Starts a Waline with an empty database before the tests of a group, and stops it after them. */
function withWaline(options) {
  const engine = {};
  before(
    async () => {
      engine.data = await mkdtemp(join(tmpdir(), 'waline-'));
      Object.assign(engine, await startWaline({ data: engine.data, ...options }));
      engine.provider = new WalineCommentProvider({ endpoint: engine.url });
    },
    { timeout: 900_000 },
  );
  after(async () => {
    await engine.stop?.();
    if (engine.data) await rm(engine.data, { recursive: true });
  });
  return engine;
}

const newThread = () => `/news/${(threads += 1)}.html`;

/** Loads the list from its first page to its last. */
async function pagesOf({ provider }, thread, sort = 'newest', limit = 50) {
  const pages = [];
  let cursor;
  do {
    pages.push(await provider.list(thread, { cursor, limit, sort }));
    cursor = pages.at(-1).nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

const itemsOf = async (...list) => (await pagesOf(...list)).flatMap(({ items }) => items);

/** Sends a comment, as the only attempt. */
const submit = ({ provider }, thread, draft, options) =>
  provider.submit(thread, draft, { idempotencyKey: 'of no use here', ...options });

/** Sends a request to Waline as its own client does. */
async function send({ url }, method, path, body, token) {
  const response = await fetch(url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { errno, errmsg, data } = await response.json();
  assert.equal(errno, 0, errmsg);
  return data;
}

/** Registers a user. The first one is the administrator. */
async function signUp(engine, name) {
  const account = { email: `${name}@example.org`, password: 'secret' };
  await send(engine, 'POST', '/api/user', { ...account, display_name: name, url: '' });
  return (await send(engine, 'POST', '/api/token', account)).token;
}

/** Runs with another `fetch`. */
async function withFetch(replacement, work) {
  globalThis.fetch = replacement;
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
  }
}

/** Runs while every response is lost. The requests get through. */
const withLostAnswers = (work) =>
  withFetch(async (...request) => {
    await (await fetch(...request)).text();
    throw new TypeError('fetch failed');
  }, work);

describe('Comments on a Waline that reviews them', () => {
  const engine = withWaline({ audit: true });
  let admin;
  before(async () => {
    admin = await signUp(engine, 'Customs Office');
  });

  const approve = (id) =>
    send(engine, 'PUT', `/api/comment/${id.split('.').pop()}`, { status: 'approved' }, admin);

  it('are taken, and not listed before they are approved', async () => {
    const thread = newThread();
    const { id, createdAt, ...receipt } = await submit(engine, thread, {
      body: 'When do you open?',
      authorName: '李小明',
    });
    assert.deepEqual(receipt, { token: null, status: 'pending' });
    assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    assert.deepEqual(await pagesOf(engine, thread), [
      { items: [], nextCursor: null, total: undefined, published: 0 },
    ]);

    await approve(id);
    const [{ items, ...page }] = await pagesOf(engine, thread);
    assert.deepEqual(page, { nextCursor: null, total: undefined, published: 1 });
    const [{ createdAt: listedAt, ...record }] = items;
    assert.deepEqual(record, {
      id,
      parentId: null,
      kind: 'comment',
      status: 'published',
      body: 'When do you open?',
      lang: null,
      authorName: '李小明',
      replyCount: 0,
      replies: [],
    });
    assert.ok(Math.abs(Date.parse(listedAt) - Date.parse(createdAt)) < 5000, listedAt);
  });

  it('come back as exactly the characters that were typed', async () => {
    const thread = newThread();
    for (const text of TYPED) {
      const draft = { body: text, authorName: text.slice(0, 20) };
      await approve((await submit(engine, thread, draft)).id);
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
    await approve(id);
    const [{ body, authorName }] = await itemsOf(engine, thread);
    assert.deepEqual([body, authorName], ['one\ntwo\nthree\tfour', 'NN']);
  });

  it('lose them also when another client has sent them', async () => {
    const thread = newThread();
    const { method, path, body } = createRequest(thread, 'one\r\ntwo\x07');
    await approve(String((await send(engine, method, path, body)).objectId));
    assert.equal((await itemsOf(engine, thread))[0].body, 'one\ntwo');
  });

  it('need no name', async () => {
    const thread = newThread();
    await approve((await submit(engine, thread, { body: 'Anonymous' })).id);
    assert.equal((await itemsOf(engine, thread))[0].authorName, null);
  });

  it('bear the name of the account they are sent with', async () => {
    const thread = newThread();
    const identity = await signUp(engine, 'Registered');
    const draft = { body: 'Signed', authorName: 'Customs Office' };
    await approve((await submit(engine, thread, draft, { identity })).id);
    const [{ authorName, kind }] = await itemsOf(engine, thread);
    assert.deepEqual([authorName, kind], ['Registered', 'comment']);
  });

  it('come with all replies, whichever way the list is sorted', async () => {
    const thread = newThread();
    const top = await submit(engine, thread, { body: 'Question', authorName: 'A' });
    await approve(top.id);
    const reply = await submit(engine, thread, { body: 'Me too', parentId: top.id });
    assert.equal(reply.status, 'pending');
    await approve(reply.id);
    const below = await submit(engine, thread, { body: 'And me', parentId: reply.id });
    await approve(below.id);
    const hidden = await submit(engine, thread, { body: 'Unseen', parentId: top.id });
    assert.equal(hidden.status, 'pending');
    const draft = { body: 'At nine', parentId: below.id };
    const official = await submit(engine, thread, draft, { identity: admin });
    assert.equal(official.status, 'published', 'the administrator needs no review');

    for (const sort of ['newest', 'oldest']) {
      const [record, ...others] = await itemsOf(engine, thread, sort);
      assert.deepEqual([record.id, record.replyCount, others], [top.id, 3, []]);
      assert.deepEqual(
        record.replies.map(({ id, parentId, kind, body, authorName, replyCount, replies }) => [
          ...[id, parentId, kind, body, authorName, replyCount, replies],
        ]),
        [
          [reply.id, top.id, 'comment', 'Me too', null, 0, []],
          [below.id, reply.id, 'comment', 'And me', null, 0, []],
          [official.id, below.id, 'official-reply', 'At nine', 'Customs Office', 0, []],
        ],
      );
    }
    assert.deepEqual(
      await engine.provider.list(thread, { limit: 10, sort: 'oldest', parentId: top.id }),
      { items: [], nextCursor: null, total: 0 },
      'there is nothing more to read',
    );
  });

  it('speak for the agency only in a reply', async () => {
    const thread = newThread();
    await submit(engine, thread, { body: 'Welcome' }, { identity: admin });
    assert.equal((await itemsOf(engine, thread))[0].kind, 'comment');
  });

  it('are paged without gap or double, in either order', async () => {
    const thread = newThread();
    await insertComments(engine.data, thread, 25, 'Text');
    const oldest = Array.from({ length: 25 }, (_, index) => `Text ${index + 1}`);
    for (const [sort, expected] of Object.entries({ oldest, newest: oldest.toReversed() })) {
      const pages = await pagesOf(engine, thread, sort, 10);
      assert.deepEqual(
        pages.map(({ items, published }) => [items.length, published]),
        [10, 10, 5].map((length) => [length, 25]),
      );
      const items = pages.flatMap((page) => page.items);
      assert.deepEqual(
        items.map(({ body }) => body),
        expected,
      );
      assert.equal(new Set(items.map(({ id }) => id)).size, 25);
    }
    assert.equal((await pagesOf(engine, thread, 'newest', 25)).length, 1, 'the last page is full');
  });

  it('are stored once when the answer was lost, and the retry is a success', async () => {
    const thread = newThread();
    const draft = { body: 'Only once', authorName: 'A' };
    await assert.rejects(
      withLostAnswers(() => submit(engine, thread, draft)),
      { name: 'ProviderError', kind: 'offline', outcomeUnknown: true },
    );
    const { createdAt, ...receipt } = await submit(engine, thread, draft, { isRetry: true });
    assert.deepEqual(receipt, { token: null, id: '', status: 'pending' });
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('are refused when somebody has said the same before, and not taken for stored', async () => {
    const thread = newThread();
    await submit(engine, thread, { body: '谢谢' });
    const error = await submit(engine, thread, { body: '谢谢' }).catch((reason) => reason);
    assert.equal(error.kind, 'validation');
    assert.deepEqual(error.fields, [{ field: 'body', key: 'duplicate' }]);
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('may be stored although Waline failed, as with a reply to one that is gone', async () => {
    const thread = newThread();
    const draft = { body: 'Too late', parentId: '4711' };
    const failure = { kind: 'server', outcomeUnknown: true };
    await assert.rejects(submit(engine, thread, draft), failure);
    assert.equal(await countComments(engine.data, thread), 1);
    assert.equal((await submit(engine, thread, draft, { isRetry: true })).status, 'pending');
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('are counted for each thread, replies included', async () => {
    const [one, two, none] = [`${newThread()}?a=1,2&b=宁波`, newThread(), newThread()];
    const { id } = await submit(engine, one, { body: 'Question' });
    await approve(id);
    await submit(engine, one, { body: 'Answer', parentId: id }, { identity: admin });
    await submit(engine, one, { body: 'Not approved' });
    await insertComments(engine.data, two, 3, 'Text');
    const counts = await engine.provider.count([one, two, none]);
    assert.deepEqual([...counts], Object.entries({ [one]: 2, [two]: 3, [none]: 0 }));
    assert.deepEqual([...(await engine.provider.count([one]))], [[one, 2]]);
    const noRequest = () => assert.fail('nothing to ask for');
    assert.equal((await withFetch(noRequest, () => engine.provider.count([]))).size, 0);
  });

  it('are refused when they are blank', async () => {
    const thread = newThread();
    const refusal = { kind: 'validation', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: '' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });

  it('are not waited for after the signal', async () => {
    const request = { limit: 10, sort: 'newest', signal: AbortSignal.abort() };
    await assert.rejects(engine.provider.list(newThread(), request), { name: 'AbortError' });
  });
});

describe('Comments on a Waline that publishes at once', () => {
  const engine = withWaline({ environment: { FORBIDDEN_WORDS: 'casino' } });

  it('are listed at once, with the replies of one second in their order', async () => {
    const thread = newThread();
    const top = await submit(engine, thread, { body: 'Question' });
    assert.equal(top.status, 'published');
    // The ids from Waline grow from one digit to two.
    const ids = [];
    for (let number = 1; number <= 11; number += 1) {
      ids.push((await submit(engine, thread, { body: `${number}`, parentId: top.id })).id);
    }
    for (const sort of ['newest', 'oldest']) {
      const [{ id, replies }] = await itemsOf(engine, thread, sort);
      assert.equal(id, top.id);
      assert.deepEqual(
        replies.map((reply) => reply.id),
        ids,
      );
    }
  });

  it('are rejected for a word that is not wanted', async () => {
    const thread = newThread();
    const { status } = await submit(engine, thread, { body: 'Visit my casino' });
    assert.equal(status, 'rejected');
    assert.deepEqual(await itemsOf(engine, thread), []);
  });
});

describe('A Waline with a captcha', () => {
  const engine = withWaline({ environment: { TURNSTILE_SECRET: 'unknown' } });

  it('is closed to pages that bring none', async () => {
    const thread = newThread();
    const refusal = { kind: 'closed', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: 'Hello' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });
});

describe('A Waline that is on its guard', () => {
  const engine = withWaline({ environment: { IPQPS: '60', LOGIN: 'force' } });

  it('takes nothing from those who are not signed in', async () => {
    const thread = newThread();
    const refusal = { kind: 'unauthorized', outcomeUnknown: false };
    await assert.rejects(submit(engine, thread, { body: 'Hello' }), refusal);
    assert.equal(await countComments(engine.data, thread), 0);
  });

  it('takes one comment a minute, and keeps nothing of a second one', async () => {
    const thread = newThread();
    await signUp(engine, 'Customs Office');
    const identity = await signUp(engine, 'Registered');
    await submit(engine, thread, { body: 'First' }, { identity });
    await assert.rejects(submit(engine, thread, { body: 'Second' }, { identity }), {
      kind: 'rate-limited',
      outcomeUnknown: false,
      isFinal: false,
    });
    assert.equal(await countComments(engine.data, thread), 1);
  });

  it('is offline once it has been stopped', async () => {
    const { stop, provider } = engine;
    engine.stop = undefined;
    await stop();
    const fault = { name: 'ProviderError', kind: 'offline', outcomeUnknown: true };
    await assert.rejects(submit(engine, '/', { body: 'Anybody there?' }), fault);
    await assert.rejects(provider.list('/', { limit: 10, sort: 'newest' }), fault);
    await assert.rejects(provider.count(['/']), fault);
  });
});

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
