import type { Part } from './parts.js';
import { firstOf } from './read-markup.js';
import type { Content } from './source.js';

const isEmpty = (host: Element): boolean =>
  host.firstElementChild === null && !host.textContent.trim();

/**
 * What an author wrote inside an element: JSON, markup that the element can read, something else, or nothing. A
 * picture for a named slot is something: whoever puts an emblem into an element means an agency of their own.
 *
 * @param part - what the element shows
 * @param lang - BCP 47 tag of the words
 */
export function readContent(
  host: Element,
  { readMarkup, markup }: Pick<Part, 'readMarkup' | 'markup'>,
  lang: string,
): Content {
  const script = firstOf(host, 'script[type="application/json" i], script[type="text/json" i]');
  if (script) return { kind: 'json', text: script.textContent };
  const value = readMarkup(host, lang);
  if (value !== undefined) return { kind: 'markup', value };
  return isEmpty(host) ? { kind: 'nothing' } : { kind: 'unreadable', expected: markup };
}
