import { expect } from '@open-wc/testing';
import { explainFault, faultOf } from '../../src/agency/parse/json-fault.js';
import { explain, parse } from '../../src/index.js';

const OPTIONS = { lang: 'zh-Hans' };

describe('messages about data', () => {
  const cases: [object, string, string][] = [
    [{ duties: ['甲。', '乙。', {}] }, '第 3 项职能缺少内容', 'Duty 3 lacks the content'],
    [
      { asOf: '2026-02-31' },
      '核对日期“2026-02-31”不是日期',
      'The day of the check: “2026-02-31” is not a date',
    ],
    [{ name: undefined }, '缺少名称', 'The data lacks the name'],
    [{ name: ' ' }, '名称应为文字，不能空着', 'The name has to be a text that is not blank'],
    [
      { name: '\uFFFD\uFFFD' },
      '名称有乱码，请把文件另存为 UTF-8',
      'The name has damaged letters; save the file as UTF-8',
    ],
    [
      { ['\uFFFD\uFFFD']: 1 },
      '资料有乱码，请把文件另存为 UTF-8',
      'The data has damaged letters; save the file as UTF-8',
    ],
    [
      { name: 12345 },
      '名称“12345”应为文字，要写在引号里',
      'The name: “12345” has to be a text, in quotation marks',
    ],
    [{ links: [''] }, '第 1 个链接应为文字，不能空着', 'Link 1 has to be a text that is not blank'],
    [
      { asOf: '2026年2月30日' },
      '核对日期“2026年2月30日”不是日期',
      'The day of the check: “2026年2月30日” is not a date',
    ],
    [
      { duties: { items: null } },
      '职能应为列表（写在方括号里）',
      'The duties have to be a list, in square brackets',
    ],
    [{ links: [[]] }, '第 1 个链接应为文字，不能空着', 'Link 1 has to be a text that is not blank'],
    [{ ranks: [{ ranks: [] }] }, '第 1 等缺少衔级', 'Tier 1 lacks the ranks'],
    [
      { duties: ['（一）甲。', '（二）'] },
      '第 2 项职能的标题“（二）”只有编号，没有内容',
      'The title of duty 2: “（二）” is a number without content',
    ],
    [
      { 联系电话: '1' },
      '资料中没有“联系电话”这一项；是否应为“telephone”（电话）？',
      'The data has no member “联系电话”; is “telephone” meant?',
    ],
    [
      { source: { title: 'x', date: '去年' } },
      '来源的日期“去年”不是日期',
      'The date of the source: “去年” is not a date',
    ],
    [
      { links: [{ group: '甲', links: [{ label: 'x' }] }] },
      '第 1 组第 1 个链接缺少网址',
      'Link 1, group 1 lacks the address',
    ],
    [
      { ranks: { tracks: [{ tiers: [{ ranks: [{ id: 'a' }] }] }] } },
      '衔级第 1 个序列第 1 等第 1 个衔级缺少名称',
      'Rank 1, tier 1, career 1, the ranks lacks the name',
    ],
    [
      { levle: '科级' },
      '资料中没有“levle”这一项；是否应为“level”（级别）？',
      'The data has no member “levle”; is “level” meant?',
    ],
    [
      { 级别: '科级' },
      '资料中没有“级别”这一项；是否应为“level”（级别）？',
      'The data has no member “级别”; is “level” meant?',
    ],
    [
      { duties: [{ text: '甲。', titel: '乙' }] },
      '第 1 项职能中没有“titel”这一项；是否应为“title”（标题）？',
      'Duty 1 has no member “titel”; is “title” meant?',
    ],
    [
      { weather: 1 },
      '资料中没有“weather”这一项，已忽略',
      'The data has no member “weather”; it is left out',
    ],
    [
      { duties: 7 },
      '职能应为列表（写在方括号里）',
      'The duties have to be a list, in square brackets',
    ],
    [
      { url: 'javascript:x' },
      '官方网站“javascript:x”不是网站的地址',
      'The official site: “javascript:x” is not the address of a site',
    ],
    [
      {
        duties: [
          { id: 'a', text: '甲' },
          { id: 'a', text: '乙' },
        ],
      },
      '职能：“a”重复、不存在或次序不对',
      'The duties: “a” is used twice, unknown or out of order',
    ],
  ];
  for (const [members, chinese, english] of cases) {
    it(`say ${chinese}`, () => {
      const value = { name: '甲县教育局', ...members };
      const { problems } = parse(value, OPTIONS);
      expect(problems[0]?.message).to.equal(chinese);
      expect(explain(problems[0]!, 'en')).to.equal(english);
    });
  }

  it('name the file, and what became of it', () => {
    const value = 'https://a.example/data/agency.json?v=2';
    const about = (code: 'status' | 'network' | 'encoding', detail = ''): string =>
      explain({ pointer: '', code, detail, value }, 'zh');
    expect(about('status', '404')).to.equal('agency.json 没有找到（404）');
    expect(about('status', '503')).to.equal('agency.json 读不到：服务器返回状态 503');
    const gbk = explain(
      { pointer: '', code: 'status', detail: '404', value: 'https://a.example/%B5%A5.json' },
      'en',
    );
    expect(gbk).to.equal('%B5%A5.json was not found (404)');
    expect(about('encoding')).to.equal('agency.json 的文字编码无法识别，请另存为 UTF-8');
  });
});

describe('a text that is not JSON', () => {
  const cases: [string, string][] = [
    ['{\n  "name": “甲”\n}', '第 2 行第 11 列是中文引号，应为英文的 "'],
    ['{"name"："甲"}', '第 1 行第 8 列是中文冒号，应为英文的 :'],
    ['{"name":"甲"，"lang":"zh"}', '第 1 行第 12 列是中文逗号，应为英文的 ,'],
    ['{"name":"甲"', '第 1 行第 12 列：内容没有写完，缺少引号或括号'],
    ['{"name":"甲"；"level":"局"}', '第 1 行第 12 列是中文分号，应为英文的 ,'],
    ['{"name":"甲\n乙"}', '第 1 行第 9 列：引号里的文字中间不能换行，可以写成 \\n'],
    ['<html></html>', '内容是网页，不是 JSON'],
    ['甲县教育局', '内容是文字，不是 JSON'],
    ['', '内容是空的'],
    ['{"name":"甲",}', '第 1 行第 13 列：从“}”开始不是 JSON，可能缺少或多了逗号、引号'],
  ];
  for (const [text, sentence] of cases) {
    it(`is explained: ${sentence}`, () => {
      expect(explainFault(faultOf(text)!, true)).to.equal(sentence);
      expect(explainFault(faultOf(text)!, false)).not.to.match(/\p{Script=Han}{2}/u);
    });
  }
});
