/*
 * The data sets that come with the library. They lie beside the script as JSON, because data that is
 * fetched can be cached, replaced and read by people, and costs nothing to a page that brings its own.
 * Every address is written out, so that bundlers find the files and copy them along.
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
 * Where a built-in data set lies.
 *
 * @param agency - its name, for example `gacc`
 * @param locale - one of the locales the library is translated to
 * @returns the address, in the original language where the translation is missing, or `undefined` for an unknown name
 */
export function builtInAddress(agency: string, locale: string): string | undefined {
  const files = BUILT_IN_AGENCIES.includes(agency) ? FILES[agency] : undefined;
  return files?.[locale] ?? files?.['zh-Hans'];
}
