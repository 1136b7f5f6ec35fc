/*
 * The built-in data sets. They are separate JSON files beside the script, so they can be cached,
 * replaced and read by people, and a page with its own data does not load them. Each address is
 * written out: bundlers find the files that way and copy them.
 */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gacc: {
    'zh-Hans': new URL('./gacc/zh-Hans.json', import.meta.url).href,
    en: new URL('./gacc/en.json', import.meta.url).href,
  },
};

/** Names that the attribute `agency` accepts. */
export const BUILT_IN_AGENCIES: readonly string[] = Object.keys(FILES);

/**
 * Finds the address of a built-in data set.
 *
 * @param agency - name of the set, for example `gacc`
 * @param locale - one of the locales of the library
 * @returns the address of the translation, else of the original; `undefined` for an unknown name
 */
export function builtInAddress(agency: string, locale: string): string | undefined {
  const files = BUILT_IN_AGENCIES.includes(agency) ? FILES[agency] : undefined;
  return files?.[locale] ?? files?.['zh-Hans'];
}
