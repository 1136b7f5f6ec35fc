import type { Source } from '../model.js';
import { checkAddress, checkDay, type Report } from '../references.js';
import type { WrittenSource } from '../written-values.js';

/* Reads days, addresses and sources as people write them. */

/** Turns 2003年2月28日, 2003/2/28 or 2003.2.28 into 2003-02-28. */
export function isoDay(written: string): string {
  const [year = '', month = '', day = ''] = written.split(/[-/.年月日]/);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Adds http: to a host without a scheme; sites that have https redirect. */
export const siteAddress = (written: string): string =>
  /^https?:/i.test(written) ? written : `http://${written}`;

/** A host that people write without a scheme; a path on the same site never looks so. */
const HOST =
  /^(www\.|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.(cn|com|net|org|gov|edu|uk|eu)(:\d+)?(\/|$))/iu;

/** Begins an absolute address of a link. */
export const SCHEME = /^(https?|mailto|tel):/i;

/**
 * Makes the address of a link absolute.
 *
 * @param base - address of the file or page that has the link
 * @returns the address; `undefined` if it is relative and there is no base, or cannot be read
 */
export function linkAddress(written: string, base: string | undefined): string | undefined {
  const address = written.trim();
  try {
    const { href } = new URL(HOST.test(address) ? siteAddress(address) : address, base);
    // A page that was opened from a disk has no address that a link could start at.
    if (!SCHEME.test(href)) return undefined;
    return SCHEME.test(address) ? address : href;
  } catch {
    return undefined;
  }
}

/** Completes a source. A text is its title. */
export function completeSource(source: WrittenSource): Source {
  if (typeof source === 'string') return { title: source };
  const { date, url, ...rest } = source;
  return { ...rest, ...(date && { date: isoDay(date) }), ...(url && { url: siteAddress(url) }) };
}

/** Checks that the day is in the calendar. */
export const checkWrittenDay = (written: string, report: Report): void =>
  checkDay(isoDay(written), (place) => report(place, written));

/** Checks that the address of a site parses. */
export const checkWrittenSite = (written: string, report: Report): void =>
  checkAddress(siteAddress(written), (place) => report(place, written));
