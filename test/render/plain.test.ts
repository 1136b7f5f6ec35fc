import { expect } from '@open-wc/testing';
import { type AgencyInput, define } from '../../src/index.js';
import {
  render,
  RenderError,
  renderStructuredData,
  type ElementName,
} from '../../src/render/render.js';
import { sample } from '../fixtures/agencies.js';

define();

/** Parses the plain HTML of a server as a browser does. */
const plain = (name: ElementName, data: object = sample): HTMLElement => {
  const holder = document.createElement('div');
  holder.innerHTML = render(name, { data: data as AgencyInput, format: 'html' });
  return holder;
};
const texts = (holder: Element, selector: string): string[] =>
  [...holder.querySelectorAll(selector)].map(({ textContent }) => textContent!.trim());

describe('plain HTML', () => {
  it('names the agency in the heading of its profile, and leads to its site', () => {
    const holder = plain('profile-card');
    expect(texts(holder, 'h2')).to.deep.equal(['示例局']);
    expect(holder.querySelector('a')!.href).to.equal('https://example.org/');
    expect(texts(holder, 'dd')).to.include.members(['直属机构', '正局级']);
  });

  it('numbers the duties as a list, with their places', () => {
    const holder = plain('duty-list');
    expect(texts(holder, 'ol > li')).to.deep.equal([
      '负责甲。 拟订甲的制度。',
      '负责乙。 乙与甲相关，ABC 𠮷野。',
      '负责丙。',
    ]);
    expect(holder.querySelector('#duty-2')).to.not.equal(null);
  });

  it('prints the own numbers of duties, once', () => {
    const holder = plain('duty-list', { name: '甲', duties: ['第一条 乙。', '第二条 丙。丁。'] });
    expect(texts(holder, 'li').map((text) => text.replace(/\s+/g, ' '))).to.deep.equal([
      '第一条 乙。',
      '第二条 丙。 丁。',
    ]);
    expect(holder.querySelector('ol')).to.equal(null);
  });

  it('is in Chinese where the data names no language that could be used', () => {
    expect(plain('duty-list', { name: '甲', lang: '' }).textContent).to.contain('没有职能资料');
    expect(() => plain('duty-list', { name: '甲', lang: 5 })).to.throw('语言“5”不是语言标签');
  });

  it('resolves relative links from the file with the data', () => {
    const data = { name: '甲', links: [{ label: '乙', url: 'x.html' }] };
    const page = 'https://county.example/about/';
    const html = render('link-list', { data, page, attributes: { src: '../data/agency.json' } });
    expect(html).to.contain('href="https://county.example/data/x.html"');
  });

  it('gives each track of ranks a table with headers, and says which names are ours', () => {
    const holder = plain('rank-ladder');
    expect(holder.querySelectorAll('table')).to.have.length(2);
    expect(texts(holder, 'h3')).to.deep.equal(['主序列', '技术序列']);
    expect(holder.querySelectorAll('th').length).to.be.above(4);
    expect(texts(holder, 'p').some((text) => text.startsWith('* '))).to.equal(true);
  });

  it('lists the links', () => {
    expect(plain('link-list').querySelectorAll('li a')).to.have.length(sample.links!.length);
  });

  for (const name of ['profile-card', 'duty-list', 'rank-ladder', 'link-list'] as const) {
    it(`has nothing of ${name} that only means something in a shadow root`, () => {
      const section = plain(name).querySelector('section')!;
      expect(section.querySelectorAll('slot, [part], [class]')).to.have.length(0);
      expect(section.innerHTML).to.not.contain('<!--');
    });
  }

  it('writes the facts of one cell under each other, and an article that they share once', () => {
    const bands = sample.ranks!.bands!.concat({
      basis: 'position',
      label: '副科长',
      from: 'senior',
      to: 'junior',
      article: 8,
    });
    const holder = plain('rank-ladder', { ...sample, ranks: { ...sample.ranks, bands } });
    const cell = holder.querySelectorAll('tbody:nth-of-type(2) td')[1]!;
    expect([...cell.children].map(({ localName }) => localName)).to.deep.equal([
      'span',
      'br',
      'span',
    ]);
    expect(texts(cell, 'cite')).to.deep.equal(['第八条']);
  });

  it('says so when there is nothing', () => {
    const { links, ...rest } = sample;
    expect(links).to.not.equal(undefined);
    expect(texts(plain('link-list', rest), 'p')).to.deep.equal(['没有相关链接']);
  });

  it('takes text as text', () => {
    const holder = plain('profile-card', { ...sample, name: '<img src=x onerror=alert(1)>' });
    expect(holder.querySelector('img')).to.equal(null);
    expect(texts(holder, 'h2')).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  it('cannot be made of data that is not valid, and says where it is not', () => {
    expect(() => plain('link-list', { ...sample, links: [{ label: 1 }] })).to.throw(
      RenderError,
      '/links/0',
    );
  });
});

describe('structured data', () => {
  it('is a GovernmentOrganization that a script element cannot be closed from', () => {
    const text = renderStructuredData({ ...sample, name: '</script><b>' });
    const holder = document.createElement('div');
    holder.innerHTML = text;
    expect(holder.querySelector('b')).to.equal(null);
    const value = JSON.parse(holder.querySelector('script')!.textContent!) as {
      '@type': string;
      name: unknown;
    };
    expect(value['@type']).to.equal('GovernmentOrganization');
    expect(JSON.stringify(value.name)).to.contain('</script><b>');
  });
});
