import type { msg as litMsg, str as litStr } from '@lit/localize';
import { bringFile } from '../../library-file.js';
import type { LibraryFile } from '../../library-origin.js';
import { VERSION } from '../../version.js';
import { warnOnce } from '../../warnings.js';
import { closestTag, fallbackFor, once, SOURCE_LOCALE, wellFormed } from './tags.js';
import { STRING_COUNT, TRANSLATIONS } from './translations.js';

/*
 * The runtime of @lit/localize supports one language per page and one configuration. Here each
 * element has its own language. `msg` therefore belongs to the element. It has the type of the
 * library's `msg`, because the library's command line finds strings by it and writes them to
 * locales/.
 */

/**
 * Translated strings by identifier; `{0}` stands for the first value. In the published files, in
 * code and strings alike, a short hash replaces each identifier.
 */
export type Strings = Readonly<Record<string, string>>;

/** Returns a string in a language: `` msg(str`共${count}项`, { id: 'duties.count' }) ``. */
export type Message = typeof litMsg;

/** Tags a template with values. */
export const str: typeof litStr = (strings, ...values) => ({ strTag: true, strings, values });

/** Locales of the library, as BCP 47 tags. */
export const LOCALES: readonly string[] = [SOURCE_LOCALE, ...Object.keys(TRANSLATIONS)];

/**
 * Finds the locale with strings in a language, by BCP 47: first the same script (`zh-CN` →
 * `zh-Hans`), else the same language (`en-GB` → `en`).
 */
export const translationFor = (tag: string): string | undefined => closestTag(tag, LOCALES);

/** Finds the locale for any language. Some have no strings: French gets English. */
export const matchLocale = /* @__PURE__ */ once((tag): string => {
  const repaired = wellFormed(tag);
  return translationFor(repaired) ?? fallbackFor(repaired);
});

/** File with the strings of a translated locale. */
export const stringFile = (locale: string): LibraryFile => ({
  path: `strings/${locale}`,
  load: TRANSLATIONS[locale],
});

const loaded = new Map<string, Strings>([[SOURCE_LOCALE, {}]]);

/** True when the strings of a locale are loaded. */
export const hasStrings = (locale: string): boolean => loaded.has(locale);

/**
 * Keeps the strings of a locale if there are enough. An older translation has fewer, and would mix
 * two languages in one element. So has an empty response, or that of a gateway.
 */
function keep(locale: string, strings: unknown): strings is Strings {
  const isWhole = Object.keys(Object(strings) as object).length >= STRING_COUNT;
  if (isWhole) loaded.set(locale, strings as Strings);
  return isWhole;
}

/** Says what to do about strings that are not used. */
const tooFew = (locale: string): string =>
  `strings/${locale} has fewer strings than version ${VERSION}; copy it again with the script.`;

/**
 * Provides the strings of a locale, so they are not fetched. Those of an older version are not used.
 *
 * @param locale - one of `LOCALES`
 * @param strings - content of `strings/<locale>.json`
 */
export function provideStrings(locale: string, strings: Strings): void {
  if (!keep(locale, strings)) warnOnce(tooFew(locale));
}

/**
 * Brings the strings of a locale. All callers share one request. A cache may have an older file, so
 * the server is asked again for one that has too few.
 *
 * @throws RequestError, or a `TypeError` if there are too few
 */
export async function loadStrings(locale: string, signal: AbortSignal): Promise<Strings> {
  for (const fresh of [false, true]) {
    const strings = await bringFile(stringFile(locale), signal, fresh);
    if (keep(locale, strings)) return strings;
  }
  throw new TypeError(tooFew(locale));
}

/** Translates a string and inserts its values. Without a translation, it stays in Chinese. */
export function translate(
  locale: string,
  template: string | ReturnType<typeof litStr>,
  id = '',
): string {
  const translated = loaded.get(locale)?.[id];
  if (typeof template === 'string') return translated ?? template;
  const { strings, values } = template;
  const valueAt = (index: number): string => String(values[index]);
  return translated === undefined
    ? strings.map((part, index) => (index ? valueAt(index - 1) : '') + part).join('')
    : translated.replace(/\{(\d)\}/g, (_, index) => valueAt(Number(index)));
}
