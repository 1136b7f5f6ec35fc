/* Where the next page begins: opaque to clients, and good for one list only. */
import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../configuration/keys.js';
import { ServiceProblem } from '../contract/service-problem.js';

/**
 * Writes a cursor.
 *
 * @param keys - signs it
 * @param list - names the list that it belongs to
 * @param place - the last item of the page before
 */
export function writeCursor(keys: Keys, list: string, place: string): string {
  const seal = keys.sign('cursor', list, place).subarray(0, 16).toString('base64url');
  return `${Buffer.from(place).toString('base64url')}.${seal}`;
}

/** Reads a cursor. One that was changed, or made for another list, is a `cursor` problem. */
export function readCursor(keys: Keys, list: string, cursor: string): string {
  const place = Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString();
  const expected = Buffer.from(writeCursor(keys, list, place));
  const given = Buffer.from(cursor);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new ServiceProblem('cursor');
  }
  return place;
}

/**
 * Counts how many items from the first on fit on a page; one always does.
 *
 * @param lengths - bytes of each item
 * @param most - bytes of the page
 */
export function countFitting(lengths: readonly number[], most: number): number {
  let bytes = 0;
  const first = lengths.findIndex((length) => (bytes += length) > most);
  return first === -1 ? lengths.length : Math.max(1, first);
}

/**
 * Cuts a page out of rows, of which the query reads one more than the page takes.
 *
 * @param placeOf - where the page after a row begins
 */
export function cutPage<Row>(
  keys: Keys,
  list: string,
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => string,
): { shown: readonly Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor(keys, list, placeOf(last)) : null;
  return { shown, nextCursor };
}
