/*
 * The table of the elements. A new one is its room `elements/<name>/`, a row here, and its stories: the script files,
 * the sizes, the exports, rendering on servers, frames, the doctor, the builder and the tests read this table.
 * No class is imported here, so that whoever needs the names alone does not carry the elements.
 */

/** The elements by their names without a prefix, in the order of documents: what their script files may weigh, in kB of brotli. */
export const ELEMENTS = {
  'profile-card': { module: 17.9, classic: 23.4 },
  'duty-list': { module: 18.5, classic: 22.3 },
  'rank-ladder': { module: 20.2, classic: 23.8 },
  'link-list': { module: 15.4, classic: 17.9 },
  'comment-box': { module: 27.6, classic: 32.5 },
  'comment-count': { module: 5.4, classic: 5.6 },
} as const;

/** Name of an element without its prefix. */
export type ElementName = keyof typeof ELEMENTS;

/** The names of all elements. */
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/** Whether a name of a custom element can begin so: `police`, `customs-v2`. */
export const isPrefix = (prefix: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(prefix);

/** The tag of an element: `police-duty-list`. */
export const tagOf = (name: string, prefix: string): string => `${prefix}-${name}`;
