import { LazyModule } from '../lazy-module.js';
import { firstOf } from './inside.js';
import type { Part } from './parts.js';
import { AWAITED, fault, type Source } from './source.js';

/** What reads markup: most pages write none. Where it does not come, what the author wrote is there to read. */
export const markup = new LazyModule(() => import('./read-markup.js'));

/**
 * What an author wrote inside an element: JSON, markup that the element can read, something else, or nothing. A
 * picture for a named slot is something: whoever puts an emblem into an element means an agency of their own.
 *
 * @param part - what the element shows
 * @param lang - BCP 47 tag of the words
 * @returns the source of the data, awaited until there is what reads it; `undefined` when there is nothing but blanks and comments
 */
export function readContent(
  host: Element,
  part: Pick<Part, 'readMarkup' | 'markup'>,
  lang: string,
): Source | undefined {
  const script = firstOf(host, 'script[type="application/json" i], script[type="text/json" i]');
  if (script) return readJson(script.textContent);
  if (!host.firstElementChild && !host.textContent.trim()) return undefined;
  if (!markup.module) return AWAITED;
  const value = markup.module[part.readMarkup](host, lang);
  if (value === undefined) return fault('markup', part.markup);
  return { kind: 'value', key: JSON.stringify(value), value };
}

function readJson(text: string): Source {
  try {
    return { kind: 'value', key: text, value: JSON.parse(text) };
  } catch (error) {
    return fault('format', `JSON (${String(error)})`);
  }
}
