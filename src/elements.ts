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
  'profile-card': { module: 20.6, classic: 38.9 },
  'duty-list': { module: 21.3, classic: 37.7 },
  'rank-ladder': { module: 22.7, classic: 38.9 },
  'link-list': { module: 17.9, classic: 32.3 },
  'comment-box': { module: 30.1, classic: 36.7 },
  'comment-count': { module: 7.2, classic: 7.4 },
  'agency-page': {
    module: 45.5,
    classic: 68.3,
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
