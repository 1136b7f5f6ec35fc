import type { ElementClass } from '../base/element/define-element.js';
import { tagOf } from '../elements.js';
import { VERSION } from '../version.js';
import { warnOnce } from '../warnings.js';
import type { DiagnoseOptions, Report } from './doctor/findings.js';
import { pageRecord } from './page-record.js';
import { watchPlaceholders } from './placeholders.js';
import { wantedPrefix } from './prefix.js';
import { IS_GUESS, SCRIPT_ADDRESS } from './script-address.js';

/** Module of the page doctor. */
interface Doctor {
  readonly diagnose: (options?: DiagnoseOptions) => Promise<Report>;
}

/** What helps a script that does not know its folder. */
const HINT = 'Add <meta name="customs-widgets" content="(its folder)"> to the head.';

/** Number of times that the page doctor did not load. */
let failures = 0;

/**
 * Loads the page doctor, a separate file beside the script file. Each attempt has another address,
 * because browsers remember a module that failed.
 */
async function diagnose(options?: DiagnoseOptions): Promise<Report> {
  const { href } = new URL(`diagnose.js${failures ? `?again=${failures}` : ''}`, SCRIPT_ADDRESS);
  const doctor = (await import(href).catch((error: unknown) => {
    failures += 1;
    warnOnce(`${href} did not load. Allow it in script-src. ${HINT}`);
    throw error;
  })) as Doctor;
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
  const isGuess = IS_GUESS;
  const isFirst = page.copies.every(({ version }) => version !== VERSION);
  page.copies.push({ version: VERSION, address: SCRIPT_ADDRESS, isGuess, prefix, widgets });
  if (IS_GUESS) warnOnce(`the folder of the script is unknown. ${HINT}`);
  const { fill } = page;
  if (!fill) {
    // Stays for as long as the page does: nothing tells the doctor later what was blocked before. By
    // the standard, a ReportingObserver hears only of policies with `report-to`; Firefox has none.
    document.addEventListener('securitypolicyviolation', (violation) =>
      page.violations.push(violation),
    );
    if (new URLSearchParams(location.search).has('customs-debug')) {
      // The warning has said why.
      diagnose({ panel: true }).catch(() => undefined);
    }
  }
  // Older versions give up placeholders whose widget they do not know.
  if (isFirst) {
    const fillAll = watchPlaceholders(page);
    page.fill = () => {
      fill?.();
      fillAll();
    };
  }
  page.fill?.();

  const scope = globalThis as { CustomsWidgets?: object };
  // The functions of the first copy stay, because they belong to the registered elements.
  scope.CustomsWidgets = { ...library, diagnose, ...scope.CustomsWidgets };
}
