/* What the guesses make of lines that pages have, one kind after the other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  agencyOf,
  blocksOfText,
  passagesOf,
  ROLES,
} from '../../../dist/agency/read-text/read-text.js';
import { agencyOfText, blocksOfPart } from './read.mjs';

const rolesOf = (text) =>
  passagesOf(blocksOfText(text)).map(({ role, text: value }) => [role, value]);

describe('the guesses', () => {
  it('find the name in what headings have in common', () => {
    for (const text of [
      '示例海关——概况\n某段文字。\n示例海关——主要职能\n（一）负责甲。',
      '示例海关主要职责\n（一）负责甲。',
      '单位名称：示例海关\n主要职责\n（一）负责甲。',
      '示例海关是海关总署的直属机构。',
    ]) {
      assert.equal(agencyOfText(text).name, '示例海关', text);
    }
  });

  it('find status and level in the sentence that says them', () => {
    for (const [text, status, level] of [
      ['示例局是县政府工作部门，为正科级。', '县政府工作部门', '正科级'],
      ['设立示例厅，为省政府组成部门，正厅级。', '省政府组成部门', '正厅级'],
      ['示例中心是县政府直属事业单位（正处级）。', '县政府直属事业单位', '正处级'],
      ['示例局是公安部管理的国家局，为副部级。', '公安部管理的国家局', '副部级'],
      [
        '示例医院是一所集医疗、教学、科研、预防、保健于一体的三级甲等综合医院。',
        '三级甲等综合医院',
        undefined,
      ],
      [
        'The Example Agency is an executive agency of the Department of Trade.',
        'Executive agency of the Department of Trade',
        undefined,
      ],
      [
        'The Example Office is a non-ministerial department.',
        'Non-ministerial department',
        undefined,
      ],
    ]) {
      const agency = agencyOfText(text);
      assert.deepEqual([agency.status, agency.level], [status, level], text);
    }
  });

  it('take a later name of a house for no status', () => {
    assert.equal(agencyOfText('示例医院建于1917年，后更名为示例红十字会医院。').status, undefined);
  });

  it('keep the number of a duty if it is not its position in the notation of the element', () => {
    const numbers = (text) =>
      agencyOfText(`主要职责：\n${text}`).duties.items.map(({ number }) => number);
    assert.deepEqual(numbers('（一）负责甲。\n（二）负责乙。'), [undefined, undefined]);
    assert.deepEqual(numbers('（一）负责甲。\n（三）负责乙。'), [undefined, '（三）']);
    assert.deepEqual(numbers('第一条 负责甲。\n第二条 负责乙。'), ['第一条', '第二条']);
    assert.deepEqual(numbers('1.负责甲。\n2.负责乙。'), ['1.', '2.']);
  });

  it('give a duty the paragraphs and the list below it', () => {
    const { items } = agencyOfText(
      '主要职责\n（一）负责甲。\n继续说明甲。\n（二）负责乙：\n1.乙的第一点；\n2.乙的第二点。\n（三）负责丙。\n办公地址：示例路1号',
    ).duties;
    assert.deepEqual(
      items.map(({ title, text }) => [title, text]),
      [
        ['负责甲。', '继续说明甲。'],
        ['负责乙：', '1.乙的第一点；\n2.乙的第二点。'],
        ['负责丙。', undefined],
      ],
    );
  });

  it('end the duties before the departments and the leaders', () => {
    const roles = rolesOf(
      '二、主要职责\n（一）负责甲。\n（二）负责乙。\n三、内设机构\n（一）办公室。负责文电。',
    );
    assert.equal(roles.filter(([role]) => role === 'duty').length, 2);
  });

  it('read duties in one paragraph, numbered or not', () => {
    const titles = (text) => agencyOfText(text).duties.items.map(({ title }) => title);
    assert.deepEqual(titles('主要职责：1.负责甲；2.负责乙；3.负责丙。'), [
      '负责甲；',
      '负责乙；',
      '负责丙。',
    ]);
    assert.deepEqual(titles('示例局的主要职责是贯彻甲政策；组织乙工作；承担丙任务。'), [
      '贯彻甲政策；',
      '组织乙工作；',
      '承担丙任务。',
    ]);
  });

  it('read duties below headings of their own', () => {
    const html =
      '<h2>What we do</h2><h3>Inspect goods</h3><p>At every port.</p><h3>Publish figures</h3><p>Each month.</p>';
    assert.deepEqual(agencyOf(passagesOf(blocksOfPart(html))).duties.items, [
      { title: 'Inspect goods', text: 'At every port.' },
      { title: 'Publish figures', text: 'Each month.' },
    ]);
  });

  it('read links by the headings of their groups, and drop scripts', () => {
    const html =
      '<h2>相关链接</h2><h3>部门</h3><ul><li><a href="/a">甲</a></li></ul><h3>地方</h3><ul><li><a href="mailto:b@example.org">乙</a></li><li><a href="javascript:c()">丙</a></li></ul>';
    assert.deepEqual(agencyOf(passagesOf(blocksOfPart(html))).links, [
      { group: '部门', links: [{ label: '甲', url: '/a' }] },
      { group: '地方', links: [{ label: '乙', url: 'mailto:b@example.org' }] },
    ]);
  });

  it('read pasted lines of names and addresses in groups, also without a heading for all', () => {
    const { links } = agencyOfText(
      '示例局\n（一）负责甲。\n（二）负责乙。\n政府网站\n甲网 https://a.example/\n乙网：https://b.example/\n办事\n丙网 https://c.example/',
    );
    assert.deepEqual(
      links.map(({ group, links: list }) => [group, ...list.map(({ label }) => label)]),
      [
        ['政府网站', '甲网', '乙网'],
        ['办事', '丙网'],
      ],
    );
  });

  it('leave out menus and tools, and lose nothing else', () => {
    assert.deepEqual(
      rolesOf('当前位置：首页 > 概况\n【打印】【关闭】\n分享到：\n扫一扫\n上一篇：无\n一句别的话'),
      [['unused', '一句别的话']],
    );
  });

  it('keep a line of the page that may be text: a number alone, words for telephones', () => {
    const lines = ['内设机构', '第一条', '手机查看', '第二条 为了别的目的。'];
    assert.deepEqual(
      rolesOf(lines.join('\n')),
      lines.map((line) => ['unused', line]),
    );
  });

  it('never throw, whatever the text is', () => {
    const folder = new URL('./pages/', import.meta.url);
    const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const signs = '（）()一、.：:；，。\n\t|#*-　 \u200b\ud800衔设等级http://[]{}<>A1是为电话';
    // A series that is the same in every run.
    let state = 7;
    const chance = (limit) => (state = (state * 48271) % 2147483647) % limit;
    for (let round = 0; round < 300; round += 1) {
      const whole = texts[chance(texts.length)];
      const start = chance(whole.length);
      let text = whole.slice(start, start + chance(900));
      for (let edit = chance(20); edit > 0; edit -= 1) {
        const place = chance(text.length + 1);
        text = text.slice(0, place) + signs[chance(signs.length)] + text.slice(place + chance(3));
      }
      const passages = passagesOf(blocksOfText(text));
      agencyOf(passages);
      assert.equal(new Set(passages.map(({ id }) => id)).size, passages.length);
      assert.ok(passages.every(({ role }) => ROLES.includes(role)));
    }
  });
});
