/* Days of the author, as ISO 8601 dates. */
import { dayOf } from '../../src/agency/read-text/days.js';

/** Today where the author is. */
export function today(now = new Date()): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

/** The same day a year earlier. */
export const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;

/** True for an ISO 8601 date that the calendar has. */
export const isDay = (text: string): boolean => dayOf(text) === text;
