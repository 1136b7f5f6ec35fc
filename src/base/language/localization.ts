import type { msg as litMsg, str as litStr } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { followAncestors, selfAndAncestors } from './ancestors.js';
import { requestOnce } from '../../answers.js';

/*
 * The runtime of @lit/localize knows one language for a whole page and can be configured once. Here each
 * element has its own: `msg` belongs to the element and only borrows the library's type, by which its
 * command line finds the strings and writes them into locales/ for the translators.
 */

/** Language the strings are written in. */
export const SOURCE_LOCALE = 'zh-Hans';

/** Translated strings by their source; `{0}` stands for the first value. */
export type Strings = Readonly<Record<string, string>>;

type Message = typeof litMsg;

/** Values in a string: `` msg(str`共${count}项`, { id }) ``. */
export const str: typeof litStr = (strings, ...values) => ({ strTag: true, strings, values });

/** Where the strings of each translated locale lie. */
export const STRING_FILES: Readonly<Record<string, string>> = {
  en: new URL('./strings/en.json', import.meta.url).href,
};

/** Locales that the library is translated to, as BCP 47 tags. */
export const LOCALES: readonly string[] = [SOURCE_LOCALE, ...Object.keys(STRING_FILES)];

const loaded = new Map<string, Strings>([[SOURCE_LOCALE, {}]]);

/**
 * Hands over the strings of a locale, so that nothing is fetched for it.
 *
 * @param locale - one of `LOCALES`
 * @param strings - the content of `strings/<locale>.json`
 */
export function provideStrings(locale: string, strings: Strings): void {
  loaded.set(locale, strings);
}

/** What is made of a tag or of a string takes long to make and never changes; a list asks for it in every row. */
function once<T>(create: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    // Any tag may be asked for on a server, which runs for months.
    if (made.size > 500) made.clear();
    let value = made.get(text);
    if (value === undefined && !made.has(text)) made.set(text, (value = create(text)));
    return value as T;
  };
}

/** The language, script and region of a tag; nothing for what is no tag. */
const maximized = /* @__PURE__ */ once((tag): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
});

/** The tag that comes closest to the wanted one: of the same script, or else of the same language. */
export function closestTag(wanted: string, tags: readonly string[]): string | undefined {
  const language = maximized(wanted)?.language;
  return (
    tags.find((tag) => writtenAlike(tag, wanted)) ??
    tags.find((tag) => maximized(tag)?.language === language)
  );
}

/**
 * Looks up the locale for a language, by BCP 47: the same script first (`zh-CN` → `zh-Hans`), else the
 * same language (`en-GB` → `en`). Unknown and malformed tags read in the source language.
 */
export const matchLocale = /* @__PURE__ */ once(
  (tag): string => closestTag(tag, LOCALES) ?? SOURCE_LOCALE,
);

/** Whether two tags are of the same language and script: `zh-TW` is not written like `zh-Hans`. */
function writtenAlike(tag: string, other: string): boolean {
  const [one, two] = [maximized(tag), maximized(other)];
  return one !== undefined && one.language === two?.language && one.script === two.script;
}

/** Direction in which a language is written. */
export const directionOf = /* @__PURE__ */ once((tag): 'ltr' | 'rtl' =>
  /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/.test(maximized(tag)?.script ?? '') ? 'rtl' : 'ltr',
);

/** A string cut at its holes: text, number of a value, text, number, … */
const piecesOf = /* @__PURE__ */ once((text) => text.split(/\{(\d)\}/));

/** The source of a template with values: `共 {0} 项`. */
const sources = new WeakMap<TemplateStringsArray, string>();

function sourceOf(strings: TemplateStringsArray): string {
  let source = sources.get(strings);
  if (source === undefined) {
    source = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    sources.set(strings, source);
  }
  return source;
}

/** Whatever speaks: an element, as far as its words are concerned. */
export interface Localized {
  readonly localization: LocalizationController;
  readonly msg: Message;
}

/** Gives one element its language: the nearest `lang`, followed live, and the strings for it. */
export class LocalizationController implements ReactiveController {
  /** BCP 47 tag that the page asks for: the nearest `lang`. */
  wanted = '';

  /** The locale that comes closest to it. */
  locale = '';

  /** BCP 47 tag of what is shown, for formatting too. */
  language = SOURCE_LOCALE;

  /** The locale of the strings that are shown; it changes when the next ones are there, or known not to come. */
  #shown = '';

  readonly #host: ReactiveControllerHost & HTMLElement;
  #stop: (() => void) | undefined;
  #loading: AbortController | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = followAncestors(this.#host, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#loading?.abort();
    this.#loading = undefined;
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    this.wanted = nearestLanguage(this.#host);
    const locale = matchLocale(this.wanted);
    const waits = !loaded.has(locale) && !this.#failed && !this.#loading;
    if (locale !== this.locale || waits) {
      this.locale = locale;
      void this.#load();
    }
    this.#show();
  }

