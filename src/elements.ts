/*
 * The table of the elements. A new element is a folder `elements/<name>/`, a row here, and its
 * stories. The script files, sizes, exports, server rendering, frames, page doctor, builder and
 * tests read this table. It imports no class, so code that needs only the names does not load the
 * elements.
 */

/**
 * Elements by name without a prefix, in the order of the documents, with size limits for their
 * script files, in kB of brotli. `draws` names the elements that one draws by their tags: its script
 * file and its `define` bring them too.
 */
export const ELEMENTS = {
  'profile-card': { module: 21.8, classic: 39.9 },
  'duty-list': { module: 22.4, classic: 38.7 },
  'rank-ladder': { module: 23.7, classic: 40.0 },
  'link-list': { module: 18.6, classic: 33.1 },
  'comment-box': { module: 31.4, classic: 39.0 },
  'comment-count': { module: 7.9, classic: 8.1 },
  'agency-page': {
    module: 47.1,
    classic: 70.7,
    draws: ['profile-card', 'duty-list', 'rank-ladder', 'link-list', 'comment-box'],
  },
} as const;

/** Name of an element without its prefix. */
export type ElementName = keyof typeof ELEMENTS;

/** Names of all elements. */
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/** True if a custom element name can start with this prefix: `police`, `customs-v2`. */
export const isPrefix = (prefix: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);

/** Returns the tag of an element: `police-duty-list`. */
export const tagOf = (name: string, prefix: string): string => `${prefix}-${name}`;
