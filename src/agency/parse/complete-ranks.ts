import type { RankData, RankSystemData, TierData, TrackData } from '../data.js';
import type { RankSystem, Tier, Track } from '../model.js';
import { completeSource } from './written.js';

/** Counts the ranks and tiers of a system, because identifiers are unique in all of it. */
interface Counts {
  tiers: number;
  ranks: number;
}

/** Turns a list of names and tiers into tiers. Names that follow each other are one tier. */
function tiersOf(written: readonly (string | TierData)[], counts: Counts): Tier[] {
  const tiers: { -readonly [Name in keyof TierData]: TierData[Name] }[] = [];
  let names: string[] | undefined;
  for (const entry of written) {
    if (typeof entry !== 'string') {
      tiers.push(entry);
      names = undefined;
    } else if (names) names.push(entry);
    else tiers.push({ ranks: (names = [entry]) });
  }
  return tiers.map((tier) => {
    const id = `tier-${(counts.tiers += 1)}`;
    const ranks = tier.ranks.map((rank: string | RankData) => {
      const own = `rank-${(counts.ranks += 1)}`;
      return typeof rank === 'string' ? { id: own, name: rank } : { id: own, ...rank };
    });
    return { id, ...tier, ranks };
  });
}

/** Completes a system of ranks. A list is its only career. */
export function completeRanks(
  written: readonly (string | TierData)[] | RankSystemData,
  lang: string,
): RankSystem {
  const system: RankSystemData = 'tracks' in written ? written : { tracks: [{ tiers: written }] };
  const counts = { tiers: 0, ranks: 0 };
  const { source, ...rest } = system;
  const trackOf = (track: TrackData, index: number): Track => ({
    id: `track-${index + 1}`,
    ...track,
    tiers: tiersOf(track.tiers, counts),
  });
  return {
    name: /^zh\b/i.test(lang) ? '衔级' : 'Ranks',
    ...rest,
    ...(source && { source: completeSource(source) }),
    tracks: system.tracks.map(trackOf),
  };
}
