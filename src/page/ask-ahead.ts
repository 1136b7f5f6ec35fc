import { sourceOf } from '../agency/source.js';
import { askAhead as ask } from '../answers.js';
import { nearestLanguage } from '../base/language/ancestors.js';
import { hasStrings, matchLocale, stringFile } from '../base/language/strings.js';
import { tagOf } from '../elements.js';
import { askFileAhead } from '../library-file.js';
import { wantedPrefix } from './prefix.js';

/** An element that is not registered yet. A script of the page may have set its data. */
type Waiting = HTMLElement & { readonly data?: unknown };

/**
 * Requests the sources that elements in the page name. It runs before everything else of the
 * library, so the response is on its way while the classes are created.
 *
 * @param names - elements that show an agency, without a prefix
 */
export function askAhead(names: readonly string[]): void {
  const prefix = wantedPrefix();
  const tags = names.map((name) => tagOf(name, prefix));
  for (const element of document.querySelectorAll<Waiting>(tags.join())) {
    const src = element.getAttribute('src');
    const agency = element.getAttribute('agency');
    // Without a named source, a script may still provide data. Server renderings wait until the
    // page is idle.
    if ((src ?? agency) === null || element.shadowRoot) continue;
    const { data, baseURI: base } = element;
    const locale = matchLocale(nearestLanguage(element));
    const source = sourceOf({ data, src, agency, content: () => undefined, base, locale });
    if (source.kind === 'address') ask(source.key);
    if (source.kind === 'file') askFileAhead(source.file);
    if (!hasStrings(locale)) askFileAhead(stringFile(locale));
  }
}
