import { expect } from '@open-wc/testing';
import { request, type RequestError } from '../src/request.js';
import { FakeServer } from './fixtures/fake-server.js';

const address = (path: string): string => new URL(path, document.baseURI).href;
const failure = (promise: Promise<unknown>): Promise<RequestError> =>
  promise.then(
    () => Promise.reject(new Error('answered')),
    (error: RequestError) => error,
  );

describe('request', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('gives status, headers and JSON', async () => {
    server.answer(
      '/full.json',
      () => new Response('{"a":1}', { status: 201, headers: { 'X-Seen': 'yes' } }),
    );
    const { status, ok, headers, value } = await request(address('/full.json'));
    expect([status, ok, headers.get('X-Seen'), value]).to.deep.equal([201, true, 'yes', { a: 1 }]);
  });

  it('sends JSON as such, and leaves redirects of a change alone', async () => {
    let sent!: RequestInit;
    server.answer('/change', (init) => {
      sent = init;
      return new Response(null, { status: 204 });
    });
    const { value } = await request(address('/change'), { method: 'POST', body: { a: 1 } });
    expect(value).to.equal(undefined);
    expect(sent).to.include({ method: 'POST', redirect: 'manual', body: '{"a":1}' });
    expect(sent.headers).to.include({ 'Content-Type': 'application/json' });
  });

  it('says that a change was led elsewhere', async () => {
    const redirected = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    server.answer('/sign-in', () => redirected);
    const { kind } = await failure(request(address('/sign-in'), { method: 'POST', body: 1 }));
    expect(kind).to.equal('redirected');
  });

  it('gives a refusal that is no JSON without a value, and a success that is none as an error', async () => {
    server.text('/refused', '<h1>No</h1>', 403);
    expect(await request(address('/refused'))).to.include({ status: 403, value: undefined });
    server.text('/page', '<h1>Hello</h1>');
    expect(await failure(request(address('/page')))).to.include({ kind: 'format', status: 200 });
    server.text('/empty', '');
    expect((await failure(request(address('/empty')))).kind).to.equal('format');
  });

  it('tells a response that is cut, or falls silent, from a file that is wrong', async () => {
    const begun = (end: (stream: ReadableStreamDefaultController) => void): Response =>
      new Response(
        new ReadableStream({ start: (stream) => (stream.enqueue(new Uint8Array(1)), end(stream)) }),
      );
    server.answer('/cut', () => begun((stream) => stream.error(new TypeError('network error'))));
    expect((await failure(request(address('/cut')))).kind).to.equal('offline');
    server.answer('/stops', ({ signal }) =>
      begun((stream) => {
        signal!.addEventListener('abort', () => stream.error(new DOMException('', 'AbortError')));
      }),
    );
    expect((await failure(request(address('/stops'), { timeout: 1 }))).kind).to.equal('timeout');
  });

  it('gives a file as it is', async () => {
    server.text('/picture', 'pixels');
    const { value } = await request(address('/picture'), { read: 'blob' });
    expect(await (value as Blob).text()).to.equal('pixels');
  });

  it('tells a connection that failed from one that there was not', async () => {
    server.down('/down');
    expect(await failure(request(address('/down')))).to.include({
      kind: 'offline',
      wasSent: true,
    });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect((await failure(request(address('/down')))).wasSent).to.equal(false);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('gives up on a silent server', async () => {
    server.hold('/silent');
    const { kind } = await failure(request(address('/silent'), { timeout: 1 }));
    expect(kind).to.equal('timeout');
    expect(server.aborted).to.deep.equal(['/silent']);
  });

  it('ends as its caller does, before and during the request', async () => {
    server.hold('/left');
    const leaving = new AbortController();
    const left = failure(request(address('/left'), { signal: leaving.signal }));
    leaving.abort();
    expect((await left).name).to.equal('AbortError');
    expect((await failure(request(address('/left'), { signal: leaving.signal }))).name).to.equal(
      'AbortError',
    );
  });
});
