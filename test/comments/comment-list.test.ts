import { expect } from '@open-wc/testing';
import { CommentList } from '../../src/comments/list.js';
import { ProviderError } from '../../src/comments/errors.js';
import type { CommentPage, CommentRecord, Sort } from '../../src/comments/types.js';

const page = (ids: string, nextCursor: string | null, total = 9): CommentPage => ({
  items: ids.split('').map((id) => ({ id }) as CommentRecord),
  nextCursor,
  total,
});

/** Makes a list whose pages arrive when the test says so, and in its order. */
function open() {
  const asked: { cursor: string | undefined; sort: Sort; signal: AbortSignal }[] = [];
  const answers: ((answer: CommentPage | ProviderError) => void)[] = [];
  const list = new CommentList(
    (cursor, sort, signal) => {
      asked.push({ cursor, sort, signal });
      return new Promise((resolve, reject) =>
        answers.push((answer) =>
          answer instanceof ProviderError ? reject(answer) : resolve(answer),
        ),
      );
    },
    'newest',
    () => undefined,
  );
  const ids = (): string => list.state.pages.flatMap((items) => items.map(({ id }) => id)).join('');
  return { list, asked, answers, ids };
}

describe('a list of comments', () => {
  it('is read page by page', async () => {
    const { list, asked, answers, ids } = open();
    const first = list.load();
    answers[0]!(page('ab', 'next'));
    await first;
    const second = list.loadMore();
    expect(list.state.kind).to.equal('loading-more');
    answers[1]!(page('cd', null));
    await second;
    expect(ids()).to.equal('abcd');
    expect(list.state).to.include({ kind: 'ready', nextCursor: null, total: 9 });
    expect(asked.map(({ cursor }) => cursor)).to.deep.equal([undefined, 'next']);
  });

  it('shows nothing twice when pages have shifted', async () => {
    const { list, answers, ids } = open();
    const first = list.load();
    answers[0]!(page('abc', '2'));
    await first;
    const second = list.loadMore();
    answers[1]!(page('cde', null));
    await second;
    expect(ids()).to.equal('abcde');
  });

  it('drops the late answer of an older question', async () => {
    const { list, asked, answers, ids } = open();
    const older = list.load('newest');
    const newer = list.load('oldest');
    expect(asked[0]!.signal.aborted).to.equal(true);
    answers[1]!(page('new', null));
    await newer;
    answers[0]!(page('old', null));
    await older;
    expect(ids()).to.equal('new');
    expect(list.sort).to.equal('oldest');
  });

  it('keeps what it shows while it is read again, and when that fails', async () => {
    const { list, answers, ids } = open();
    const first = list.load();
    answers[0]!(page('ab', null));
    await first;
    const again = list.load();
    expect(list.state.kind).to.equal('loading');
    expect(ids()).to.equal('ab');
    answers[1]!(new ProviderError('server'));
    await again;
    expect(list.state.kind).to.equal('failed');
    expect(list.state.error?.kind).to.equal('server');
    expect(ids()).to.equal('ab');
  });

  it('asks again for just the page that failed', async () => {
    const { list, asked, answers, ids } = open();
    const first = list.load();
    answers[0]!(page('ab', 'next'));
    await first;
    const second = list.loadMore();
    answers[1]!(new ProviderError('offline'));
    await second;
    const third = list.retry();
    answers[2]!(page('cd', null));
    await third;
    expect(asked[2]!.cursor).to.equal('next');
    expect(ids()).to.equal('abcd');
    expect(list.state.error).to.equal(undefined);
  });

  it('asks for one page at a time', async () => {
    const { list, asked, answers } = open();
    const first = list.load();
    answers[0]!(page('ab', 'next'));
    await first;
    void list.loadMore();
    void list.loadMore();
    expect(asked).to.have.length(2);
  });

  it('can go on when it was left while a page was on its way', async () => {
    const { list, answers, ids } = open();
    const first = list.load();
    answers[0]!(page('ab', 'next'));
    await first;
    const left = list.loadMore();
    list.cancel();
    answers[1]!(page('cd', null));
    await left;
    expect(ids()).to.equal('ab');
    const again = list.loadMore();
    answers[2]!(page('cd', null));
    await again;
    expect(ids()).to.equal('abcd');
  });
});
