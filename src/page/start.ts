import type { ElementClass } from '../base/element/define-element.js';
import { tagOf } from '../elements.js';
import { VERSION } from '../version.js';
import type { DiagnoseOptions, Report } from './doctor/findings.js';
import { pageRecord } from './page-record.js';
import { watchPlaceholders } from './placeholders.js';
import { wantedPrefix } from './prefix.js';

/** Address of the script file: in a classic script the build takes it from `document.currentScript`. */
const ADDRESS = import.meta.url;

/** Fetches the page doctor, which is no part of the script file, from beside it. */
async function diagnose(options?: DiagnoseOptions): Promise<Report> {
  const doctor = (await import(new URL('diagnose.js', ADDRESS).href)) as {
    diagnose: (options?: DiagnoseOptions) => Promise<Report>;
  };
  return doctor.diagnose(options);
}

/**
 * What a script file does when a page loads it: registers its elements, fills their placeholders, and leaves
 * `CustomsWidgets` for the page's own scripts.
 *
 * @param elements - the classes in the file, by the names of their elements
 * @param library - what else the file offers as `CustomsWidgets`
 */
export function start(
  elements: Readonly<Record<string, Pick<ElementClass, 'define'>>>,
  library: object = {},
): void {
  const prefix = wantedPrefix();
  const widgets = Object.keys(elements);
  for (const name of widgets) elements[name]!.define(tagOf(name, prefix));

  const page = pageRecord();
  page.copies.push({ version: VERSION, address: ADDRESS, prefix, widgets });
  if (!page.fill) {
    document.addEventListener('securitypolicyviolation', (violation) =>
      page.violations.push(violation),
    );
    page.fill = watchPlaceholders(page);
    if (new URLSearchParams(location.search).has('customs-debug')) {
      diagnose({ panel: true }).catch((error: unknown) =>
        console.warn('customs-widgets: diagnose.js did not load.', error),
      );
    }
  }
  page.fill();

  const scope = globalThis as { CustomsWidgets?: object };
  // The functions of the first copy stay: they belong to the elements that are registered.
  scope.CustomsWidgets = { ...library, diagnose, ...scope.CustomsWidgets };
}
