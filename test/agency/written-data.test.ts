import { expect } from '@open-wc/testing';
import { parseWith } from '../../src/agency/parse/parse-part.js';
import { LINKS } from '../../src/agency/parts.js';
import { type AgencyData, parse } from '../../src/index.js';

const OPTIONS = { lang: 'zh-Hans', base: 'https://county.example/data/agency.json' };

/** Parses an agency with a name and other members, and expects no problem. */
function read(members: Omit<AgencyData, 'name'>) {
  const result = parse({ name: '甲县教育局', ...members }, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.problems).to.deep.equal([]);
  return result.agency;
}

describe('an agency as people write it', () => {
  it('needs a name only; its language is that of the page', () => {
    expect(read({})).to.deep.equal({ name: '甲县教育局', lang: 'zh-Hans' });
    expect(parse({ name: 'Office' }, { lang: 'en-GB' })).to.have.nested.property(
      'agency.lang',
      'en-GB',
    );
  });

  it('takes empty fields of a form as absent', () => {
    const empty = { level: '', status: ' ', source: null, links: null } as never;
    expect(read(empty)).to.deep.equal({ name: '甲县教育局', lang: 'zh-Hans' });
  });

  it('takes a list of texts as duties: the first sentence is the title, the position the id', () => {
    const { duties } = read({ duties: ['拟订政策。组织实施。', '负责学校安全。'] });
    expect(duties!.items).to.deep.equal([
      { id: 'duty-1', title: '拟订政策。', text: '组织实施。' },
      { id: 'duty-2', title: '负责学校安全。' },
    ]);
  });

  it('takes objects with a text, a title or both, and texts among them', () => {
    const { duties } = read({
      duties: {
        preamble: '主要职责是：',
        items: [{ text: '甲。乙。' }, { title: '丙。' }, { title: '丁。', text: '戊。' }, '己。'],
      },
    });
    expect(duties!.preamble).to.deep.equal(['主要职责是：']);
    expect(duties!.items.map(({ title, text }) => [title, text])).to.deep.equal([
      ['甲。', '乙。'],
      ['丙。', undefined],
      ['丁。', '戊。'],
      ['己。', undefined],
    ]);
  });

  const numbered: [string, string[], (string | undefined)[]][] = [
    ['（一）, as the element prints them', ['（一）甲。', '(二)乙。'], [undefined, undefined]],
    ['（三） out of order', ['（三）甲。'], ['（三）']],
    ['一、', ['一、甲。', '二、乙。'], ['一、', '二、']],
    ['1.', ['1.甲。', '2．乙。', '3）丙。'], ['1.', '2．', '3）']],
    ['第一条', ['第一条　甲。', '第二条 乙。'], ['第一条', '第二条']],
    ['①', ['①甲。'], ['①']],
    ['一. or ㈡', ['一.甲。', '㈡乙。', '⒊丙。'], ['一.', '㈡', '⒊']],
    ['第一条： with a colon', ['第一条：甲。'], ['第一条']],
    ['（一）1., both', ['（一）1. 甲。', '第二条 一、乙。'], ['（一）1.', '第二条 一、']],
    ['an amount or a word, which is no number', ['1.5 亿元。', '一级甲。', '第一时间。'], []],
  ];
  for (const [name, duties, numbers] of numbered) {
    it(`keeps the duties’ own number ${name}, once`, () => {
      const { items } = read({ duties }).duties!;
      expect(items.map(({ number }) => number)).to.deep.equal(
        duties.map((_, index) => numbers[index]),
      );
      if (numbers.length)
        expect(items.map(({ title }) => title[0])).to.deep.equal(
          [...'甲乙丙'].slice(0, items.length),
        );
    });
  }

  it('takes 1. as the position in English', () => {
    const result = parse(
      { name: 'A', duties: ['1. Do this. And that.', '2. Do more.'] },
      { lang: 'en' },
    );
    expect(result.ok && result.agency.duties!.items).to.deep.equal([
      { id: 'duty-1', title: 'Do this.', text: 'And that.' },
      { id: 'duty-2', title: 'Do more.' },
    ]);
  });

  it('takes groups of links, links with a group, and lines of a name and an address', () => {
    const { links } = read({
      links: [
        {
          group: '上级部门',
          links: ['教育部 http://www.moe.gov.cn/', { label: '省厅', url: 'https://a.example/' }],
        },
        '县政府：www.county.gov.cn',
        { label: '市局', url: 'https://b.example/', group: '上级部门' },
      ],
    });
    expect(links).to.deep.equal([
      { group: '上级部门', label: '教育部', url: 'http://www.moe.gov.cn/' },
      { group: '上级部门', label: '省厅', url: 'https://a.example/' },
      { label: '市局', url: 'https://b.example/', group: '上级部门' },
      { label: '县政府', url: 'http://www.county.gov.cn/' },
    ]);
  });

  it('resolves relative addresses from its file, and takes mailboxes and telephones', () => {
    const { links } = read({
      links: [
        { label: '公开', url: '/xxgk/' },
        { label: '科室', url: 'ks.html' },
        { label: '信箱', url: 'mailto:a@county.example' },
        { label: '热线', url: 'tel:12345' },
      ],
    });
    expect(links!.map(({ url }) => url)).to.deep.equal([
      'https://county.example/xxgk/',
      'https://county.example/data/ks.html',
      'mailto:a@county.example',
      'tel:12345',
    ]);
  });

  it('has no address for a relative link if the page was opened from a disk', () => {
    const links = [
      { label: '相对', url: 'x.html' },
      { label: '好', url: ' https://a.example/ ' },
    ];
    const result = parse({ name: '甲', links }, { lang: 'zh', base: 'file:///D:/index.html' });
    expect(result.ok && result.agency.links).to.deep.equal([
      { label: '好', url: 'https://a.example/' },
    ]);
    expect(result.problems.map(({ message }) => message)).to.deep.equal([
      '第 1 个链接的网址“x.html”是相对地址，而这里不知道网页的地址',
    ]);
  });

  it('may have white space around values, and paragraphs in one text', () => {
    const { asOf, url, overview } = read({
      asOf: ' 2026-01-05 ',
      url: 'www.a.cn\n',
      overview: '一。\n\n 二。',
    });
    expect([asOf, url]).to.deep.equal(['2026-01-05', 'http://www.a.cn']);
    expect(overview).to.deep.equal(['一。', '二。']);
  });

  it('leaves out a link that is wrong, says which, and shows the others', () => {
    const links = [
      '没有地址',
      { label: '脚本', url: 'javascript:alert(1)' },
      { label: '好', url: 'https://a.example/' },
    ];
    const result = parse({ name: '甲', links }, OPTIONS);
    expect(result.ok && result.agency.links).to.deep.equal([
      { label: '好', url: 'https://a.example/' },
    ]);
    expect(result.problems.map(({ message }) => message)).to.have.members([
      '第 1 个链接“没有地址”里没有网址',
      '第 2 个链接的网址“javascript:alert(1)”不能用作链接：只能是网页、mailto: 或 tel: 地址',
    ]);
  });

  it('leaves out the wrong link alone, and none of those whose position begins with the same digit', () => {
    const links = Array.from({ length: 35 }, (_, at) =>
      at === 3 ? '没有地址' : `甲 http://a.cn/${at}`,
    );
    const result = parse({ name: '甲', links }, OPTIONS);
    expect(result.ok && result.agency.links).to.have.length(34);
  });

  it('takes a name before the address of a page, however they are joined', () => {
    const { links } = read({
      links: ['公开：http://a.cn/x.html', '首页 index.html', '公开/xxgk/'],
    });
    expect(links!.map(({ label, url }) => [label, url])).to.deep.equal([
      ['公开', 'http://a.cn/x.html'],
      ['首页', 'https://county.example/data/index.html'],
      ['公开', 'https://county.example/xxgk/'],
    ]);
  });

  it('refuses what no JSON can be, in a sentence', () => {
    const unreadable = Object.defineProperty({}, 'name', {
      enumerable: true,
      get: () => {
        throw new Error('no reading');
      },
    });
    const around = { links: [] as unknown[] };
    around.links.push(around);
    const holes = ['甲。', '乙。'];
    delete holes[0];
    const said = (value: unknown): string[] =>
      parse(value, OPTIONS).problems.map(({ message }) => message);
    expect(said(unreadable)).to.deep.equal(['资料读不出来，里面有不属于 JSON 的内容']);
    expect(said({ name: '甲', duties: holes })).to.deep.equal(['职能应为列表（写在方括号里）']);
    expect(said({ name: '甲', ...around })).to.include('第 1 组第 1 个链接缺少名称');
  });

  it('is read part by part: a mistake in one part does not matter to another', () => {
    const value = { name: '甲', overview: [null], duties: [null, { title: '乙', number: 3 }] };
    const result = parseWith(LINKS.schema, { ...value, links: [null, '省厅 https://a.example/'] });
    expect(result.ok && result.agency.links).to.have.length(1);
    expect(result.problems.map(({ pointer }) => pointer)).to.deep.equal(['/links/0']);
  });

  it('leaves out members that nobody knows, wherever they are, and shows the rest', () => {
    const result = parse(
      {
        name: '甲',
        source: { title: '简介', page: 3 },
        links: [{ label: '好', url: 'https://a.example/', icon: 'x' }],
        ranks: [{ ranks: [{ name: '总监', star: 1 }], star: 2 }],
      },
      OPTIONS,
    );
    expect(result.problems.map(({ pointer }) => pointer)).to.deep.equal([
      '/source/page',
      '/ranks/0/ranks/0/star',
      '/ranks/0/star',
      '/links/0/icon',
    ]);
    expect(JSON.stringify(result)).to.contain('"ok":true').and.to.contain('总监');
    expect(result.ok && result.agency.source).to.deep.equal({ title: '简介' });
  });

  it('takes ranks as a list of names or tiers', () => {
    expect(read({ ranks: ['总监', '副总监'] }).ranks).to.deep.equal({
      name: '衔级',
      tracks: [
        {
          id: 'track-1',
          tiers: [
            {
              id: 'tier-1',
              ranks: [
                { id: 'rank-1', name: '总监' },
                { id: 'rank-2', name: '副总监' },
              ],
            },
          ],
        },
      ],
    });
    const { tracks } = read({ ranks: ['总监', { label: '二等', ranks: ['一级监督'] }] }).ranks!;
    expect(tracks[0]!.tiers.map(({ id, label }) => [id, label])).to.deep.equal([
      ['tier-1', undefined],
      ['tier-2', '二等'],
    ]);
  });

  it('takes days, hosts, sources and telephone numbers as people write them', () => {
    const agency = read({
      asOf: '2026年1月5日',
      url: 'www.county.gov.cn',
      telephone: 12345,
      source: '机构简介',
      overview: '一段话。',
    });
    expect(agency).to.include({
      asOf: '2026-01-05',
      url: 'http://www.county.gov.cn',
      telephone: '12345',
    });
    expect(agency.source).to.deep.equal({ title: '机构简介' });
    expect(agency.overview).to.deep.equal(['一段话。']);
  });

  it('removes characters that turn the direction of the text around them', () => {
    expect(read({ summary: 'a\u202Emoc.live\u2066b' }).summary).to.equal('amoc.liveb');
  });
});
