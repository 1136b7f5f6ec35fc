/* What a whole page reads without its script: the content itself, as plain HTML. */
import { sentencesOf } from '../fallback.js';
import { rendered } from '../snippets/rendered.js';
import type { Situation } from '../types.js';
import { readable } from './readable.js';

/** Renders an element as plain HTML without styles, ids and attributes of its own tag. */
function plainText(situation: Situation): string {
  const html = rendered(situation, 'shadow', 'none');
  // The element has its shadow root first, and then what stands inside it.
  const start = html.indexOf('<section class="customs-plain"');
  return start < 0 ? '' : readable(html.slice(start, html.lastIndexOf('</')));
}

/**
 * Writes the fallback of an element on a whole page. Where the data is unknown here, the first
 * element says that it needs a script, and the others say nothing.
 */
export function pageFallback(situation: Situation, isFirst: boolean): string {
  const { element, facts, fallback, lang } = situation;
  if (!element.agency) return fallback;
  if (facts.agency) return plainText(situation);
  return isFirst ? `<p>${sentencesOf(lang).unknown}</p>` : '';
}
