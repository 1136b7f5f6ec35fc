import type { ReadAgency } from './agency-data.js';
import { withRest } from './rest.js';
import { languageOf } from '../guesses/language-of.js';
import type { Passage } from '../passage.js';
import { readAgency } from './read-agency.js';

/** How passages become an agency. */
export interface AgencyOptions {
  /** BCP 47 tag of the texts. Default: that of `rest`, else Chinese or English by the characters. */
  readonly lang?: string;
  /**
   * The agency that the passages came from (`passagesOfAgency`). What passages cannot say, for
   * example identifiers, bands and notes, is taken from it, as long as its text did not change.
   */
  readonly rest?: object;
}

/** Removes the members without a value. */
const filled = <T extends object>(agency: T): T =>
  Object.fromEntries(Object.entries(agency).filter(([, value]) => value !== undefined)) as T;

/**
 * Makes an agency of passages. Never throws: what a role cannot hold is left out. An agency without
 * a name has an empty one, which `parse` reports.
 */
export function agencyOf(
  passages: readonly Passage[],
  { lang, rest }: AgencyOptions = {},
): ReadAgency {
  const said = (rest as { lang?: unknown } | undefined)?.lang;
  const tag =
    lang ??
    (typeof said === 'string' ? said : languageOf(passages.map(({ text }) => text).join('')));
  const agency = readAgency(passages, tag);
  if (!rest) return filled(agency);
  return filled({ ...withRest(agency, passages, rest), ...(lang ? { lang } : {}) });
}
