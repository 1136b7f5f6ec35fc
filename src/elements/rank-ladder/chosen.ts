import type { Band, RankSystem, Track } from '../../agency/model.js';
import type { RankFacts } from '../../agency/rank-facts.js';
import { rankPlaces } from '../../agency/references.js';
import { warnNotAccepted, warnOnce } from '../../warnings.js';

/** Finds the track with this identifier, else the first one. */
export function chosenTrack(element: Element, { tracks }: RankSystem, wanted: string): Track {
  const chosen = tracks.find(({ id }) => id === wanted);
  if (wanted && !chosen) {
    const accepted = tracks.map(({ id }) => id);
    warnNotAccepted(element, 'track', wanted, accepted);
  }
  return chosen ?? tracks[0]!;
}

/** Warns about identifiers that no rank of the system has. */
export function checkRanks(
  { localName }: Element,
  system: RankSystem,
  wanted: readonly string[],
): void {
  const ids = [...rankPlaces(system).keys()];
  for (const id of wanted.filter((one) => one && !ids.includes(one))) {
    warnOnce(`<${localName}>: there is no rank "${id}"; use one of ${ids.join(', ')}.`);
  }
}

/** Names the ranks that are open to a band, or the highest and the lowest of many. */
export function rangeOf(facts: readonly RankFacts[], band: Band): string {
  const found = facts.filter(({ bands }) => bands.includes(band)).map(({ rank }) => rank.name);
  const ends = found.length > 2 ? [found[0], found[found.length - 1]] : found;
  return ends.join(' – ');
}
