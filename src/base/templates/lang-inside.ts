import { nothing } from 'lit';

/** The attribute `lang` for words that stand inside others; nothing where both are of one language. */
export const langInside = (language: string, around: string): string | typeof nothing =>
  language === around ? nothing : language;
