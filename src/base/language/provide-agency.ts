import type { AgencyInput } from '../../agency/agency-input.js';
import { keepAgency } from '../../agency/built-in.js';
import { matchLocale } from './strings.js';

/**
 * Provides an agency under a name, so it is not fetched. To be called before elements ask for it.
 *
 * @param name - value for the attribute `agency`: `gacc`, or a name of your own
 * @param lang - BCP 47 tag of the language in which the agency is written: `zh-Hans` or `en`
 * @param agency - JSON that follows the published schema, for example `gacc/en.json`
 * @throws TypeError for the name `none`, which means that data will follow
 */
export function provideAgency(name: string, lang: string, agency: AgencyInput): void {
  if (name === 'none') throw new TypeError('agency="none" means that data will follow.');
  keepAgency(name, matchLocale(lang), agency);
}
