/* Numbers and times, written as a language writes them. */
import { formattable, once } from './tags.js';

const numbers = /* @__PURE__ */ once((tag) => new Intl.NumberFormat(formattable(tag)));
const dates = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'long', timeZone: 'UTC' }),
);
const moments = /* @__PURE__ */ once(
  (tag) => new Intl.DateTimeFormat(formattable(tag), { dateStyle: 'medium', timeStyle: 'short' }),
);
const ages = /* @__PURE__ */ once((tag) => new Intl.RelativeTimeFormat(formattable(tag)));

/** A number, written as the language writes it. */
export const formatNumber = (language: string, value: number): string =>
  numbers(language).format(value);

/** An ISO 8601 date (`2003-02-28`) in words. */
export const formatDate = (language: string, value: string): string =>
  dates(language).format(new Date(value));

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
