import { expect } from '@open-wc/testing';
import { markup, readContent } from '../../src/agency/content.js';
import { DUTIES } from '../../src/agency/parts.js';
import { AWAITED, sourceOf, type Statement } from '../../src/agency/source.js';
import { provideAgency } from '../../src/base/language/provide-agency.js';

const NOTHING: Statement = {
  data: undefined,
  src: null,
  agency: null,
  content: () => undefined,
  base: 'https://county.example/about/',
  locale: 'zh-Hans',
};
const of = (statement: Partial<Statement>) => sourceOf({ ...NOTHING, ...statement });
/** Makes an element with the given content. */
function inside(...nodes: (Node | string)[]) {
  const host = document.createElement('div');
  host.append(...nodes);
  return of({ content: () => readContent(host, DUTIES, 'zh-Hans') });
}

function json(text: string): HTMLElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
}

function list(text: string): HTMLElement {
  const item = document.createElement('li');
  const whole = document.createElement('ol');
  item.append(text);
  whole.append(item);
  return whole;
}

describe('the source of the data', () => {
  before(() => markup.bring());

  it('is the built-in set only for a page that says nothing at all, or asks for it', () => {
    for (const source of [of({}), of({ agency: 'gacc' })]) {
      expect(source).to.include({ kind: 'file', agency: 'gacc', key: 'gacc/zh-Hans' });
    }
    expect(of({ agency: 'gacc', locale: 'en' }).key).to.equal('gacc/en');
  });

  it('is what the page has provided under a name, in the language of the page if it can', () => {
    const [chinese, english] = [{ name: '甲县' }, { name: 'County A' }];
    provideAgency('county', 'zh-CN', chinese);
    expect(of({ agency: 'county', locale: 'en' })).to.include({ kind: 'value', value: chinese });
    provideAgency('county', 'en-GB', english);
    expect(of({ agency: 'county', locale: 'en' })).to.include({ kind: 'value', value: english });
    expect(of({ agency: 'county' })).to.include({ value: chinese });
    expect(() => provideAgency('none', 'en', english)).to.throw(TypeError);
    expect(of({ agency: 'nasa' })).to.have.nested.property(
      'fault.finding.detail',
      'gacc, county, none',
    );
  });

  it('is the property, before all else', () => {
    const data = { name: '甲县' };
    const source = of({ data, src: 'a.json', agency: 'gacc' });
    expect(source).to.deep.equal({ kind: 'value', key: data, value: data });
  });

  it('is an address, relative to the page, before a built-in set', () => {
    expect(of({ src: 'a.json', agency: 'gacc' })).to.deep.equal({
      kind: 'address',
      key: 'https://county.example/about/a.json',
    });
  });

  for (const data of [null, '', false, 0]) {
    it(`is awaited while data is ${JSON.stringify(data)}`, () => {
      expect(of({ data }).kind).to.equal('awaited');
    });
  }

  it('is awaited while agency says so, and while the parser is at it', () => {
    expect(of({ agency: 'none' }).kind).to.equal('awaited');
    expect(of({ content: () => AWAITED }).kind).to.equal('awaited');
  });

  it('reads what stands inside only where the page names no source', () => {
    let reads = 0;
    const content = () => void reads++;
    for (const named of [
      { data: null },
      { data: { name: '甲县' } },
      { src: 'a.json' },
      { agency: 'gacc' },
    ]) {
      of({ content, ...named });
    }
    expect(reads).to.equal(0);
    of({ content });
    expect(reads).to.equal(1);
  });

  it('is the built-in set where nothing but blanks and comments stands inside', () => {
    expect(inside('\n ', document.createComment('nothing'))).to.include({
      kind: 'file',
      agency: 'gacc',
    });
  });

  for (const src of ['', '  ', 'http://[']) {
    it(`is a fault for src="${src}"`, () => {
      expect(of({ src })).to.have.nested.property('fault.finding.code', 'setting');
    });
  }

  for (const agency of ['', 'nasa', 'toString']) {
    it(`is a fault for agency="${agency}", which names those there are`, () => {
      expect(of({ agency })).to.have.nested.property('fault.finding.detail', 'gacc, county, none');
    });
  }

  it('is what the author wrote, where it can be read', () => {
    expect(inside(json('{"name":"甲县"}'), list('乙'))).to.deep.include({
      kind: 'value',
      value: { name: '甲县' },
    });
    expect(inside(list('甲'))).to.have.nested.property('value.duties.items[0].title', '甲');
  });

  it('is a fault where it cannot, and says what can', () => {
    for (const source of [inside('文字'), inside(document.createElement('img'))]) {
      expect(source).to.have.nested.property('fault.finding.code', 'markup');
      expect(source).to.have.nested.property('fault.finding.detail', '<ol><li>');
    }
    expect(inside(json('{'))).to.have.nested.property('fault.finding.code', 'syntax');
  });

  it('has the same key for the same source, and another one for another', () => {
    const text = '{"name":"甲县"}';
    expect(inside(json(text)).key).to.equal(inside(json(text)).key);
    expect(inside(list('甲')).key).to.equal(inside(list('甲')).key);
    expect(inside(list('甲')).key).not.to.equal(inside(list('乙')).key);
    expect(of({ src: 'a.json' }).key).not.to.equal(of({ src: 'b.json' }).key);
    expect(of({ src: '' }).key).not.to.equal(of({ agency: '' }).key);
  });
});
