import { expect } from '@open-wc/testing';
import { HttpCommentProvider } from '../../src/comments/engines/http.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { failure } from './failure.js';

const draft = { body: '建议', consent: { version: '1', at: '2026-11-23T00:00:00Z' } };
const options = { idempotencyKey: '0123456789abcdef' };
const receipt = { token: 'A', id: '1', status: 'pending', createdAt: '2026-11-23T00:00:00Z' };
const record = {
  id: '1',
  parentId: null,
  kind: 'comment',
  status: 'published',
  body: '建议',
  lang: 'zh-Hans',
  authorName: null,
  createdAt: '2026-11-23T00:00:00Z',
  publishedAt: null,
  replyCount: 1,
};
const POST = '/service/v1/sites/s/threads/a%2F%E4%B8%80/comments';

const json = (value: unknown, init?: ResponseInit): Response =>
  new Response(JSON.stringify(value), init);

const problem = (
  status: number,
  type: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response =>
  json({ type: `/problems/${type}`, title: type, status, ...more }, { status, headers });

describe('the adapter for a service of the contract', () => {
  let server: FakeServer;
  const provider = new HttpCommentProvider({ endpoint: '/service', site: 's', timeout: 200 });
  const submit = (): Promise<unknown> => provider.submit('a/一', draft, options);
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('sends a draft with its key, and reads the receipt', async () => {
    let sent: RequestInit = {};
    server.answer(POST, (init) => ((sent = init), json(receipt, { status: 202 })));
    const captcha = { kind: 'code', payload: '1:2345' };
    const got = await provider.submit('a/一', draft, { ...options, captcha, identity: 'token' });
    expect(got).to.deep.equal(receipt);
    expect(sent.method).to.equal('POST');
    expect(sent.headers).to.deep.equal({
      'Content-Type': 'application/json',
      'Idempotency-Key': '0123456789abcdef',
    });
    const body = JSON.parse(sent.body as string) as unknown;
    expect(body).to.deep.equal({ ...draft, captcha, identity: 'token' });
  });

  it('reads a page with the official replies in it', async () => {
    const reply = { ...record, id: '2', kind: 'official-reply', parentId: '1', replyCount: 0 };
    server.json(POST, {
      items: [{ ...record, officialReplies: [reply] }],
      nextCursor: 'c',
      total: 7,
    });
    const page = await provider.list('a/一', { limit: 20, sort: 'newest' });
    expect(page).to.include({ nextCursor: 'c', total: 7 });
    expect(page.items[0]!.body).to.equal('建议');
    expect(page.items[0]!.replies[0]).to.include({ id: '2', kind: 'official-reply' });
  });

  it('counts threads', async () => {
    server.json('/service/v1/sites/s/counts', { counts: [{ thread: 'a', count: 3 }] });
    expect([...(await provider.count(['a']))]).to.deep.equal([['a', 3]]);
  });

  for (const [status, type, kind] of [
    [403, 'closed', 'closed'],
    [403, 'identity', 'unauthorized'],
    [422, 'captcha', 'captcha'],
    [422, 'consent', 'consent'],
    [422, 'parent', 'parent'],
    [422, 'idempotency-key-reused', 'key-reused'],
    [413, 'too-large', 'too-large'],
    [404, 'not-found', 'not-found'],
    [429, 'rate-limited', 'rate-limited'],
    [429, 'queue-full', 'queue-full'],
    [409, 'already-received', 'already-received'],
  ] as const) {
    it(`knows that nothing was stored after ${status} ${type}`, async () => {
      server.answer(POST, () => problem(status, type));
      expect(await failure(submit())).to.include({ kind, outcomeUnknown: false });
    });
  }

  it('names the fields that were refused', async () => {
    const errors = [{ pointer: '/body', key: 'too-long', detail: 'long', limit: 2000 }];
    server.answer(POST, () => problem(422, 'validation', { errors }));
    const { kind, fields } = await failure(submit());
    expect(kind).to.equal('validation');
    expect(fields).to.deep.equal([{ field: 'body', key: 'too-long', limit: 2000 }]);
  });

  it('says why a captcha was refused', async () => {
    server.answer(POST, () => problem(422, 'captcha', { reason: 'expired' }));
    const { fields } = await failure(submit());
    expect(fields).to.deep.equal([{ field: 'captcha', key: 'expired' }]);
  });

  it('reads how long to wait, in seconds or until a date', async () => {
    server.answer(POST, () => problem(429, 'rate-limited', {}, { 'Retry-After': '7' }));
    expect((await failure(submit())).retryAfterMs).to.equal(7000);
    const date = new Date(Date.now() + 60_000).toUTCString();
    server.answer(POST, () => problem(503, 'unavailable', {}, { 'Retry-After': date }));
    const { retryAfterMs, outcomeUnknown } = await failure(submit());
    expect(retryAfterMs).to.be.within(50_000, 60_000);
    expect(outcomeUnknown).to.equal(true);
    server.answer(POST, () => problem(429, 'rate-limited', {}, { 'Retry-After': 'soon' }));
    expect((await failure(submit())).retryAfterMs).to.equal(undefined);
  });

  it('does not know the outcome when there was no answer, or none of the service', async () => {
    const answers: Record<string, () => Response | Promise<Response>> = {
      offline: () => Promise.reject(new TypeError('Failed to fetch')),
      timeout: () => new Promise<Response>(() => undefined),
      server: () => new Response('<h1>502</h1>', { status: 502 }),
      protocol: () => new Response('{"id":'),
    };
    for (const [kind, answer] of Object.entries(answers)) {
      server.answer(POST, answer);
      expect(await failure(submit())).to.include({ kind, outcomeUnknown: true, isFinal: false });
    }
  });

  it('takes JSON of somebody else for no receipt', async () => {
    server.json(POST, { ok: true });
    expect(await failure(submit())).to.include({ kind: 'protocol', outcomeUnknown: true });
    server.json(POST, null);
    expect(await failure(submit())).to.include({ kind: 'protocol' });
    expect(await failure(provider.list('a/一', { limit: 1, sort: 'newest' }))).to.include({
      kind: 'protocol',
    });
  });

  it('takes a page of a firewall for a refusal', async () => {
    server.text(POST, '<h1>blocked</h1>', 403);
    expect(await failure(submit())).to.include({ kind: 'forbidden', outcomeUnknown: false });
  });

  it('takes JSON of a gateway for a refusal, whatever is in it', async () => {
    for (const body of [
      { errors: [{ code: '10006' }] },
      { errors: null },
      { type: 7, errors: 'x' },
      [],
      null,
    ]) {
      server.answer(POST, () => json(body, { status: 403 }));
      expect(await failure(submit())).to.include({
        kind: 'forbidden',
        outcomeUnknown: false,
        isFinal: false,
      });
    }
  });

  it('knows a refusal of the service itself from one of something in between', async () => {
    server.answer(POST, () => problem(422, 'validation'));
    expect((await failure(submit())).isFinal).to.equal(true);
    server.answer(POST, () => problem(409, 'in-flight'));
    expect(await failure(submit())).to.include({ isFinal: false, outcomeUnknown: true });
  });

  it('takes settings it could not show for no answer of the service', async () => {
    const good = {
      open: true,
      contact: 'off',
      identity: 'off',
      captcha: [],
      reportReasons: [],
      consent: { version: '1', notice: {} },
      limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
    };
    server.json('/service/v1/capabilities', good);
    expect((await provider.capabilities()).open).to.equal(true);
    expect((await provider.capabilities()).limits.bodyBytes).to.equal(undefined);
    for (const [sent, read] of [
      [16_000, 16_000],
      ['many', undefined],
      [null, undefined],
    ]) {
      server.json('/service/v1/capabilities', {
        ...good,
        limits: { ...good.limits, bodyBytes: sent },
      });
      expect((await provider.capabilities()).limits.bodyBytes).to.equal(read);
    }
    for (const bad of [{ limits: {} }, { consent: { version: '1' } }, { captcha: 'pow' }]) {
      server.json('/service/v1/capabilities', { ...good, ...bad });
      expect(await failure(provider.capabilities())).to.include({ kind: 'protocol' });
    }
  });

  it('passes on that its caller no longer waits', async () => {
    const controller = new AbortController();
    server.answer(POST, () => new Promise<Response>(() => undefined));
    const listed = failure(
      provider.list('a/一', { limit: 1, sort: 'newest', signal: controller.signal }),
    );
    controller.abort();
    expect((await listed).name).to.equal('AbortError');
  });
});
