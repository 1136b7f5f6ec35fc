import { translationFor } from './strings.js';
import { wellFormed } from './tags.js';

/**
 * Chooses the language that an element follows. Browsers and servers have this one rule, so an
 * element shows what a server rendered:
 *
 * 1. The first language that is named counts; `zh-Hans` if none is.
 * 2. If there are no strings for it, what is shown stays: page translators set `lang`, but do not
 *    translate what is in a shadow root.
 * 3. If nothing is shown yet, `matchLocale` finds the closest strings.
 *
 * @param named - languages of the element, of the page around it, and of its data
 * @param shown - language that the element has followed until now; empty if it has shown nothing
 * @returns BCP 47 tag
 */
export function chooseLanguage(named: readonly (string | undefined)[], shown = ''): string {
  const tag = wellFormed(named.find(Boolean) ?? '');
  return translationFor(tag) === undefined ? shown || tag : tag;
}
