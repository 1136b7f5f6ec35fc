/* Days, as documents write them. */
import { isInCalendar } from '../references.js';

/** Day in a text: 2024-03-05, 2024年3月5日, 2024/3/5, 5 March 2024, March 5, 2024. */
export function dayOf(text: string): string | undefined {
  const figures = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/u.exec(text);
  const words =
    /(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+(\d{4})/u.exec(text) ??
    /([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/u.exec(text);
  const parts = figures?.slice(1) ?? [];
  if (words) {
    const name = /[A-Z]/u.test(words[1]!) ? words[1]! : words[2]!;
    const day = name === words[1] ? words[2]! : words[1]!;
    const month = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(name) / 3 + 1;
    parts.splice(0, 3, words[3]!, String(month), day);
  }
  const day = parts.map((part, index) => part.padStart(index ? 2 : 4, '0')).join('-');
  return day && isInCalendar(day) ? day : undefined;
}
