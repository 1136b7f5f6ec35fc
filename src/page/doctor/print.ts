/* eslint-disable no-console -- the console is where who builds a page reads the report */
import type { Report } from './findings.js';

/** Writes the report to the console: a line for each finding, with the element to click on. */
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
