import { isChinese } from './punctuation.js';

/** Characters that only traditional Chinese has. */
const TRADITIONAL = /[國學職務機關會們個這門縣區總長業發電話網開辦處負責組織與為對實說請經員書]/gu;

/** Finds the language of a text: `zh-Hans`, `zh-Hant` or `en`. */
export function languageOf(text: string): string {
  if (!isChinese(text)) return 'en';
  const all = text.match(/\p{Script=Han}/gu)!.length;
  return (text.match(TRADITIONAL)?.length ?? 0) > all / 20 ? 'zh-Hant' : 'zh-Hans';
}
