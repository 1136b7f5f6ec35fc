import type { Duties, Rank, RankSystem, Track } from './model.js';

/** Reports that a value below the checked one is wrong. */
export type Report = (pointer: string, detail: string) => void;

/** A day has to be in the calendar; a browser takes the 31st of February for the 3rd of March. */
export function checkDay(day: string, report: Report): void {
  if (!JSON.stringify(new Date(day)).includes(day)) report('', day);
}

/** What begins like an address of the web may still be none. */
export function checkAddress(address: string, report: Report): void {
  try {
    new URL(address);
  } catch {
    report('', address);
  }
}

const ranksOf = ({ tiers }: Track): Rank[] => tiers.flatMap(({ ranks }) => ranks);

/** The ranks of a system by identifier, with their track and their place in it; 0 is the highest. */
export function rankPlaces(system: RankSystem): Map<string, { track: string; place: number }> {
  return new Map(
    system.tracks.flatMap((track) =>
      ranksOf(track).map(({ id }, place) => [id, { track: track.id, place }] as const),
    ),
  );
}

function checkUnique(all: readonly { id: string }[], pointer: string, report: Report): void {
  const seen = new Set<string>();
  for (const { id } of all) {
    if (seen.has(id)) report(pointer, id);
    seen.add(id);
  }
}

/** Identifiers of duties are deep links, so each occurs once. */
export function checkDuties({ items }: Duties, report: Report): void {
  checkUnique(items, '/items', report);
}

/** Identifiers of ranks occur once, and every range leads from a rank down to one of the same track. */
export function checkRanks(system: RankSystem, report: Report): void {
  const { tracks, bands, conferral, promotion } = system;
  checkUnique(tracks, '/tracks', report);
  checkUnique(tracks.flatMap(ranksOf), '/tracks', report);
  const places = rankPlaces(system);
  const checkRange = (high: string, low: string, pointer: string): void => {
    const top = places.get(high);
    const bottom = places.get(low);
    if (!top) report(pointer, high);
    else if (!bottom) report(pointer, low);
    else if (top.track !== bottom.track || top.place > bottom.place) {
      report(pointer, `${high} > ${low}`);
    }
  };
  bands?.forEach(({ from, to }, index) => checkRange(from, to, `/bands/${index}`));
  conferral?.forEach(({ from, to }, index) => checkRange(from, to, `/conferral/${index}`));
  promotion?.steps?.forEach(({ from, to }, index) =>
    checkRange(to, from, `/promotion/steps/${index}`),
  );
}
