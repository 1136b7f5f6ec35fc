import type { ElementClass } from '../base/element/define-element.js';
import { tagOf } from '../elements.js';
import { VERSION } from '../version.js';
import type { DiagnoseOptions, Report } from './doctor/findings.js';
import { pageRecord } from './page-record.js';
import { watchPlaceholders } from './placeholders.js';
import { wantedPrefix } from './prefix.js';

/** Address of the script file. In classic scripts, the build reads `document.currentScript`. */
const ADDRESS = import.meta.url;

/** Loads the page doctor, a separate file beside the script file. */
async function diagnose(options?: DiagnoseOptions): Promise<Report> {
  const doctor = (await import(new URL('diagnose.js', ADDRESS).href)) as {
    diagnose: (options?: DiagnoseOptions) => Promise<Report>;
  };
  return doctor.diagnose(options);
}

/**
 * Runs when a page loads a script file: registers its elements, fills their placeholders, and
 * provides `CustomsWidgets` for scripts of the page.
 *
 * @param elements - classes in the file, by element name
 * @param library - other exports for `CustomsWidgets`
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
  // The functions of the first copy stay, because they belong to the registered elements.
  scope.CustomsWidgets = { ...library, diagnose, ...scope.CustomsWidgets };
}