  /** Takes a language as given, where there is no page to ask: on a server. Its strings have to be at hand. */
  assume(tag: string): void {
    this.wanted = wellFormed(tag);
    this.locale = matchLocale(this.wanted);
    this.#shown = '';
    this.#show();
  }

  /** Whether there are strings to show. */
  get ready(): boolean {
    return this.#shown !== '';
  }

  /** The string in the element's language; the values of a `str` template are put in. */
  readonly msg = ((template: string | ReturnType<typeof litStr>): string => {
    const translated = loaded.get(this.#shown);
    if (typeof template === 'string') return translated?.[template] ?? template;
    const { strings, values } = template;
    const source = sourceOf(strings);
    const pieces = piecesOf(translated?.[source] ?? source);
    let text = pieces[0]!;
    for (let index = 1; index < pieces.length; index += 2) {
      text += String(values[+pieces[index]!]) + pieces[index + 1]!;
    }
    return text;
  }) as Message;

  readonly #show = (): void => {
    const { wanted, locale } = this;
    if (loaded.has(locale)) this.#shown = locale;
    else if (this.#failed) this.#shown = SOURCE_LOCALE;
    this.language = writtenAlike(wanted, this.#shown) ? wanted : this.#shown || SOURCE_LOCALE;
  };

  readonly #load = async (): Promise<void> => {
    this.#loading?.abort();
    this.#failed = false;
    const { locale } = this;
    const url = STRING_FILES[locale];
    if (loaded.has(locale) || !url) return;
    const { signal } = (this.#loading = new AbortController());
    try {
      provideStrings(locale, (await requestOnce(url, signal)) as Strings);
    } catch (error) {
      if (signal.aborted) return;
      this.#failed = true;
      console.warn(`customs-widgets: the strings of "${locale}" are missing.`, error);
    }
    if (signal.aborted) return;
    this.#loading = undefined;
    this.#host.requestUpdate();
  };

  /** Asks again for strings that did not come. */
  retry(): void {
    if (!this.#failed) return;
    void this.#load();
    this.#host.requestUpdate();
  }
}

/** The tag may come from data, and be none. */
const formattable = (tag: string): string => (maximized(tag) ? tag : SOURCE_LOCALE);

const numbers = /* @__PURE__ */ once((tag) => new Intl.NumberFormat(formattable(tag)));
const dates = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'long', timeZone: 'UTC' }),
);

/** A number, written as the language writes it. */
export const formatNumber = (language: string, value: number): string =>
  numbers(language).format(value);

/** An ISO 8601 date (`2003-02-28`) in words. */
export const formatDate = (language: string, value: string): string =>
  dates(language).format(new Date(value));

const moments = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'medium', timeStyle: 'short' }),
);
const ages = /* @__PURE__ */ once((tag) => new Intl.RelativeTimeFormat(formattable(tag)));

/** Date and time, in the time zone of the reader. */
export const formatDateTime = (language: string, date: Date): string =>
  moments(language).format(date);

/** Seconds of each unit, from the longest. */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A span in words, in whole units: `3 天前`, `in 2 minutes`. A wait is rounded up, an age down. */
export function formatSpan(language: string, seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return ages(language).format(Math.ceil(seconds / length), unit);
}

/** This moment in words: 现在, now. */
const present = /* @__PURE__ */ once((tag) =>
  new Intl.RelativeTimeFormat(formattable(tag), { numeric: 'auto' }).format(0, 'second'),
);

/**
 * How long ago something was, in words. A minute ago is now: seconds would be out of date as soon as they are read,
 * and a clock that is a little off makes no future of it.
 */
export function formatRelativeTime(language: string, date: Date): string {
  const seconds = (date.getTime() - Date.now()) / 1000;
  return seconds > -60 ? present(language) : formatSpan(language, seconds);
}

/** A tag as a page means it: `zh_CN` is zh-CN, and what is no tag at all counts by its first part. */
const wellFormed = /* @__PURE__ */ once((tag): string => {
  const hyphenated = tag.trim().replace(/_/g, '-');
  const candidates = [hyphenated, hyphenated.split('-')[0]!];
  return candidates.find((candidate) => maximized(candidate)) ?? SOURCE_LOCALE;
});

/** The nearest `lang` of the element and its ancestors, across shadow roots. */
export function nearestLanguage(element: HTMLElement): string {
  // The property comes first: it is set before the attribute follows.
  if (element.lang) return wellFormed(element.lang);
  for (const ancestor of selfAndAncestors(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang) return wellFormed(lang);
  }
  return SOURCE_LOCALE;
}
