/* Markup as blocks: of pages, of content management systems, and of office programs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blocksOfPage, blocksOfPart } from './read.mjs';

const kinds = (html) => blocksOfPart(html).map((block) => [block.kind, block.text]);

describe('markup', () => {
  it('has a paragraph for each box and each line break', () => {
    assert.deepEqual(kinds('<div>甲<br>&nbsp;&nbsp;乙</div><p>丙</p>丁'), [
      ['paragraph', '甲'],
      ['paragraph', '乙'],
      ['paragraph', '丙'],
      ['paragraph', '丁'],
    ]);
  });

  it('joins lines of the source, with a space only between words', () => {
    assert.deepEqual(kinds('<p>负责海关\n   监管工作</p><p>two\n words</p>'), [
      ['paragraph', '负责海关监管工作'],
      ['paragraph', 'two words'],
    ]);
  });

  it('has headings, also bold lines of their own', () => {
    assert.deepEqual(
      blocksOfPart(
        '<h2>概况</h2><p><b>一、职责</b></p><p><b>注意：</b>正文</p><p><b>整段都是粗体。</b></p>',
      ).map(({ kind, level, bold }) => [kind, level, bold]),
      [
        ['heading', 2, undefined],
        ['heading', 7, undefined],
        ['paragraph', undefined, '注意：'],
        ['paragraph', undefined, undefined],
      ],
    );
  });

  it('has items, with the paragraphs and the list inside them', () => {
    assert.deepEqual(
      kinds('<ol><li><p>甲</p><p>乙</p></li><li>丙<ul><li>丁</li></ul></li><li> </li></ol>'),
      [
        ['item', '甲\n乙'],
        ['item', '丙\n丁'],
      ],
    );
  });

  it('has a group where a list of links is inside an item', () => {
    const [heading, link] = blocksOfPart(
      '<ul><li>部门<ul><li><a href="/a">甲</a></li></ul></li></ul>',
    );
    assert.deepEqual([heading.kind, heading.text], ['heading', '部门']);
    assert.deepEqual(link.links, [{ text: '甲', address: '/a' }]);
  });

  it('has rows of tables and of definition lists, but none of a layout', () => {
    const rows = (html) => blocksOfPart(html).map(({ cells }) => cells);
    assert.deepEqual(rows('<table><tr><td>电话</td><td>1</td></tr></table>'), [['电话', '1']]);
    assert.deepEqual(rows('<dl><dt>一等</dt><dd>甲</dd><dd>乙</dd><dt>二等</dt><dd>丙</dd></dl>'), [
      ['一等', '甲', '乙'],
      ['二等', '丙'],
    ]);
    assert.deepEqual(
      kinds('<table><tr><td><ul><li>菜单</li></ul></td><td><h1>标题</h1></td></tr></table>'),
      [
        ['item', '菜单'],
        ['heading', '标题'],
      ],
    );
  });

  it('makes addresses absolute only if it is told how', () => {
    const html = '<a href="../a">甲</a>';
    const resolve = (address) => new URL(address, 'https://example.org/b/c/').href;
    assert.equal(blocksOfPart(html)[0].links[0].address, '../a');
    assert.equal(blocksOfPart(html, { resolve })[0].links[0].address, 'https://example.org/b/a');
  });

  it('passes over scripts, menus, hidden and slotted content', () => {
    const silent = [
      '<script>1</script>',
      '<style>a</style>',
      '<nav>导航</nav>',
      '<p hidden>隐藏</p>',
      '<p style="display: none">隐藏</p>',
      '<p slot="actions">别处</p>',
      '<button>按钮</button>',
      '<!-- 注释 -->',
    ];
    assert.deepEqual(kinds(`${silent.join('')}<p>正文</p>`), [['paragraph', '正文']]);
  });

  it('tells what is outside the main content of a page', () => {
    const page =
      '<title>题</title><div class="breadcrumb">首页</div><main><p>正文</p></main><p>页脚</p>';
    assert.deepEqual(
      blocksOfPage(page).map(({ kind, text, aside }) => [kind, text, aside]),
      [
        ['title', '题', true],
        ['paragraph', '正文', undefined],
        ['paragraph', '页脚', true],
      ],
    );
  });
});
