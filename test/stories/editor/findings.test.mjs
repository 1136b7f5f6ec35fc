/* What the check of the editor finds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { register } from 'tsx/esm/api';

register();
const { findingsOf, isBlank } = await import('../../../stories/editor/findings.ts');

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
    { role: 'summary', text: '某局是县政府工作部门，为正科级。' },
    { role: 'overview', text: '某局有职工32人。' },
    { role: 'duty', text: '管理。' },
    { role: 'as-of', text: DAY },
    { role: 'source', text: '机构职能\n某局' },
  ];

  it('is nothing for an agency with everything', () => {
    assert.deepEqual(find(whole), []);
  });

  it('is everything for an empty one, the name first', () => {
    const kinds = [
      'no-name',
      'no-status',
      'no-level',
      'no-summary',
      'no-overview',
      'no-duties',
      'no-as-of',
      'no-source',
    ];
    assert.deepEqual(find([]), kinds);
  });

  const CASES = {
    'a name of characters that show nothing': [{ role: 'name', text: '\u200b\u2060' }, 'no-name'],
    'a second name': [{ role: 'name', text: '另一个' }, 'two-names p8'],
    'a duty without text': [{ role: 'duty', text: ' ' }, 'empty p8'],
    'a link without an address': [{ role: 'link', text: '省厅' }, 'no-address p8'],
    'an address that begins with www': [
      { role: 'link', text: '省厅', address: 'www.example.org' },
      'wrong-address p8',
    ],
    'an address that runs code': [
      { role: 'link', text: '省厅', address: 'javascript:alert(1)' },
      'wrong-address p8',
    ],
    'ranks that cannot be read': [{ role: 'ranks', text: '没有' }, 'unread-ranks p8'],
  };
  for (const [name, [passage, kind]] of Object.entries(CASES)) {
    it(`is ${name}`, () => {
      const others = passage.text === '\u200b\u2060' ? whole.slice(1) : whole;
      assert.deepEqual(find([...others, passage]), [kind]);
    });
  }

  it('is a day that no calendar has, that has not come, or that is a year ago', () => {
    const on = (text) => find(whole.map((one) => (one.role === 'as-of' ? { ...one, text } : one)));
    assert.deepEqual(on('2026-02-31'), ['wrong-day p6']);
    assert.deepEqual(on('2026-12-01'), ['future-day p6']);
    assert.deepEqual(on('2025-11-28'), ['old-day p6']);
    assert.deepEqual(on('2025-11-29'), []);
  });

  it('is what stands in texts that are not used: it leads there', () => {
    const without = (role) => whole.filter((one) => one.role !== role);
    const level = { role: 'unused', text: '本局为正科级，有六个股室。' };
    assert.deepEqual(find([...without('level'), level]), ['unused-level p7']);
    assert.deepEqual(find([...whole, level]), [], 'the level is there');
    for (const unused of [
      { text: '省厅', address: 'https://example.org/' },
      { text: '友情链接：省厅 http://example.org 审计署 http://example.com' },
      { text: '省教育厅 jyt.sc.gov.cn' },
    ]) {
      const spare = { role: 'unused', ...unused };
      assert.deepEqual(find([...whole, spare]), ['unused-links p8'], unused.text);
      const link = { role: 'link', text: '省厅', address: 'https://example.org/' };
      assert.deepEqual(find([...whole, spare, link]), []);
    }
  });

  it('is a text that says to have more ranks than were read', () => {
    const found = (count, text) => {
      const ranks = { tracks: [{ tiers: [{ ranks: Array.from({ length: count }) }] }] };
      return find([...whole, { role: 'ranks', text }], { lang: 'zh-Hans', ranks });
    };
    assert.deepEqual(found(12, '警衔设下列五等十三级：…'), ['fewer-ranks p8']);
    assert.deepEqual(found(13, '警衔设下列五等十三级：…'), []);
    assert.deepEqual(found(13, '甲衔设三等11级：…乙衔设二等八级：…'), ['fewer-ranks p8']);
    assert.deepEqual(found(1, '总监、副总监'), []);
  });

  it('is no level where agencies have none', () => {
    const kinds = ['no-name', 'no-summary', 'no-overview', 'no-duties', 'no-as-of', 'no-source'];
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
