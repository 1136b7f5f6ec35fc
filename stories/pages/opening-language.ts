/* The language in which a page of the project opens: the one chosen before, else the browser's. */
import { PAGE_LANGUAGES, type PageLanguage } from './languages.js';
import { keep } from './storage.js';

const kept = keep('localStorage', 'customs-pages/language');

/** Chinese if a reader wants it before English; English for readers of neither. */
export const languageFor = (wanted: readonly string[]): PageLanguage =>
  /^zh\b/i.test(wanted.find((tag) => /^(zh|en)\b/i.test(tag)) ?? '') ? 'zh-Hans' : 'en';

/** Language of a page whose address names none. */
export function openingLanguage(): PageLanguage {
  const chosen = kept.read();
  return PAGE_LANGUAGES.find((one) => one === chosen) ?? languageFor(navigator.languages);
}

/** Remembers what a reader has chosen, for every page of the project. */
export const keepLanguage = (language: PageLanguage): void => kept.write(language);
