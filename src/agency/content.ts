import type { Part } from './parts.js';
import { firstOf } from './read-markup.js';
import { fault, type Source } from './source.js';

/**
 * What an author wrote inside an element: JSON, markup that the element can read, something else, or nothing. A
 * picture for a named slot is something: whoever puts an emblem into an element means an agency of their own.
 *
 * @param part - what the element shows
 * @param lang - BCP 47 tag of the words
 * @returns the source of the data; `undefined` when there is nothing but blanks and comments
 */
export function readContent(
  host: Element,
  { readMarkup, markup }: Pick<Part, 'readMarkup' | 'markup'>,
  lang: string,
): Source | undefined {
  const script = firstOf(host, 'script[type="application/json" i], script[type="text/json" i]');
  if (script) return readJson(script.textContent);
  const value = readMarkup(host, lang);
  if (value !== undefined) return { kind: 'value', key: JSON.stringify(value), value };
  return host.firstElementChild || host.textContent.trim() ? fault('markup', markup) : undefined;
}

function readJson(text: string): Source {
  try {
    return { kind: 'value', key: text, value: JSON.parse(text) };
  } catch (error) {
    return fault('format', `JSON (${String(error)})`);
  }
}
