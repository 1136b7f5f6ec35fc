/* Undo, the draft, and what is missing: what the editor keeps and says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';

register();
const load = (name) => import(`../../../stories/editor/${name}.ts`);
const { begin, record, redo, settle, undo } = await load('history');
const { Drafts, storageOf } = await load('draft');
const { findingsOf, isBlank } = await load('findings');
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

describe('what is missing or doubtful', () => {
  const DAY = '2026-11-29';
  const find = (passages, agency = { lang: 'zh-Hans' }) =>
    findingsOf(
      passages.map((passage, index) => ({ id: `p${index}`, text: '', ...passage })),
      agency,
      DAY,
    ).map(({ kind, id }) => (id ? `${kind} ${id}` : kind));
  const whole = [
    { role: 'name', text: '某局' },
    { role: 'status', text: '县政府工作部门' },
    { role: 'level', text: '正科级' },
    { role: 'duty', text: '管理。' },
    { role: 'as-of', text: DAY },
    { role: 'source', text: '机构职能\n某局' },
  ];

  it('is nothing for an agency with everything', () => {
    assert.deepEqual(find(whole), []);
  });

  it('is everything for an empty one, the name first', () => {
    const kinds = ['no-name', 'no-status', 'no-level', 'no-duties', 'no-as-of', 'no-source'];
    assert.deepEqual(find([]), kinds);
  });

  const CASES = {
    'a name of characters that show nothing': [{ role: 'name', text: '\u200b\u2060' }, 'no-name'],
    'a second name': [{ role: 'name', text: '另一个' }, 'two-names p6'],
    'a duty without text': [{ role: 'duty', text: ' ' }, 'empty p6'],
    'a link without an address': [{ role: 'link', text: '省厅' }, 'no-address p6'],
    'an address that begins with www': [
      { role: 'link', text: '省厅', address: 'www.example.org' },
      'wrong-address p6',
    ],
    'an address that runs code': [
      { role: 'link', text: '省厅', address: 'javascript:alert(1)' },
      'wrong-address p6',
    ],
    'ranks that cannot be read': [{ role: 'ranks', text: '没有' }, 'unread-ranks p6'],
  };
  for (const [name, [passage, kind]] of Object.entries(CASES)) {
    it(`is ${name}`, () => {
      const others = passage.text === '\u200b\u2060' ? whole.slice(1) : whole;
      assert.deepEqual(find([...others, passage]), [kind]);
    });
  }

  it('is a day that no calendar has, that has not come, or that is a year ago', () => {
    const on = (text) => find(whole.map((one) => (one.role === 'as-of' ? { ...one, text } : one)));
    assert.deepEqual(on('2026-02-31'), ['wrong-day p4']);
    assert.deepEqual(on('2026-12-01'), ['future-day p4']);
    assert.deepEqual(on('2025-11-28'), ['old-day p4']);
    assert.deepEqual(on('2025-11-29'), []);
  });

  it('is no level where agencies have none', () => {
    const kinds = ['no-name', 'no-duties', 'no-as-of', 'no-source'];
    assert.deepEqual(find([], { lang: 'en' }), kinds);
  });

  it('is no address on the own site, no mail and no telephone', () => {
    for (const address of ['/zwgk/', 'list.html', 'mailto:a@example.org', 'tel:12345']) {
      assert.deepEqual(find([...whole, { role: 'link', text: '省厅', address }]), [], address);
    }
  });

  it('knows characters that show nothing', () => {
    assert.equal(isBlank(' \u200b\ufeff'), true);
    assert.equal(isBlank('局'), false);
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
