import { expect, waitUntil } from '@open-wc/testing';
import { request, RequestError } from '../../src/request.js';
import { FakeServer } from '../fake-server.js';

const address = (path: string): string => new URL(path, document.baseURI).href;
const open = (): AbortSignal => new AbortController().signal;
const failure = (promise: Promise<unknown>): Promise<RequestError> =>
  promise.then(
    () => Promise.reject(new Error('answered')),
    (error: RequestError) => error,
  );

describe('request', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('asks once for an address that several want at the same time or later', async () => {
    server.json('/once.json', { a: 1 });
    const url = address('/once.json');
    expect(await Promise.all([request(url, open()), request(url, open())])).to.deep.equal([
      { a: 1 },
      { a: 1 },
    ]);
    await request(url, open());
    expect(server.requests).to.have.length(1);
  });

  it('asks again when told to', async () => {
    server.json('/fresh.json', 1);
    await request(address('/fresh.json'), open());
    server.json('/fresh.json', 2);
    expect(await request(address('/fresh.json'), open(), true)).to.equal(2);
    expect(await request(address('/fresh.json'), open())).to.equal(2);
  });

  it('goes past the cache of the browser then', async () => {
    server.json('/cached.json', 1);
    await request(address('/cached.json'), open());
    await request(address('/cached.json'), open(), true);
    expect(server.caches).to.deep.equal(['default', 'no-cache']);
  });

  it('keeps the last fifty answers', async () => {
    for (let index = 0; index <= 50; index += 1) {
      server.json(`/many-${index}.json`, index);
      await request(address(`/many-${index}.json`), open());
    }
    const before = server.requests.length;
    await request(address('/many-50.json'), open());
    expect(server.requests).to.have.length(before);
    await request(address('/many-0.json'), open());
    expect(server.requests).to.have.length(before + 1);
  });

  it('does not keep a failure', async () => {
    server.down('/again.json');
    const { problem } = await failure(request(address('/again.json'), open()));
    expect(problem).to.include({ code: 'network', detail: address('/again.json') });
    server.json('/again.json', 'here');
    expect(await request(address('/again.json'), open())).to.equal('here');
  });

  it('reports another status than 200 as such', async () => {
    server.text('/gone.json', 'Not found', 404);
    const { problem } = await failure(request(address('/gone.json'), open()));
    expect(problem).to.include({ code: 'status', detail: '404', pointer: '' });
  });

  it('reports what is not JSON', async () => {
    server.text('/page.json', '<!doctype html>');
    const { problem } = await failure(request(address('/page.json'), open()));
    expect(problem.code).to.equal('format');
  });

  it('reads JSON behind a byte order mark', async () => {
    server.text('/bom.json', '\uFEFF{"a":1}');
    expect(await request(address('/bom.json'), open())).to.deep.equal({ a: 1 });
  });

  it('is cancelled when the last one who waits has left, and asks anew afterwards', async () => {
    const release = server.hold('/slow.json');
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => request(address('/slow.json'), signal));
    answers.forEach((answer) => answer.catch(() => {}));
    first.abort();
    expect(server.aborted).to.deep.equal([]);
    second.abort();
    await waitUntil(() => server.aborted.length === 1);
    const third = request(address('/slow.json'), open());
    release('late');
    expect(await third).to.equal('late');
    expect(server.requests).to.have.length(2);
  });
});

describe('an answer that a script of the page hands over', () => {
  /** What the packs beside the JSON files do. */
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
    expect(await request(url, open())).to.equal('given');
    expect(await request(url, open(), true)).to.equal('given');
    expect(server.requests).to.have.length(0);
  });

  it('stays when more is fetched than is kept, and when everybody leaves', async () => {
    const url = address('/stays.json');
    handOver(url, 'given');
    const leaving = new AbortController();
    await request(url, leaving.signal);
    leaving.abort();
    for (let index = 0; index <= 60; index += 1) {
      server.json(`/other-${index}.json`, index);
      await request(address(`/other-${index}.json`), open());
    }
    const before = server.requests.length;
    expect(await request(url, open())).to.equal('given');
    expect(server.requests).to.have.length(before);
  });

  it('serves those whose request fails meanwhile', async () => {
    const url = address('/late.json');
    server.down('/late.json');
    const waiting = request(url, open());
    handOver(url, 'given');
    expect(await waiting).to.equal('given');
  });

  it('serves a retry after a failure', async () => {
    const url = address('/later.json');
    server.down('/later.json');
    await failure(request(url, open()));
    handOver(url, 'given');
    expect(await request(url, open(), true)).to.equal('given');
  });

  it('is not taken away by those who leave the request it overtook', async () => {
    const url = address('/overtaken.json');
    server.json('/overtaken.json', 'fetched');
    const leaving = new AbortController();
    const left = request(url, leaving.signal).catch(() => 'left');
    handOver(url, 'given');
    leaving.abort();
    await left;
    expect(await request(url, open())).to.equal('given');
  });
});
