import { expect } from '@open-wc/testing';
import { type Content, sourceOf, type Statement } from '../../src/agency/source.js';

const NOTHING: Statement = {
  data: undefined,
  src: null,
  agency: null,
  content: { kind: 'nothing' },
  base: 'https://county.example/about/',
  locale: 'zh-Hans',
};
const of = (statement: Partial<Statement>) => sourceOf({ ...NOTHING, ...statement });
const inside = (content: Content) => of({ content });

describe('the source of the data', () => {
  it('is the built-in set only for a page that says nothing at all, or asks for it', () => {
    for (const source of [of({}), of({ agency: 'gacc' })]) {
      expect(source).to.include({ kind: 'address', set: 'gacc' });
      expect(source.key).to.match(/\/gacc\/zh-Hans\.json$/);
    }
    expect(of({ agency: 'gacc', locale: 'en' }).key).to.match(/\/gacc\/en\.json$/);
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
    expect(inside({ kind: 'unfinished' }).kind).to.equal('awaited');
  });

  for (const src of ['', '  ', 'http://[']) {
    it(`is a fault for src="${src}"`, () => {
      expect(of({ src })).to.have.nested.property('problem.code', 'format');
    });
  }

  for (const agency of ['', 'nasa', 'toString']) {
    it(`is a fault for agency="${agency}", which names those there are`, () => {
      expect(of({ agency })).to.have.nested.property('problem.detail', 'agency="gacc" | "none"');
    });
  }

  it('is what the author wrote, where it can be read', () => {
    expect(inside({ kind: 'json', text: '{"name":"甲县"}' })).to.deep.include({
      kind: 'value',
      value: { name: '甲县' },
    });
    const value = { name: '甲县' };
    expect(inside({ kind: 'markup', value })).to.deep.include({ kind: 'value', value });
  });

  it('is a fault where it cannot, and says what can', () => {
    const source = inside({ kind: 'unreadable', expected: '<ol><li>' });
    expect(source).to.have.nested.property('problem.code', 'markup');
    expect(source).to.have.nested.property('problem.detail', '<ol><li>');
    expect(inside({ kind: 'json', text: '{' })).to.have.nested.property('problem.code', 'format');
  });

  it('has the same key for the same source, and another one for another', () => {
    const text = '{"name":"甲县"}';
    expect(inside({ kind: 'json', text }).key).to.equal(inside({ kind: 'json', text }).key);
    expect(of({ src: 'a.json' }).key).not.to.equal(of({ src: 'b.json' }).key);
    expect(of({ src: '' }).key).not.to.equal(of({ agency: '' }).key);
  });
});
