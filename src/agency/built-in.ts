import type { LibraryFile } from '../library-origin.js';
import type { AgencyInput } from './agency-input.js';
import { DATA_SETS } from './data-sets.js';

/** Locale of the originals, which stand in for missing translations. */
const ORIGINAL = 'zh-Hans';

/** What the page has provided: locale → agency, by the name of the set. */
const provided = new Map<string, Map<string, AgencyInput>>();

/** Names that the attribute `agency` accepts. */
export const builtInAgencies = (): string[] => [
  ...new Set([...Object.keys(DATA_SETS), ...provided.keys()]),
];

/** Keeps an agency that the page provides under a name, in one of the locales of the library. */
export function keepAgency(name: string, locale: string, agency: AgencyInput): void {
  provided.set(name, (provided.get(name) ?? new Map<string, AgencyInput>()).set(locale, agency));
}

/** A built-in set in one language: given by the page, or a file of the library. */
export type BuiltIn = { readonly given: AgencyInput } | { readonly file: LibraryFile };

/**
 * Finds a built-in set.
 *
 * @param agency - name of the set, for example `gacc`
 * @param locale - one of the locales of the library
 * @returns the translation, else the original; `undefined` for an unknown name
 */
export function builtIn(agency: string, locale: string): BuiltIn | undefined {
  if (!builtInAgencies().includes(agency)) return undefined;
  const sets = provided.get(agency) ?? new Map<string, AgencyInput>();
  const files = new Map(Object.entries(DATA_SETS[agency] ?? {}));
  const found = [locale, ORIGINAL, ...sets.keys()].find((one) => sets.has(one) || files.has(one))!;
  const given = sets.get(found);
  return given ? { given } : { file: { path: `${agency}/${found}`, load: files.get(found) } };
}
