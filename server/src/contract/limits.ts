/* How long texts and requests may be. */

/** Longest that one character may be, in UTF-16 units; a longer one counts as several. No emoji in use is longer. */
export const CHARACTER_UNITS = 16;

/** Limits of the contract; a site can narrow `body`, never widen it. Texts are limited in characters. */
export const LIMITS = {
  body: 2000,
  /**
   * Bytes of UTF-8 for a body, because characters say little about memory. 2,000 Chinese characters take 6,000 of
   * them, 2,000 emoji with a skin tone take all.
   */
  bodyBytes: 16_000,
  authorName: 32,
  contact: 128,
  threadBytes: 512,
  pageSize: 50,
  /** Bytes of the texts on one page of a list. A page of 20 comments of 2,000 Chinese characters fits. */
  pageBytes: 128 * 1024,
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
  // JSON may write a UTF-16 unit with six characters, as `\u5b57`. UTF-8 has at least two bytes for such a unit.
  3 * Math.min(LIMITS.bodyBytes, 3 * CHARACTER_UNITS * body) +
  6 * CHARACTER_UNITS * (LIMITS.authorName + LIMITS.contact) +
  OTHER_BYTES;

/** How the characters of a text are counted. */
export const COUNTED = `characters as readers see them (extended grapheme clusters; one of more than ${CHARACTER_UNITS} UTF-16 units counts once for each ${CHARACTER_UNITS} units that it begins)`;
