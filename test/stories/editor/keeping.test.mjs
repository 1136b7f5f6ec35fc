/* Undo and the draft: what the editor keeps. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';

register();
const load = (name) => import(`../../../stories/editor/${name}.ts`);
const { begin, record, redo, settle, undo } = await load('history');
const { Drafts, storageOf } = await load('draft');
const { sourceParts, sourceText } = await load('source');
const { isDay, today } = await load('days');
const { pageText } = await load('sample');

describe('undo and redo', () => {
  it('go back and forth through every step', () => {
    const history = record(record(begin(1), 2), 3);
    const back = undo(undo(history));
    assert.equal(back.present, 1);
    assert.equal(undo(back).present, 1, 'there is nothing before the first');
    assert.equal(redo(redo(redo(back))).present, 3);
  });

  it('take typing in one field as one step, until the author leaves it', () => {
    const typed = record(record(begin('a'), 'ab', 'name'), 'abc', 'name');
    assert.equal(undo(typed).present, 'a');
    const again = record(settle(typed), 'abcd', 'name');
    assert.equal(undo(again).present, 'abc');
    assert.equal(undo(record(typed, 'abcx', 'level')).present, 'abc');
  });

  it('forget what was undone once something else is done', () => {
    const other = record(undo(record(begin(1), 2)), 3);
    assert.deepEqual(redo(other).present, 3);
  });
});

describe('the draft', () => {
  const memory = () => {
    const items = new Map();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    };
  };
  const work = { passages: [{ id: 'p1', text: '某局', role: 'name' }], lang: 'zh-Hans' };

  it('is there again, whole, and gone once everything was cleared', () => {
    const store = memory();
    const opened = { name: '某局', promotion: { rules: [] } };
    new Drafts(store).write({ ...work, opened });
    assert.deepEqual(new Drafts(store).read(), { ...work, opened });
    const drafts = new Drafts(store);
    drafts.read();
    drafts.write({ passages: [], lang: '' });
    assert.equal(new Drafts(store).read(), undefined);
  });

  it('is none if something else is stored there', () => {
    for (const text of ['', '{', '[]', '{"passages":[{"id":1}],"lang":""}', '{"passages":[]}']) {
      const store = memory();
      store.setItem('customs-editor/draft', text);
      assert.equal(new Drafts(store).read(), undefined, text);
    }
  });

  it('tells what another tab has written from its own', () => {
    const store = memory();
    const drafts = new Drafts(store);
    drafts.write(work);
    const key = 'customs-editor/draft';
    assert.equal(drafts.isForeign({ key, newValue: store.getItem(key) }), false);
    assert.equal(drafts.isForeign({ key, newValue: '{}' }), true);
    assert.equal(drafts.isForeign({ key, newValue: null }), true);
    assert.equal(drafts.isForeign({ key: 'something-else', newValue: '{}' }), false);
  });

  it('says when the browser forbids storing, and when it allows it again', () => {
    const store = memory();
    let isFull = true;
    const setItem = (...item) => {
      if (isFull) throw new Error('QuotaExceededError');
      store.setItem(...item);
    };
    const drafts = new Drafts({ ...store, setItem });
    drafts.write(work);
    assert.equal(drafts.canStore, false);
    isFull = false;
    drafts.write(work);
    assert.equal(drafts.canStore, true);
    const forbidden = {
      get localStorage() {
        throw new Error('SecurityError');
      },
    };
    assert.equal(storageOf(forbidden), undefined);
    assert.equal(new Drafts(undefined).handOver('{}'), false);
  });
});

describe('the source', () => {
  const parts = { title: '机构职能', publisher: '某局', date: '2026-01-05', url: '', note: '' };

  it('has a line for each part, and is read as it was written', () => {
    assert.equal(sourceText(parts), '机构职能\n某局\n2026-01-05');
    const cases = [
      parts,
      { ...parts, url: 'https://example.org/a', note: '节选' },
      { ...parts, title: '' },
      { ...parts, publisher: '', note: '节选' },
    ];
    for (const one of cases) assert.deepEqual(sourceParts(sourceText(one)), one);
    assert.equal(sourceText(sourceParts('')), '');
  });

  it('has days of the calendar', () => {
    assert.equal(isDay('2026-02-28'), true);
    assert.equal(isDay('2026-02-31'), false);
    assert.match(today(), /^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('the example', () => {
  it('is the page that the built-in texts come from', async () => {
    const { readFileSync } = await import('node:fs');
    const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const text = pageText(JSON.parse(read('src/agency/gacc/zh-Hans.json'))).normalize('NFKC');
    const seed = read('test/fixtures/seed.zh-Hans.txt').normalize('NFKC');
    const lines = seed.split('\n').filter((line) => line.length > 20 || line.includes('——'));
    assert.equal(lines.length, 22);
    for (const line of lines) assert.ok(text.includes(line), line);
  });
});
