import { expect } from '@open-wc/testing';
import { parse } from '../../src/index.js';
import { copyOf, sample } from '../fixtures/agencies.js';

type Change = (agency: Record<string, any>) => void;

function problemsOf(change: Change): string[] {
  const agency = copyOf(sample);
  change(agency);
  const result = parse(agency);
  return result.problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('parse', () => {
  it('takes a complete agency as it is', () => {
    expect(parse(sample)).to.deep.equal({ ok: true, agency: sample, problems: [] });
  });

  it('takes an agency of nothing but a language and a name', () => {
    expect(parse({ lang: 'en', name: 'A' })).to.deep.equal({
      ok: true,
      agency: { lang: 'en', name: 'A' },
      problems: [],
    });
  });

  it('leaves out members that it does not know, and names them', () => {
    const result = parse(JSON.parse('{"lang":"en","name":"A","later":1,"__proto__":{"x":1}}'));
    expect(result.ok && result.agency).to.deep.equal({ lang: 'en', name: 'A' });
    expect(result.problems.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal([
      '/later unknown',
    ]);
  });

  for (const value of [undefined, null, 'text', 7, true, [], () => {}]) {
    it(`refuses ${JSON.stringify(value) ?? String(value)} as a whole`, () => {
      const result = parse(value);
      expect(result.ok).to.equal(false);
      expect(!result.ok && result.problems[0]).to.include({ pointer: '', code: 'format' });
    });
  }

  const cases: [string, Change, string[]][] = [
    ['a missing name', (a) => delete a['name'], ['/name missing']],
    ['a blank name', (a) => (a['name'] = ' \u3000'), ['/name format']],
    ['a number for a text', (a) => (a['level'] = 3), ['/level format']],
    ['an object for a text', (a) => (a['level'] = {}), ['/level format']],
    ['a language with an underscore', (a) => (a['lang'] = 'zh_CN'), ['/lang format']],
    ['a date in words', (a) => (a['asOf'] = '31 January 2026'), ['/asOf format']],
    ['a day that no month has', (a) => (a['asOf'] = '2026-13-41'), ['/asOf reference']],
    ['the 31st of February', (a) => (a['asOf'] = '2026-02-31'), ['/asOf reference']],
    ['a leap day of another year', (a) => (a['asOf'] = '2026-02-29'), ['/asOf reference']],
    ['a script address', (a) => (a['url'] = 'javascript:alert(1)'), ['/url format']],
    ['a data address', (a) => (a['url'] = 'data:text/html,x'), ['/url format']],
    ['an address without a host', (a) => (a['url'] = 'https://['), ['/url reference']],
    ['an identifier with a blank', (a) => (a['id'] = 'a b'), ['/id format']],
    ['a number for a list', (a) => (a['overview'] = 7), ['/overview format']],
    ['damaged letters', (a) => (a['name'] = '\uFFFD\uFFFD县'), ['/name format']],
    [
      'a name of zero-width characters',
      (a) => (a['name'] = '\u200B\u2060\u3164'),
      ['/name format'],
    ],
    [
      'a rank without a name',
      (a) => delete a['ranks'].tracks[0].tiers[1].ranks[0].name,
      ['/ranks/tracks/0/tiers/1/ranks/0/name missing'],
    ],
    [
      'a tier without ranks',
      (a) => (a['ranks'].tracks[1].tiers[0].ranks = []),
      ['/ranks/tracks/1/tiers/0/ranks missing'],
    ],
    [
      'an article zero',
      (a) => (a['ranks'].tracks[0].article = 0),
      ['/ranks/tracks/0/article format'],
    ],
    [
      'half an article',
      (a) => (a['ranks'].tracks[0].article = 1.5),
      ['/ranks/tracks/0/article format'],
    ],
    [
      'an unknown basis',
      (a) => (a['ranks'].bands[0].basis = 'age'),
      ['/ranks/bands/0/basis format'],
    ],
    [
      'a duty identifier used twice',
      (a) => (a['duties'].items[1].id = 'duty-1'),
      ['/duties/items reference'],
    ],
    [
      'a rank identifier used twice',
      (a) => (a['ranks'].tracks[1].tiers[0].ranks[0].id = 'chief'),
      ['/ranks/tracks reference', '/ranks/bands/2 reference', '/ranks/promotion/steps/1 reference'],
    ],
    [
      'a track identifier used twice',
      (a) => (a['ranks'].tracks[1].id = 'main'),
      ['/ranks/tracks reference'],
    ],
    [
      'a band that leads nowhere',
      (a) => (a['ranks'].bands[0].from = 'nobody'),
      ['/ranks/bands/0 reference'],
    ],
    [
      'a band that ends nowhere',
      (a) => (a['ranks'].bands[0].to = 'nobody'),
      ['/ranks/bands/0 reference'],
    ],
    [
      'a band upside down',
      (a) => Object.assign(a['ranks'].bands[1], { from: 'junior', to: 'senior' }),
      ['/ranks/bands/1 reference'],
    ],
    [
      'a band across two tracks',
      (a) => (a['ranks'].conferral[0].to = 'engineer'),
      ['/ranks/conferral/0 reference'],
    ],
    [
      'a promotion downwards',
      (a) => Object.assign(a['ranks'].promotion.steps[0], { from: 'senior', to: 'junior' }),
      ['/ranks/promotion/steps/0 reference'],
    ],
  ];
  for (const [name, change, expected] of cases) {
    it(`points at ${name}`, () => expect(problemsOf(change)).to.deep.equal(expected));
  }

  it('reports every problem at once, each with a sentence', () => {
    const result = parse({ lang: 'en', name: '', asOf: 'x' });
    if (result.ok) throw new Error('accepted');
    expect(result.problems.map(({ message }) => message)).to.deep.equal([
      'The name has to be a text that is not blank',
      'The day of the check: “x” is not a date',
    ]);
  });

  it('keeps characters outside the basic plane', () => {
    const result = parse({ lang: 'zh-Hans', name: '𠮷䶮㛃𬺰 བོད ئۇيغۇر' });
    expect(result.ok && result.agency.name).to.equal('𠮷䶮㛃𬺰 བོད ئۇيغۇر');
  });
});
