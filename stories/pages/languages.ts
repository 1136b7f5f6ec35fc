/* Languages of the project's own pages. Chinese comes first: most webmasters who use them read it. */

export const PAGE_LANGUAGES = ['zh-Hans', 'en'] as const;

/** Language of a page of the project. */
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** A table of texts in both languages. The Chinese one defines what there is. */
export type Translated<Texts> = Readonly<Record<PageLanguage, Texts>>;
