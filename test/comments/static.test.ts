import { expect } from '@open-wc/testing';
import { StaticCommentProvider } from '../../src/comments/engines/static.js';
import { FakeServer } from '../fixtures/fake-server.js';

const day = (number: number): string => `2026-11-0${number}T00:00:00Z`;
const comments = [
  { id: 'b', body: '二', createdAt: day(2) },
  // Equals noon in Beijing: zones differ, but the order does not.
  { id: 'c', body: '三', createdAt: '2026-11-03T12:00:00+08:00' },
  { id: 'a', body: '一', createdAt: day(1) },
  {
    id: 'r',
    parentId: 'a',
    kind: 'official-reply',
    body: '答复',
    createdAt: day(4),
    authorName: '总署',
  },
];

describe('the adapter for a file of published comments', () => {
  let server: FakeServer;
  const provider = new StaticCommentProvider({ endpoint: '/comments.json' });
  beforeEach(() => {
    server = new FakeServer();
    server.json('/comments.json', { comments });
  });
  afterEach(() => server.close());
  const ids = async (sort: 'newest' | 'oldest'): Promise<string> =>
    (await provider.list('any', { limit: 50, sort })).items.map(({ id }) => id).join('');

  it('only shows', async () => {
    expect((await provider.capabilities()).open).to.equal(false);
    expect('submit' in provider).to.equal(false);
  });

  it('counts all that are in the file, replies too, for any thread', async () => {
    expect([...(await provider.count(['one', 'two']))]).to.deep.equal([
      ['one', 4],
      ['two', 4],
    ]);
  });

  it('lists newest or oldest first, whatever their order in the file', async () => {
    expect(await ids('newest')).to.equal('cba');
    expect(await ids('oldest')).to.equal('abc');
  });

  it('lists page by page', async () => {
    const first = await provider.list('any', { limit: 2, sort: 'newest' });
    expect(first.items).to.have.length(2);
    expect(first.total).to.equal(3);
    const cursor = first.nextCursor!;
    const second = await provider.list('any', { limit: 2, sort: 'newest', cursor });
    expect(second.items.map(({ id }) => id)).to.deep.equal(['a']);
    expect(second.nextCursor).to.equal(null);
  });

  it('gives each comment its replies', async () => {
    const { items } = await provider.list('any', { limit: 1, sort: 'oldest' });
    expect(items[0]!.replyCount).to.equal(1);
    expect(items[0]!.replies[0]).to.include({
      id: 'r',
      kind: 'official-reply',
      authorName: '总署',
      status: 'published',
    });
    const replies = await provider.list('any', { limit: 9, sort: 'oldest', parentId: 'a' });
    expect(replies.items.map(({ id }) => id)).to.deep.equal(['r']);
  });

  for (const [name, value] of Object.entries({
    'no list': { comments: 7 },
    'a comment without a text': { comments: [{ id: 'a', createdAt: day(1) }] },
    nothing: null,
  })) {
    it(`refuses a file with ${name}`, async () => {
      server.json('/comments.json', value);
      const error = await provider
        .list('any', { limit: 1, sort: 'newest' })
        .catch((one: unknown) => one);
      expect(error).to.include({ name: 'ProviderError', kind: 'protocol' });
    });
  }

  it('says when there is no file', async () => {
    server.text('/comments.json', 'Not found', 404);
    const error = await provider
      .list('any', { limit: 1, sort: 'newest' })
      .catch((one: unknown) => one);
    expect(error).to.include({ name: 'ProviderError', kind: 'not-found' });
  });
});
