import { expect, waitUntil } from '@open-wc/testing';
import { request, RequestError } from '../../src/base/requests.js';
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
