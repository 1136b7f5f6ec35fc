import { expect } from '@open-wc/testing';
import { rankFacts, yearsFrom } from '../../src/agency/rank-facts.js';
import type { RankSystem } from '../../src/index.js';
import { copyOf, sample } from '../fixtures/agencies.js';

const system = sample.ranks!;
const facts = rankFacts(system, system.tracks[0]!);

describe('rankFacts', () => {
  it('numbers the ranks of a track from the top', () => {
    expect(facts.map(({ rank, number }) => `${number} ${rank.id}`)).to.deep.equal([
      '1 chief',
      '2 senior',
      '3 junior',
    ]);
  });

  it('gathers who may hold a rank, who confers it and the step up', () => {
    const junior = facts[2]!;
    expect(junior.bands.map(({ label }) => label)).to.deep.equal(['科长']);
    expect(junior.conferral.map(({ by }) => by)).to.deep.equal(['局长']);
    expect(junior.step).to.include({ to: 'senior', years: 3 });
    expect(facts[0]!.step).to.equal(undefined);
  });

  it('keeps the facts of another track away', () => {
    const technical = rankFacts(system, system.tracks[1]!);
    expect(technical[0]!.bands.map(({ label }) => label)).to.deep.equal(['工程师']);
    expect(technical[0]!.conferral).to.deep.equal([]);
  });

  it('works without bands, conferral and promotion', () => {
    const bare = { name: 'x', tracks: system.tracks };
    expect(rankFacts(bare, bare.tracks[0]!)[0]).to.deep.include({ bands: [], conferral: [] });
  });
});

describe('yearsFrom', () => {
  it('adds up the years until a step is by selection', () => {
    expect([...yearsFrom(facts, 'junior')]).to.deep.equal([['senior', 3]]);
  });

  it('is empty for an unknown rank', () => {
    expect(yearsFrom(facts, 'nobody').size).to.equal(0);
  });

  it('ends when steps lead in a circle', () => {
    const circle = copyOf(system) as unknown as RankSystem;
    const around = [
      { from: 'junior', to: 'senior', years: 1 },
      { from: 'senior', to: 'junior', years: 1 },
    ];
    const turned = { ...circle, promotion: { steps: around } };
    expect([...yearsFrom(rankFacts(turned, turned.tracks[0]!), 'junior').keys()]).to.deep.equal([
      'senior',
      'junior',
    ]);
  });
});
