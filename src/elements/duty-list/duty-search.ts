import { html } from 'lit';
import { finder, findText } from '../../base/language/find-text.js';
import type { Row } from './duty-text.js';

/* Searching the list. It comes when a reader goes to the search field. */

/** The rows that a search leaves. */
export function findRows(rows: readonly Row[], query: string): Row[] {
  const find = finder(query);
  return rows.filter(({ duty: { title, text = '' } }) => find(title) || find(text));
}

/**
 * A text with the hits marked; one without any is a text and no list.
 *
 * @param gap - what follows it
 */
export function renderFound(text: string, query: string, gap: string): unknown {
  const parts = findText(text, query);
  if (!parts.some(({ found }) => found)) return text + gap;
  return [...parts.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : text)), gap];
}
