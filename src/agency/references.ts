import type { Duties, Rank, RankSystem, Track } from './model.js';
import { hasOwnNumber } from './own-number.js';

/** Reports a wrong value; the pointer is relative to the checked value. */
export type Report = (pointer: string, detail: string) => void;

/**
 * True if the calendar has the day, an ISO 8601 date. Browsers read 31 February as 3 March, and
 * libraries on old pages replace `Date.parse`.
 */
export function isInCalendar(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Months begin at 0. A day that a month does not have becomes one of the next month.
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
}

/** Checks that the day is in the calendar. */
export function checkDay(day: string, report: Report): void {
  if (!isInCalendar(day)) report('', day);
}

/** Checks that the address parses. The pattern of the schema looks only at its beginning. */
export function checkAddress(address: string, report: Report): void {
  try {
    new URL(address);
  } catch {
    report('', address);
  }
}

const ranksOf = ({ tiers }: Track): Rank[] => tiers.flatMap(({ ranks }) => ranks);

/** Maps the identifier of each rank to its track and its place there; 0 is the highest. */
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

/**
 * Checks that identifiers are unique, because each is the deep link of a duty, and that no title
 * begins with a number, which would be printed twice.
 */
export function checkDuties({ items }: Duties, report: Report): void {
  checkUnique(items, '/items', report);
  items.forEach(({ title }, index) => {
    if (hasOwnNumber(title)) report(`/items/${index}/title`, title);
  });
}

/** Checks that identifiers are unique, and that every range leads down within one track. */
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
