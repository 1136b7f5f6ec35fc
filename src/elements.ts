/*
 * The table of the elements. A new element is a folder `elements/<name>/`, a row here, and its
 * stories. The script files, sizes, exports, server rendering, frames, page doctor, builder and
 * tests read this table. It imports no class, so code that needs only the names does not load the
 * elements.
 */

/**
 * Elements by name without a prefix, in the order of the documents, with size limits for their
 * script files, in kB of brotli.
 */
export const ELEMENTS = {
  'profile-card': { module: 18.1, classic: 23.7 },
  'duty-list': { module: 18.7, classic: 22.6 },
  'rank-ladder': { module: 20.3, classic: 24.0 },
  'link-list': { module: 15.6, classic: 18.2 },
  'comment-box': { module: 27.8, classic: 32.7 },
  'comment-count': { module: 5.5, classic: 5.7 },
} as const;

/** Name of an element without its prefix. */
export type ElementName = keyof typeof ELEMENTS;

/** Names of all elements. */
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/** True if a custom element name can start with this prefix: `police`, `customs-v2`. */
export const isPrefix = (prefix: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);

/** Returns the tag of an element: `police-duty-list`. */
export const tagOf = (name: string, prefix: string): string => `${prefix}-${name}`;
