/* Language tags (BCP 47): which are alike, which way they are written, and which one a page means. */

/** Language the strings are written in. */
export const SOURCE_LOCALE = 'zh-Hans';

/** What is made of a tag or of a string takes long to make and never changes; a list asks for it in every row. */
export function once<T>(create: (text: string) => T, limit = 500): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    // Any tag may be asked for on a server, which runs for months.
    if (made.size > limit) made.clear();
    let value = made.get(text);
    if (value === undefined && !made.has(text)) made.set(text, (value = create(text)));
    return value as T;
  };
}

type Writing = Pick<Intl.Locale, 'language' | 'script'>;

/** The language and script of a tag; nothing for what is no tag. */
const maximized = /* @__PURE__ */ once((tag): Writing | undefined => {
  // The tags that most pages have: the first look into the tables of `Intl` takes a telephone 17 ms before it paints.
  if (/^zh(-Hans)?(-CN)?$/.test(tag)) return { language: 'zh', script: 'Hans' };
  if (/^en(-US|-GB)?$/.test(tag)) return { language: 'en', script: 'Latn' };
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
});

/** The tag for `Intl`: one that comes from data may be none. */
export const formattable = (tag: string): string => (maximized(tag) ? tag : SOURCE_LOCALE);

/** Whether two tags are of the same language and script: `zh-TW` is not written like `zh-Hans`. */
export function writtenAlike(tag: string, other: string): boolean {
  const [one, two] = [maximized(tag), maximized(other)];
  return one !== undefined && one.language === two?.language && one.script === two.script;
}

/** The tag that comes closest to the wanted one: of the same script, or else of the same language. */
export function closestTag(wanted: string, tags: readonly string[]): string | undefined {
  const language = maximized(wanted)?.language;
  return (
    tags.find((tag) => writtenAlike(tag, wanted)) ??
    tags.find((tag) => maximized(tag)?.language === language)
  );
}

/** Direction in which a language is written. */
export const directionOf = /* @__PURE__ */ once((tag): 'ltr' | 'rtl' =>
  /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/.test(maximized(tag)?.script ?? '') ? 'rtl' : 'ltr',
);

/** A tag as a page means it: `zh_CN` is zh-CN, and what is no tag at all counts by its first part. */
export const wellFormed = /* @__PURE__ */ once((tag): string => {
  const hyphenated = tag.trim().replace(/_/g, '-');
  const candidates = [hyphenated, hyphenated.split('-')[0]!];
  return candidates.find((candidate) => maximized(candidate)) ?? SOURCE_LOCALE;
});
