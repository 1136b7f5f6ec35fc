/* Titles, paths and introductions: what stands at the top of a page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agencyOf, blocksOfText, passagesOf } from '../../../dist/agency/read-text/read-text.js';
import { agencyOfText, blocksOfPage, blocksOfPart } from './read.mjs';

const INTRODUCTION = '示例县审计局是县政府工作部门，为正科级。现有职工32人。';

describe('an introduction below a title', () => {
  for (const title of ['机构职能', '主要职责', '职责', '工作职责', '机构设置']) {
    it(`is the summary of a page titled ${title}, with status and level taken out`, () => {
      for (const opening of ['主要职责：\n', '一、主要职责\n', '主要职责是：\n', '']) {
        const text = `示例县审计局${title}\n${INTRODUCTION}\n${opening}（一）负责甲。\n（二）负责乙。`;
        const { name, summary, status, level, duties } = agencyOfText(text);
        assert.deepEqual(
          [name, summary, status, level, duties.items.length],
          ['示例县审计局', INTRODUCTION, '县政府工作部门', '正科级', 2],
          text,
        );
      }
    });
  }

  it('is the summary below the line of the page about itself, too', () => {
    const { summary, level } = agencyOfText(
      `示例县审计局机构职能\n发布时间：2025-03-18 来源：县审计局\n${INTRODUCTION}\n一、主要职责\n（一）负责甲。\n（二）负责乙。`,
    );
    assert.deepEqual([summary, level], [INTRODUCTION, '正科级']);
  });

  it('stays a preamble where the page has a profile', () => {
    const { summary, duties } = agencyOfText(
      `示例县审计局概况\n示例县审计局位于甲路。\n示例县审计局主要职责\n${INTRODUCTION}\n（一）负责甲。\n（二）负责乙。`,
    );
    assert.equal(summary, '示例县审计局位于甲路。');
    assert.deepEqual(duties.preamble, [INTRODUCTION]);
  });

  it('is no summary below the departments of a page', () => {
    const text = `示例县审计局\n${INTRODUCTION}\n二、机构设置\n局机关有内设科室六个。\n办公室是综合部门。`;
    assert.equal(agencyOfText(text).overview, undefined);
  });
});

describe('a path to the page', () => {
  it('is neither the name nor a passage', () => {
    for (const path of [
      '您所在的位置：首页 >> 信息公开 >> 单位简介',
      '当前位置：甲局 > 机构概况',
      '你现在的位置:首页→示例局→概况',
      '首页 / 政务公开 / 机构概况',
      '首页 > 示例局',
      '首页 » 示例局 » 概况',
      'Home / Departments / Sheriff / About Us',
      'Home > Sheriff Office',
      'Home › Sheriff › About',
      'Departments » Police Department » About Us',
      'You are here: Home / Police Department',
    ]) {
      const passages = passagesOf(blocksOfText(`${path}\n一句别的话`));
      assert.deepEqual(
        passages.map(({ role, text }) => [role, text]),
        [['unused', '一句别的话']],
        path,
      );
      const bold = passagesOf(blocksOfPart(`<p><b>${path.replaceAll('>', '&gt;')}</b></p>`));
      assert.deepEqual(bold, [], path);
    }
  });

  it('does not hide the address of an office', () => {
    for (const text of ['办公位置：示例路1号', '位置：示例路1号', '我局位置优越，交通便利。']) {
      assert.equal(passagesOf(blocksOfText(text)).length, 1, text);
    }
  });
});

describe('the first heading', () => {
  const nameOf = (html) => agencyOf(passagesOf(blocksOfPage(html))).name;

  it('is the name, before other lines', () => {
    const path = '<p>Departments / Sheriff Office</p>';
    assert.equal(
      nameOf(`${path}<h2>Records Division</h2><h1>Example Sheriff’s Office</h1>`),
      'Example Sheriff’s Office',
    );
    assert.equal(nameOf(`${path}<p>Records Division</p><h1>Example Patrol</h1>`), 'Example Patrol');
  });

  it('is not the name where headings and sentences speak of an office of the site', () => {
    const page = `<h1>示例县人民政府</h1><h2>示例县审计局机构职能</h2><p>${INTRODUCTION}</p>`;
    assert.equal(nameOf(page), '示例县审计局');
  });

  it('is not hidden behind a menu that names a section', () => {
    const menu = '<ul><li><a href="/c">Contact Us</a></li></ul>';
    const page = `${menu}<h1>Example Office</h1><p>The Example Office was established in 1854.</p>`;
    const { summary } = agencyOf(passagesOf(blocksOfPage(page)));
    assert.equal(summary, 'The Example Office was established in 1854.');
  });
});
