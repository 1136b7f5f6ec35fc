import { sourceOf } from '../agency/source.js';
import { askAhead as ask } from '../answers.js';
import { nearestLanguage } from '../base/language/ancestors.js';
import { hasStrings, matchLocale, STRING_FILES } from '../base/language/strings.js';
import { tagOf } from '../elements.js';
import { wantedPrefix } from './prefix.js';

/** An element that is not registered yet; a script of the page may have given it data. */
type Waiting = HTMLElement & { readonly data?: unknown };

/**
 * Asks for what the elements in the page name as their source, before anything else of the library is made: while the
 * answer is on its way, the classes are.
 *
 * @param names - elements that show an agency, without a prefix
 */
export function askAhead(names: readonly string[]): void {
  const prefix = wantedPrefix();
  const tags = names.map((name) => tagOf(name, prefix));
  for (const element of document.querySelectorAll<Waiting>(tags.join())) {
    const src = element.getAttribute('src');
    const agency = element.getAttribute('agency');
    // A page that names no source may still give one by a script. What a server rendered waits until the page is idle.
    if ((src ?? agency) === null || element.shadowRoot) continue;
    const { data, baseURI: base } = element;
    const locale = matchLocale(nearestLanguage(element));
    const source = sourceOf({ data, src, agency, content: () => undefined, base, locale });
    if (source.kind === 'address') ask(source.key);
    if (!hasStrings(locale)) ask(STRING_FILES[locale]!);
  }
}
