/*
 * Formats numbers and times for a language. The first use of `Intl` costs 45 to 95 ms on a phone,
 * more than everything else before the first paint. Whole numbers and Chinese dates are therefore
 * formatted without it.
 */
import { formattable, once } from './tags.js';

const isChinese = (tag: string): boolean => /^zh(-Hans)?(-CN)?$/.test(tag);

/** True if the language writes the number in plain digits, with a comma every three digits. */
const isPlain = (tag: string, value: number): boolean =>
  Number.isSafeInteger(value) && /^(zh|en)(-(Hans|CN|US|GB))*$/.test(tag);

const numbers = /* @__PURE__ */ once((tag) => new Intl.NumberFormat(formattable(tag)));
const dates = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'long', timeZone: 'UTC' }),
);
const moments = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'medium', timeStyle: 'short' }),
);
const ages = /* @__PURE__ */ once((tag) => new Intl.RelativeTimeFormat(formattable(tag)));

/** Formats a number. */
export const formatNumber = (language: string, value: number): string =>
  isPlain(language, value)
    ? String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    : numbers(language).format(value);

/** Formats an ISO 8601 date (`2003-02-28`) in words. */
export function formatDate(language: string, value: string): string {
  const date = new Date(value);
  return isChinese(language)
    ? chineseDate(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
    : dates(language).format(date);
}

const chineseDate = (year: number, month: number, day: number): string =>
  `${year}年${month + 1}月${day}日`;

/** Formats date and time in the reader's time zone. */
export function formatDateTime(language: string, date: Date): string {
  if (!isChinese(language)) return moments(language).format(date);
  const day = chineseDate(date.getFullYear(), date.getMonth(), date.getDate());
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day} ${hours}:${minutes}`;
}

/** Units, longest first: name, seconds, Chinese name. */
const UNITS = [
  ['year', 31_557_600, '年'],
  ['month', 2_629_800, '个月'],
  ['day', 86_400, '天'],
  ['hour', 3600, '小时'],
  ['minute', 60, '分钟'],
  ['second', 1, '秒钟'],
] as const;

/** Formats a span in whole units: `3 天前`, `in 2 minutes`. A wait is rounded up, an age down. */
export function formatSpan(language: string, seconds: number): string {
  const [unit, length, chinese] =
    UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS[5];
  const span = Math.ceil(seconds / length);
  if (!isChinese(language)) return ages(language).format(span, unit);
  return `${Math.abs(span)}${chinese}${span < 0 || Object.is(span, -0) ? '前' : '后'}`;
}

/** The present in words: 现在, now. */
const present = /* @__PURE__ */ once((tag) =>
  isChinese(tag)
    ? '现在'
    : new Intl.RelativeTimeFormat(formattable(tag), { numeric: 'auto' }).format(0, 'second'),
);

/**
 * Formats the time since a moment. Anything less than a minute ago is "now": seconds would be out
 * of date at once, and a clock that is slightly off must not show a time in the future.
 */
export function formatRelativeTime(language: string, date: Date): string {
  const seconds = (date.getTime() - Date.now()) / 1000;
  return seconds > -60 ? present(language) : formatSpan(language, seconds);
}
