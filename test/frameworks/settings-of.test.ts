import { expect } from '@open-wc/testing';
import { settingsOf } from '../../src/frameworks/settings-of.js';

/* What a component makes of its properties. */

const LIST = {
  name: 'duty-list',
  properties: { agency: 'agency', data: '', filter: 'filter', lang: 'lang', src: 'src' },
  events: ['customs-filter'],
} as const;

const BOX = {
  name: 'comment-box',
  properties: { lang: 'lang', pageSize: 'page-size', provider: '' },
  events: ['customs-comment-count'],
} as const;

const office = { lang: 'en', name: 'Office' };

describe('settingsOf', () => {
  it('sorts attributes, properties and listeners', () => {
    const hear = (): void => {};
    const provider = {};
    const given = { id: 'box', pageSize: 10, provider, onCustomsCommentCount: hear, onClick: hear };
    expect(settingsOf(BOX, given, true)).to.deep.equal({
      attributes: { id: 'box', onClick: hear, 'page-size': 10 },
      properties: { provider },
      listeners: { 'customs-comment-count': hear },
      rendering: undefined,
    });
  });

  it('writes no attribute for false, null and undefined', () => {
    const { attributes } = settingsOf(LIST, { filter: false, lang: undefined, src: null }, true);
    expect(attributes).to.deep.equal({ agency: 'gacc' });
  });

  it('shows given data and nothing before it, and follows its language', () => {
    const given = { data: office, src: 'other.json', agency: 'gacc', nonce: 'abc' };
    const { attributes, properties, rendering } = settingsOf(LIST, given, true);
    expect(attributes).to.deep.equal({ agency: 'none', lang: 'en' });
    expect(properties).to.deep.equal({ data: office });
    expect(rendering).to.deep.include({ data: office, lang: 'en', nonce: 'abc' });
  });

  for (const data of [undefined, null, false]) {
    it(`waits for data that is ${String(data)}`, () => {
      const { attributes, rendering } = settingsOf(LIST, { data }, true);
      expect(attributes).to.deep.equal({ agency: 'none' });
      expect(rendering).to.equal(undefined);
    });
  }

  it('shows the built-in agency only if there is nothing else', () => {
    const agencyOf = (given: object, isEmpty: boolean): unknown =>
      settingsOf(LIST, { ...given }, isEmpty).attributes['agency'];
    expect(agencyOf({}, true)).to.equal('gacc');
    expect(agencyOf({}, false)).to.equal(undefined);
    expect(agencyOf({ src: 'office.json' }, true)).to.equal(undefined);
    expect(agencyOf({ src: 'office.json', agency: 'gacc' }, true)).to.equal(undefined);
    expect(agencyOf({ agency: 'none' }, true)).to.equal('none');
  });

  it('renders nothing on a server in a language that only the page knows', () => {
    const nameless = { name: 'Office' };
    const renders = (given: object): boolean =>
      settingsOf(LIST, { ...given }, true).rendering !== undefined;
    expect(renders({})).to.equal(false);
    expect(renders({ data: nameless })).to.equal(false);
    expect(renders({ data: nameless, lang: '' })).to.equal(false);
    expect(renders({ data: nameless, lang: 'en' })).to.equal(true);
    expect(renders({ data: office })).to.equal(true);
  });

  it('renders a built-in agency on a server, and nothing that an address leads to', () => {
    expect(settingsOf(LIST, { lang: 'en' }, true).rendering).to.deep.include({ lang: 'en' });
    expect(settingsOf(LIST, { agency: 'none' }, true).rendering).to.equal(undefined);
    expect(settingsOf(LIST, { src: 'office.json' }, true).rendering).to.equal(undefined);
  });
});
