/* How long texts and requests may be. */

/** Longest that one character may be, in UTF-16 units; a longer one counts as several. No emoji in use is longer. */
export const CHARACTER_UNITS = 16;

/** Limits of the contract; a site can narrow `body`, never widen it. Texts are limited in characters. */
export const LIMITS = {
  body: 2000,
  authorName: 32,
  contact: 128,
  threadBytes: 512,
  pageSize: 50,
  countThreads: 50,
  officialReplies: 10,
  note: 500,
} as const;

/** Bytes for everything in a request but the texts of a comment: ids, captcha, sign-in, the keys of 50 threads. */
const OTHER_BYTES = 32 * 1024;

/**
 * Most bytes that a request may have: so many that every comment within the limits fits.
 *
 * @param body - longest comment in characters, of all sites of the service
 */
export const requestBytes = (body: number): number =>
  // UTF-8 takes up to three bytes for a UTF-16 unit. JSON needs more for control characters alone, which count one each.
  3 * CHARACTER_UNITS * (body + LIMITS.authorName + LIMITS.contact) + OTHER_BYTES;

/** How the characters of a text are counted. */
export const COUNTED = `characters as readers see them (extended grapheme clusters; one of more than ${CHARACTER_UNITS} UTF-16 units counts once for each ${CHARACTER_UNITS} units that it begins)`;
