/* Edits of the list of passages, as an author makes them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';

register();
const edits = await import('../../../stories/editor/passages.ts');
const { shownWith } = await import('../../../stories/editor/shown.ts');

const passages = [
  { id: 'p1', text: '某县民政局', role: 'name' },
  { id: 'p2', text: '首页', role: 'unused' },
  { id: 'p3', text: '正科级', role: 'level', from: '某县民政局为正科级。' },
  { id: 'p4', text: '（一）拟订规划。', role: 'duty' },
  { id: 'p5', text: '（二）管理婚姻登记。管理殡葬。', role: 'duty' },
];
const textsOf = (list) => list.map(({ text }) => text);
const idsOf = (list) => list.map(({ id }) => id);

describe('edits of passages', () => {
  it('splits at the cursor into two of the same kind, without blanks at the cut', () => {
    const spaced = edits.change(passages, 'p5', { text: '管理婚姻登记。 管理殡葬。' });
    const { passages: made, id, cursor } = edits.split(spaced, 'p5', 7);
    assert.deepEqual(made.slice(-2), [
      { id: 'p5', text: '管理婚姻登记。', role: 'duty' },
      { id: 'p6', text: '管理殡葬。', role: 'duty' },
    ]);
    assert.deepEqual({ id, cursor }, { id: 'p6', cursor: 0 });
  });

  it('gives the second part of a link no address', () => {
    const link = [{ id: 'a', text: '省厅 国务院', role: 'link', address: 'https://example.org/' }];
    const [first, second] = edits.split(link, 'a', 2).passages;
    assert.equal(first.address, 'https://example.org/');
    assert.equal('address' in second, false);
  });

  it('joins to the passage before, and puts the cursor at the joint', () => {
    const { passages: made, id, cursor } = edits.merge(passages, 'p5');
    assert.equal(made.at(-1).text, '（一）拟订规划。（二）管理婚姻登记。管理殡葬。');
    assert.deepEqual({ id, cursor, count: made.length }, { id: 'p4', cursor: 8, count: 4 });
  });

  it('puts a blank between words of alphabets only', () => {
    const words = [
      { id: 'a', text: 'Licences', role: 'overview' },
      { id: 'b', text: 'and permits', role: 'overview' },
    ];
    assert.equal(edits.merge(words, 'b').passages[0].text, 'Licences and permits');
  });

  it('joins over values that were taken out of a sentence, and not to folded text', () => {
    const shown = shownWith(passages, 'p4', 'text');
    const { passages: made } = edits.merge(passages, 'p4', shown);
    assert.equal(made[0].text, '某县民政局（一）拟订规划。');
    assert.deepEqual(idsOf(made), ['p1', 'p2', 'p3', 'p5']);
  });

  it('leaves the first passage as it is', () => {
    assert.equal(edits.merge(passages, 'p1').passages, passages);
  });

  it('moves past the neighbours that are shown, over folded text', () => {
    const shown = shownWith(passages, 'p3', 'text');
    const up = edits.moveAmong(passages, 'p3', -1, shown);
    assert.deepEqual(idsOf(up), ['p3', 'p1', 'p2', 'p4', 'p5']);
    const down = edits.moveAmong(up, 'p3', 1, shownWith(up, 'p3', 'text'));
    assert.deepEqual(idsOf(down), ['p1', 'p3', 'p2', 'p4', 'p5']);
    assert.equal(edits.moveAmong(passages, 'p5', 1, shown), passages, 'it is the last one');
  });

  it('moves among its own kind where the passages stand by field', () => {
    const shown = shownWith(passages, 'p5', 'fields');
    assert.deepEqual(idsOf(shown), ['p4', 'p5']);
    const moved = edits.moveAmong(passages, 'p5', -1, shown);
    assert.deepEqual(idsOf(moved), ['p1', 'p2', 'p3', 'p5', 'p4']);
  });

  it('removes, and leads to the next one that is shown', () => {
    const { passages: made, id } = edits.remove(passages, 'p1', shownWith(passages, 'p1', 'text'));
    assert.deepEqual(idsOf(made), ['p2', 'p3', 'p4', 'p5']);
    assert.equal(id, 'p3');
    assert.equal(edits.remove([passages[0]], 'p1').id, undefined);
  });

  it('takes the address out of a text that becomes a link', () => {
    const lines = [
      '省民政厅：http://mzt.example.org/',
      '婚姻登记 www.example.org',
      '审计署 https://www.audit.gov.cn/',
      '省教育厅 jyt.sc.gov.cn',
      'https://a.example/ 某网',
      '没有地址',
    ];
    const list = lines.map((text, index) => ({ id: String(index), text, role: 'unused' }));
    const made = list.reduce((all, { id }) => edits.setRole(all, id, 'link'), list);
    assert.deepEqual(
      made.map(({ text, address }) => [text, address]),
      [
        ['省民政厅', 'http://mzt.example.org/'],
        ['婚姻登记', 'http://www.example.org'],
        ['审计署', 'https://www.audit.gov.cn/'],
        ['省教育厅', 'http://jyt.sc.gov.cn'],
        ['某网', 'https://a.example/'],
        ['没有地址', undefined],
      ],
    );
  });

  it('takes a value out of a line with a label, and puts the line back', () => {
    const lines = ['联系电话：0319-1234567', '核对于2026年1月5日', 'https://example.org/'];
    const list = lines.map((text, index) => ({ id: String(index), text, role: 'unused' }));
    const roles = ['telephone', 'as-of', 'url'];
    const valued = roles.reduce(
      (all, role, index) => edits.setRole(all, String(index), role),
      list,
    );
    assert.deepEqual(textsOf(valued), ['0319-1234567', '2026-01-05', 'https://example.org/']);
    assert.equal(valued[0].from, lines[0]);
    const back = list.reduce((all, { id }) => edits.setRole(all, id, 'overview'), valued);
    assert.deepEqual(textsOf(back), lines);
    assert.equal('from' in back[0], false);
  });

  it('takes status and level out of a summary, where there are none', () => {
    const text = '某县审计局是县政府工作部门，为正科级。';
    const list = [
      { id: 'p1', text, role: 'unused' },
      { id: 'p2', text: '别的', role: 'unused' },
    ];
    const made = edits.setRole(list, 'p1', 'summary');
    assert.deepEqual(made, [
      { id: 'p1', text, role: 'summary' },
      { id: 'p3', text: '县政府工作部门', role: 'status', from: text },
      { id: 'p4', text: '正科级', role: 'level', from: text },
      list[1],
    ]);
    assert.equal(edits.setRole(made, 'p1', 'summary').length, 4);
    const level = { id: 'p5', text: '副处级', role: 'level' };
    const other = edits.setRole([...list, level], 'p1', 'summary');
    assert.deepEqual(
      other.filter(({ role }) => role === 'level'),
      [level],
    );
    assert.equal(edits.setRole(list, 'p1', 'overview').length, 2);
  });

  it('adds behind a passage, with identifiers that nothing else has', () => {
    const { passages: made, id } = edits.insert(passages, 'duty', ['甲', '乙'], 'p4');
    assert.deepEqual(textsOf(made.slice(3)), ['（一）拟订规划。', '甲', '乙', passages[4].text]);
    assert.equal(id, 'p7');
    const more = edits.append(made, passages);
    assert.equal(new Set(idsOf(more)).size, more.length);
  });

  it('writes the first passage of a field, and keeps an emptied one in its place', () => {
    const named = edits.setFirst(passages, 'name', '某市民政局');
    assert.equal(named[0].text, '某市民政局');
    assert.equal(edits.setFirst(named, 'name', '')[0].text, '');
    assert.deepEqual(edits.setFirst(passages, 'url', 'https://example.org/').at(-1), {
      id: 'p6',
      text: 'https://example.org/',
      role: 'url',
    });
    assert.equal(edits.setFirst(passages, 'url', ''), passages);
  });
});
