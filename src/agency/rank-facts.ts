import type { Band, Conferral, PromotionStep, Rank, RankSystem, Tier, Track } from './model.js';

/** Everything the law says about one rank, gathered from the whole rank system. */
export interface RankFacts {
  readonly rank: Rank;
  readonly tier: Tier;
  /** Position in the track; 1 is the highest rank. */
  readonly number: number;
  /** Positions, titles or years of service that may hold the rank. */
  readonly bands: readonly Band[];
  /** Offices that confer the rank. */
  readonly conferral: readonly Conferral[];
  /** Step to the next higher rank. */
  readonly step?: PromotionStep;
}

/** Lists the ranks of a track with their facts, highest first. */
export function rankFacts(system: RankSystem, track: Track): RankFacts[] {
  const ranks = track.tiers.flatMap((tier) => tier.ranks.map((rank) => ({ rank, tier })));
  const places = new Map(ranks.map(({ rank }, place) => [rank.id, place]));
  // The ranks of a band in another track are not in `places`, so it covers nothing here.
  const covers = ({ from, to }: { from: string; to: string }, place: number): boolean =>
    (places.get(from) ?? Infinity) <= place && place <= (places.get(to) ?? -1);
  return ranks.map(({ rank, tier }, place) => ({
    rank,
    tier,
    number: place + 1,
    bands: (system.bands ?? []).filter((band) => covers(band, place)),
    conferral: (system.conferral ?? []).filter((rule) => covers(rule, place)),
    step: system.promotion?.steps?.find(({ from }) => from === rank.id),
  }));
}

/**
 * Adds up the years of regular promotion from one rank to each higher one. The sum ends at the
 * first step by selection, because the law sets no years for it.
 *
 * @param facts - the ranks of a track, highest first
 * @param start - identifier of the rank to start from
 * @returns years by rank identifier
 */
export function yearsFrom(facts: readonly RankFacts[], start: string): Map<string, number> {
  const years = new Map<string, number>();
  let total = 0;
  let fact = facts.find(({ rank }) => rank.id === start);
  while (fact?.step?.years !== undefined) {
    const { to } = fact.step;
    total += fact.step.years;
    if (years.has(to)) break;
    years.set(to, total);
    fact = facts.find(({ rank }) => rank.id === to);
  }
  return years;
}
