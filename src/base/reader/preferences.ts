import { selfAndAncestors } from '../language/ancestors.js';

/** Accepted themes. `auto` follows the `color-scheme` of the page. */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;

/** Value of the attribute `theme`. */
export type Theme = (typeof THEMES)[number];

/**
 * True when the element is in elder mode (适老化): through its own attribute `elder`, or through
 * `elder` or `data-elder` on an ancestor, across shadow roots. `data-elder="false"` on a nearer
 * ancestor switches it off.
 */
export function inElderMode(element: Element & { readonly elder: boolean }): boolean {
  if (element.elder) return true;
  for (const ancestor of selfAndAncestors(element)) {
    const value = ancestor.getAttribute('elder') ?? ancestor.getAttribute('data-elder');
    if (value !== null) return value !== 'false';
  }
  return false;
}
