import { nothing } from 'lit';

/** Value of `lang` for text inside other text; nothing if both have the same language. */
export const langInside = (language: string, around: string): string | typeof nothing =>
  language === around ? nothing : language;
