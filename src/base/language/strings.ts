import type { msg as litMsg, str as litStr } from '@lit/localize';
import { requestOnce } from '../../answers.js';
import { closestTag, once, SOURCE_LOCALE } from './tags.js';

/*
 * The runtime of @lit/localize knows one language for a whole page and can be configured once. Here each
 * element has its own: `msg` belongs to the element and only borrows the library's type, by which its
 * command line finds the strings and writes them into locales/ for the translators.
 */

/**
 * Translated strings by their identifier; `{0}` stands for the first value. In the published files a short hash stands
 * for each identifier, in the code as in the strings.
 */
export type Strings = Readonly<Record<string, string>>;

/** Gives a string in a language: `` msg(str`共${count}项`, { id: 'duties.count' }) ``. */
export type Message = typeof litMsg;

/** Values in a string. */
export const str: typeof litStr = (strings, ...values) => ({ strTag: true, strings, values });

/** Where the strings of each translated locale lie. */
export const STRING_FILES: Readonly<Record<string, string>> = {
  en: new URL('./strings/en.json', import.meta.url).href,
};

/** Locales that the library is translated to, as BCP 47 tags. */
export const LOCALES: readonly string[] = [SOURCE_LOCALE, ...Object.keys(STRING_FILES)];

/**
 * Looks up the locale for a language, by BCP 47: the same script first (`zh-CN` → `zh-Hans`), else the
 * same language (`en-GB` → `en`). Unknown and malformed tags read in the source language.
 */
export const matchLocale = /* @__PURE__ */ once(
  (tag): string => closestTag(tag, LOCALES) ?? SOURCE_LOCALE,
);

const loaded = new Map<string, Strings>([[SOURCE_LOCALE, {}]]);

/** Whether the strings of a locale are at hand. */
export const hasStrings = (locale: string): boolean => loaded.has(locale);

/**
 * Hands over the strings of a locale, so that nothing is fetched for it.
 *
 * @param locale - one of `LOCALES`
 * @param strings - the content of `strings/<locale>.json`
 */
export function provideStrings(locale: string, strings: Strings): void {
  loaded.set(locale, strings);
}

/** Fetches the strings of a locale; whoever asks for the same ones shares the request. */
export async function loadStrings(locale: string, signal: AbortSignal): Promise<Strings> {
  const strings = (await requestOnce(STRING_FILES[locale]!, signal)) as Strings;
  provideStrings(locale, strings);
  return strings;
}

/** A string in a locale, with its values put in; in the source language where there is no translation. */
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
    ? strings.reduce((text, part, index) => text + valueAt(index - 1) + part)
    : translated.replace(/\{(\d)\}/g, (_, index) => valueAt(Number(index)));
}
