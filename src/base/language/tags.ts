/* Language tags (BCP 47): compares them, finds their direction, and repairs those of pages. */

/** Language of the strings in the code. */
export const SOURCE_LOCALE = 'zh-Hans';

/**
 * Caches results for tags and strings. They are slow to compute and never change, and a list needs
 * them in every row.
 */
export function once<T>(create: (text: string) => T, limit = 500): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    // A server that runs for months may see any number of tags.
    if (made.size > limit) made.clear();
    let value = made.get(text);
    if (value === undefined && !made.has(text)) made.set(text, (value = create(text)));
    return value as T;
  };
}

type Writing = Pick<Intl.Locale, 'language' | 'script'> & { readonly region?: string | undefined };

/** Finds the language, script and likely region of a tag; `undefined` if it is malformed. Common ones have no region. */
const maximized = /* @__PURE__ */ once((tag): Writing | undefined => {
  // Handles the most common tags: the first use of `Intl` costs 17 ms before the first paint on a
  // phone.
  if (/^zh(-Hans)?(-CN)?$/.test(tag)) return { language: 'zh', script: 'Hans' };
  if (/^en(-US|-GB)?$/.test(tag)) return { language: 'en', script: 'Latn' };
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
});

/** Returns a tag that `Intl` accepts. Tags in data may be malformed. */
export const formattable = (tag: string): string => (maximized(tag) ? tag : SOURCE_LOCALE);

/** True when two tags share language and script: `zh-TW` is not written like `zh-Hans`. */
export function writtenAlike(tag: string, other: string): boolean {
  const [one, two] = [maximized(tag), maximized(other)];
  return one !== undefined && one.language === two?.language && one.script === two.script;
}

/** Finds the closest tag: same language and script, else same language. */
export function closestTag(wanted: string, tags: readonly string[]): string | undefined {
  const language = maximized(wanted)?.language;
  return (
    tags.find((tag) => writtenAlike(tag, wanted)) ??
    tags.find((tag) => maximized(tag)?.language === language)
  );
}

/** Locales for languages without strings, by the region where the language is spoken. The first fits. */
const FALLBACKS = [
  [/CN|HK|MO|TW/, SOURCE_LOCALE],
  [/^/, 'en'],
] as const;

/** Finds the locale for a language without strings: Chinese for languages of China, else English. */
export const fallbackFor = (tag: string): string =>
  FALLBACKS.find(([regions]) => regions.test(maximized(tag)?.region ?? ''))![1];

/** Writing direction of a language. */
export const directionOf = /* @__PURE__ */ once((tag): 'ltr' | 'rtl' =>
  /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/.test(maximized(tag)?.script ?? '') ? 'rtl' : 'ltr',
);

/**
 * Repairs a tag: `zh_CN` becomes `zh-CN`, and a malformed tag is reduced to its first part. What is
 * no language (`cn`, `utf-8`) becomes the source language: it stands on Chinese pages. A language
 * that is known has a script.
 */
export const wellFormed = /* @__PURE__ */ once((tag): string => {
  const hyphenated = tag.trim().replace(/_/g, '-');
  const candidates = [hyphenated, hyphenated.split('-')[0]!];
  return candidates.find((candidate) => maximized(candidate)?.script) ?? SOURCE_LOCALE;
});
