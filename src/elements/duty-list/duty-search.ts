import { html } from '../../base/templates/html.js';
import { finder, findText } from '../../base/language/find-text.js';
import type { Row } from './duty-text.js';

/* Search in the list. The code loads when a reader focuses the search field. */

/** Filters the rows that match. */
export function findRows(rows: readonly Row[], query: string): Row[] {
  const find = finder(query);
  return rows.filter(({ duty: { title, text = '' } }) => find(title) || find(text));
}

/**
 * Marks the matches in a text. Without matches, returns plain text and no list.
 *
 * @param gap - white space after the text
 */
export function renderFound(text: string, query: string, gap: string): unknown {
  const parts = findText(text, query);
  if (!parts.some(({ found }) => found)) return text + gap;
  return [...parts.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : text)), gap];
}
