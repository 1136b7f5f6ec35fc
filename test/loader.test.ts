import { expect } from '@open-wc/testing';
import { Loader } from '../src/loader.js';

/** A request whose response the test decides. */
function question<Value>() {
  const signals: AbortSignal[] = [];
  let answer!: (value: Value) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<Value>((resolve, reject) => {
    [answer, fail] = [resolve, reject];
  });
  const ask = (signal: AbortSignal): Promise<Value> => {
    signals.push(signal);
    return promise;
  };
  return { ask, answer, fail, signals };
}

describe('a loader', () => {
  let seen: string[];
  let loader: Loader<string, string>;
  beforeEach(() => {
    seen = [];
    loader = new Loader<string, string>(
      (thrown) => (thrown as Error).message,
      () => seen.push(loader.state.kind),
    );
  });

  it('is idle until it is asked', () => {
    expect(loader.state).to.deep.equal({ kind: 'idle' });
    expect(seen).to.deep.equal([]);
  });

  it('goes from loading to ready, and says both', async () => {
    const { ask, answer } = question<string>();
    const asked = loader.load(ask);
    expect(loader.state.kind).to.equal('loading');
    answer('here');
    expect(await asked).to.deep.equal({ kind: 'ready', value: 'here' });
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'here' });
    expect(seen).to.deep.equal(['loading', 'ready']);
  });

  it('fails with what was made of the error, also of one that is thrown at once', async () => {
    const { ask, fail } = question<string>();
    const asked = loader.load(ask);
    fail(new Error('down'));
    expect(await asked).to.deep.equal({ kind: 'failed', error: 'down' });
    await loader.load(() => {
      throw new Error('at once');
    });
    expect(loader.state).to.deep.equal({ kind: 'failed', error: 'at once' });
  });

  it('drops the late answer, and the late failure, of an older question, and aborts it', async () => {
    const [first, second, third] = [question<string>(), question<string>(), question<string>()];
    const asked = [first, second, third].map(({ ask }) => loader.load(ask));
    expect([...first.signals, ...second.signals].every(({ aborted }) => aborted)).to.equal(true);
    third.answer('new');
    await asked[2];
    first.answer('old');
    second.fail(new Error('old'));
    expect(await Promise.all(asked.slice(0, 2))).to.deep.equal([undefined, undefined]);
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'new' });
    expect(seen).to.deep.equal(['loading', 'loading', 'loading', 'ready']);
  });

  it('keeps what is there when told to, until something newer comes', async () => {
    loader.settle({ kind: 'ready', value: 'old' });
    const [worse, better] = [question<string>(), question<string>()];
    const failing = loader.load(worse.ask, true);
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'old' });
    worse.fail(new Error('down'));
    expect(await failing).to.deep.equal({ kind: 'failed', error: 'down' });
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'old' });
    const coming = loader.load(better.ask, true);
    better.answer('new');
    await coming;
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'new' });
    expect(seen).to.deep.equal(['ready', 'ready']);
  });

  it('keeps nothing where there is nothing to keep', async () => {
    const { ask, answer } = question<string>();
    const asked = loader.load(ask, true);
    expect(loader.state.kind).to.equal('loading');
    answer('here');
    await asked;
  });

  it('asks the latest question again', async () => {
    expect(await loader.retry()).to.equal(undefined);
    let count = 0;
    await loader.load(() => Promise.resolve(String((count += 1))));
    await loader.retry();
    expect(loader.state).to.deep.equal({ kind: 'ready', value: '2' });
  });

  it('counts a question that nobody waits for as not asked', async () => {
    const { ask, answer, signals } = question<string>();
    const asked = loader.load(ask);
    expect(loader.cancel()).to.equal(true);
    expect(signals[0]!.aborted).to.equal(true);
    expect(loader.state).to.deep.equal({ kind: 'idle' });
    answer('late');
    expect(await asked).to.equal(undefined);
    expect(loader.state).to.deep.equal({ kind: 'idle' });
    expect(loader.cancel(), 'nothing under way').to.equal(false);
  });

  it('says whether a question was under way also while it keeps what is there', async () => {
    loader.settle({ kind: 'ready', value: 'old' });
    expect(loader.cancel()).to.equal(false);
    void loader.load(question<string>().ask, true);
    expect(loader.cancel()).to.equal(true);
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'old' });
  });

  it('takes an answer or a failure at hand, and leaves whoever was asked', async () => {
    const { ask, answer } = question<string>();
    const asked = loader.load(ask);
    loader.settle({ kind: 'ready', value: 'at hand' });
    answer('late');
    await asked;
    expect(loader.state).to.deep.equal({ kind: 'ready', value: 'at hand' });
    loader.settle({ kind: 'failed', error: 'broken' });
    expect(loader.state).to.deep.equal({ kind: 'failed', error: 'broken' });
  });

  it('forgets on demand', () => {
    loader.settle({ kind: 'ready', value: 'here' });
    loader.reset();
    expect(loader.state).to.deep.equal({ kind: 'idle' });
    expect(seen).to.deep.equal(['ready', 'idle']);
  });
});
