/* eslint-disable no-console -- authors of a page read the report in the console */
import type { Report } from './findings.js';

/** Prints the report to the console: one line for each finding, with its element to click on. */
export function print({ title, findings, version }: Report): void {
  console.group(`customs-widgets ${version}: ${title}`);
  for (const { severity, code, message, element } of findings) {
    const parts = element ? [`${code}: ${message}`, element] : [`${code}: ${message}`];
    if (severity === 'error') console.error(...parts);
    else if (severity === 'warning') console.warn(...parts);
    else console.info(...parts);
  }
  console.groupEnd();
}
