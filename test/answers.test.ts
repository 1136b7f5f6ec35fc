import { expect, waitUntil } from '@open-wc/testing';
import { requestOnce } from '../src/answers.js';
import type { RequestError } from '../src/request.js';
import { FakeServer } from './fixtures/fake-server.js';

const address = (path: string): string => new URL(path, document.baseURI).href;
const open = (): AbortSignal => new AbortController().signal;
const failure = (promise: Promise<unknown>): Promise<RequestError> =>
  promise.then(
    () => Promise.reject(new Error('answered')),
    (error: RequestError) => error,
  );

describe('requestOnce', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('asks once for an address that several want at the same time or later', async () => {
    server.json('/once.json', { a: 1 });
    const url = address('/once.json');
    expect(await Promise.all([requestOnce(url, open()), requestOnce(url, open())])).to.deep.equal([
      { a: 1 },
      { a: 1 },
    ]);
    await requestOnce(url, open());
    expect(server.requests).to.have.length(1);
  });

  it('asks again when told to', async () => {
    server.json('/fresh.json', 1);
    await requestOnce(address('/fresh.json'), open());
    server.json('/fresh.json', 2);
    expect(await requestOnce(address('/fresh.json'), open(), true)).to.equal(2);
    expect(await requestOnce(address('/fresh.json'), open())).to.equal(2);
  });

  it('goes past the cache of the browser then', async () => {
    server.json('/cached.json', 1);
    await requestOnce(address('/cached.json'), open());
    await requestOnce(address('/cached.json'), open(), true);
    expect(server.caches).to.deep.equal(['default', 'no-cache']);
  });

  it('keeps the last fifty answers', async () => {
    for (let index = 0; index <= 50; index += 1) {
      server.json(`/many-${index}.json`, index);
      await requestOnce(address(`/many-${index}.json`), open());
    }
    const before = server.requests.length;
    await requestOnce(address('/many-50.json'), open());
    expect(server.requests).to.have.length(before);
    await requestOnce(address('/many-0.json'), open());
    expect(server.requests).to.have.length(before + 1);
  });

  it('does not keep a failure', async () => {
    server.down('/again.json');
    const error = await failure(requestOnce(address('/again.json'), open()));
    expect(error).to.include({ kind: 'offline', url: address('/again.json') });
    expect(error).to.include({ kind: 'offline', url: address('/again.json') });
    server.json('/again.json', 'here');
    expect(await requestOnce(address('/again.json'), open())).to.equal('here');
  });

  it('reports another status than 200 as such', async () => {
    server.text('/gone.json', 'Not found', 404);
    const error = await failure(requestOnce(address('/gone.json'), open()));
    expect(error).to.include({ kind: 'status', status: 404 });
    expect(error).to.include({ kind: 'status', status: 404 });
  });

  it('reports what is not JSON', async () => {
    server.text('/page.json', '<!doctype html>');
    const error = await failure(requestOnce(address('/page.json'), open()));
    expect(error).to.include({ kind: 'format', text: '<!doctype html>' });
  });

  it('reads JSON behind a byte order mark', async () => {
    server.text('/bom.json', '\uFEFF{"a":1}');
    expect(await requestOnce(address('/bom.json'), open())).to.deep.equal({ a: 1 });
  });

  it('is cancelled when the last one who waits has left, and asks anew afterwards', async () => {
    const release = server.hold('/slow.json');
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => requestOnce(address('/slow.json'), signal));
    answers.forEach((answer) => answer.catch(() => {}));
    first.abort();
    expect(server.aborted).to.deep.equal([]);
    second.abort();
    await waitUntil(() => server.aborted.length === 1);
    const third = requestOnce(address('/slow.json'), open());
    release('late');
    expect(await third).to.equal('late');
    expect(server.requests).to.have.length(2);
  });
});

describe('an answer that a script of the page hands over', () => {
  /** Provides a response as the packs beside the JSON files do. */
  const handOver = (url: string, value: unknown): void => {
    const key = Symbol.for('customs-widgets/requests/2');
    const table = (globalThis as never as Record<symbol, Map<string, unknown>>)[key]!;
    table.set(url, { answer: Promise.resolve(value), settled: true, given: true, waiting: 0 });
  };
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('is taken instead of a request, also when something fresh is wanted', async () => {
    const url = address('/handed-over.json');
    handOver(url, 'given');
    expect(await requestOnce(url, open())).to.equal('given');
    expect(await requestOnce(url, open(), true)).to.equal('given');
    expect(server.requests).to.have.length(0);
  });

  it('stays when more is fetched than is kept, and when everybody leaves', async () => {
    const url = address('/stays.json');
    handOver(url, 'given');
    const leaving = new AbortController();
    await requestOnce(url, leaving.signal);
    leaving.abort();
    for (let index = 0; index <= 60; index += 1) {
      server.json(`/other-${index}.json`, index);
      await requestOnce(address(`/other-${index}.json`), open());
    }
    const before = server.requests.length;
    expect(await requestOnce(url, open())).to.equal('given');
    expect(server.requests).to.have.length(before);
  });

  it('serves those whose request fails meanwhile', async () => {
    const url = address('/late.json');
    server.down('/late.json');
    const waiting = requestOnce(url, open());
    handOver(url, 'given');
    expect(await waiting).to.equal('given');
  });

  it('serves a retry after a failure', async () => {
    const url = address('/later.json');
    server.down('/later.json');
    await failure(requestOnce(url, open()));
    handOver(url, 'given');
    expect(await requestOnce(url, open(), true)).to.equal('given');
  });

  it('is not taken away by those who leave the request it overtook', async () => {
    const url = address('/overtaken.json');
    server.json('/overtaken.json', 'fetched');
    const leaving = new AbortController();
    const left = requestOnce(url, leaving.signal).catch(() => 'left');
    handOver(url, 'given');
    leaving.abort();
    await left;
    expect(await requestOnce(url, open())).to.equal('given');
  });
});
