/* Blanks and punctuation, as Chinese typography has them. */

/** A Chinese character, or punctuation that stands among them. */
const CHINESE =
  /[\p{Script=Han}\u3001-\u3011\u2018-\u201d\u2026\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/u;

const HAN = /\p{Script=Han}/u;

/** Signs that have a full-width form in Chinese text. */
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
};

/** Addresses of pages and mail boxes, times and numbers: their punctuation stays. */
const FIXED =
  /(?:https?:\/\/|www\.|mailto:|tel:)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w.-]{1,255}\w|\d[\d,:.]*\d/giu;

/** Blanks of all kinds, also those that editors leave behind: no-break and zero-width ones. */
const BLANKS = /[\s\u00a0\u3000\u200b\u200c\u2060\ufeff]+/gu;

/** Removes blanks around a text, and writes each run of blanks inside as one space. */
export const withoutBlanks = (text: string): string => text.replace(BLANKS, ' ').trim();

/** True for a text in Chinese, even if it has Latin words. */
export function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return han > 0 && han >= words;
}

function widened(text: string): string {
  const signs = [...text];
  const open: number[] = [];
  signs.forEach((sign, index) => {
    const before = signs[index - 1] ?? '';
    const after = signs[index + 1] ?? '';
    const wide = WIDE[sign];
    if (wide && (CHINESE.test(before) || HAN.test(after))) signs[index] = wide;
    if (sign === '(') open.push(index);
    if (sign !== ')' || !open.length) return;
    const start = open.pop()!;
    const inside = signs.slice(start + 1, index).join('');
    if (!CHINESE.test(signs[start - 1] ?? '') && !HAN.test(inside) && !HAN.test(after)) return;
    signs[start] = '（';
    signs[index] = '）';
  });
  return signs.join('');
}

/**
 * Writes half-width punctuation among Chinese characters in full width. Latin words, numbers and
 * addresses keep theirs.
 */
export function withChinesePunctuation(text: string): string {
  if (!HAN.test(text)) return text;
  const fixed: string[] = [];
  // Each address becomes one sign of the private use area, so that a bracket around it is seen.
  const marked = text.replace(FIXED, (found) => `\ue000${fixed.push(found) - 1}\ue001`);
  return widened(marked).replace(
    /\ue000(\d+)\ue001/gu,
    (_, index: string) => fixed[Number(index)]!,
  );
}
