/* Links as pages write them: in lists, on one line, with a host instead of an address. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agencyOf, blocksOfText, passagesOf } from '../../../dist/agency/read-text/read-text.js';
import { agencyOfText, blocksOfPage } from './read.mjs';

const agencyOfPage = (html) => agencyOf(passagesOf(blocksOfPage(html)));

/** Groups of links as [heading, names]. */
const groupsOf = ({ links = [] }) =>
  links.map((one) => ('group' in one ? [one.group, ...one.links.map(({ label }) => label)] : one));

const A = '<a href="https://a.example/">甲网</a>';
const B = '<a href="https://b.example/">乙网</a>';

describe('links on one line', () => {
  it('are each a link, in the group that the words before them name', () => {
    for (const [label, html] of [
      ['友情链接', `<div>友情链接:${A} ${B}</div>`],
      ['友情链接', `<div>友情链接 ${A} | ${B}</div>`],
      ['政府网站', `<p>政府网站：${A}、${B}</p>`],
      ['口岸单位', `<p>口岸单位：${A}${B}</p>`],
      ['Useful links', `<p>Useful links: ${A}, ${B}</p>`],
    ]) {
      assert.deepEqual(groupsOf(agencyOfPage(html)), [[label, '甲网', '乙网']], html);
    }
  });

  it('are in two groups where the line names two', () => {
    const page = `<h3>相关链接</h3><p>上级部门：${A}　口岸单位：${B}</p>`;
    assert.deepEqual(groupsOf(agencyOfPage(page)), [
      ['上级部门', '甲网'],
      ['口岸单位', '乙网'],
    ]);
  });

  it('are in the group that the line above names', () => {
    const page = `<h3>相关链接</h3><p>上级部门：</p><p>${A} ${B}</p>`;
    assert.deepEqual(groupsOf(agencyOfPage(page)), [['上级部门', '甲网', '乙网']]);
  });

  it('are read in plain text, with names before or after the addresses', () => {
    for (const text of [
      '友情链接：甲网 http://a.example/ 乙网 http://b.example/',
      '友情链接：甲网：http://a.example/；乙网：http://b.example/',
      '友情链接：http://a.example/ 甲网 http://b.example/ 乙网',
    ]) {
      const agency = agencyOfText(text);
      assert.deepEqual(groupsOf(agency), [['友情链接', '甲网', '乙网']], text);
      assert.equal(agency.links[0].links[1].url, 'http://b.example/', text);
    }
  });

  it('stay a sentence among words', () => {
    const text = '请登录 http://a.example 填写，或者访问 http://b.example 查询结果。';
    assert.equal(agencyOfText(text).links, undefined);
    const page = '<p>申请表请见<a href="/a">甲</a>和<a href="/b">乙</a>，填写以后寄来。</p>';
    assert.equal(agencyOfPage(page).links, undefined);
  });
});

describe('a host without http', () => {
  it('is the address of the name before it', () => {
    const { links } = agencyOfText(
      '相关链接\n省教育厅 jyt.sc.gov.cn\n市教育局：jyj.cd.gov.cn/a.html',
    );
    assert.deepEqual(links, [
      { label: '省教育厅', url: 'http://jyt.sc.gov.cn' },
      { label: '市教育局', url: 'http://jyj.cd.gov.cn/a.html' },
    ]);
  });

  it('is not seen in mail boxes, product names and sentences', () => {
    for (const text of [
      '张三 zhang@example.com',
      '本站使用 ASP.NET',
      '示例#example.gov.cn（请将#改为@）',
      '查询请登录 jyt.sc.gov.cn 办理。',
    ]) {
      assert.equal(agencyOfText(text).links, undefined, text);
    }
  });
});

describe('the site of an office', () => {
  it('stands behind its label, as an address, a host or a link', () => {
    for (const [text, url] of [
      ['医院网址：www.h.example.cn', 'http://www.h.example.cn'],
      ['单位网址：h.example.cn', 'http://h.example.cn'],
      ['官方网站\nhttp://h.example.cn/', 'http://h.example.cn/'],
    ]) {
      assert.equal(agencyOfText(text).url, url, text);
    }
    assert.equal(
      agencyOfPage(`<p>本局网站：${A.replace('甲网', '点击进入')}</p>`).url,
      'https://a.example/',
    );
  });
});

describe('links without words before them', () => {
  it('are not used, but keep their addresses', () => {
    const passages = passagesOf(blocksOfPage(`<p>${A} ${B}</p><p>见<a href="/c">附件</a></p>`));
    assert.deepEqual(
      passages.map(({ role, text, address }) => [role, text, address]),
      [
        ['unused', '甲网', 'https://a.example/'],
        ['unused', '乙网', 'https://b.example/'],
        ['unused', '见附件', '/c'],
      ],
    );
    assert.equal(agencyOf(passages).links, undefined);
  });

  it('stay in one group below its heading, also with a colon', () => {
    const text = '部门网站：\n甲网 http://a.example\n乙网 http://b.example';
    const passages = passagesOf(blocksOfText(text)).filter(({ role }) => role === 'link');
    assert.deepEqual(
      passages.map(({ text: name }) => name),
      ['甲网', '乙网'],
    );
  });
});
