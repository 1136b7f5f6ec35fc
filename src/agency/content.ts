import { writeJson } from '../json.js';
import { LazyModule } from '../lazy-module.js';
import { firstOf } from './inside.js';
import type { Part } from './parts.js';
import { AWAITED, fault, type Source } from './source.js';

/**
 * Code that reads markup. It loads on demand, because most pages write none. If it fails to load,
 * the author's markup stays visible.
 */
export const markup = new LazyModule(() => import('./read-markup.js'));

/**
 * Reads what the author wrote inside an element: JSON, or markup that the element understands.
 * Anything else there is a fault. A picture in a named slot counts as content: an author who adds
 * an emblem means their own agency, not the built-in one.
 *
 * @param part - the part that the element shows
 * @param lang - BCP 47 tag of the text
 * @returns the source, `AWAITED` until the code has loaded; `undefined` for white space and
 * comments
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
  return { kind: 'value', key: writeJson(value), value };
}

function readJson(text: string): Source {
  try {
    return { kind: 'value', key: text, value: JSON.parse(text) };
  } catch {
    return fault('syntax', text);
  }
}
