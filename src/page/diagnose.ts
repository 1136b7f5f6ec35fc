/* The page doctor: finds what keeps the widgets of a page from working, and says how to fix it. */
import type { AgencyElement } from '../base/element/agency-element.js';
import type { ElementClass } from '../base/element/define-element.js';
import { nearestLanguage } from '../base/language/ancestors.js';
import { matchLocale } from '../base/language/strings.js';
import { VERSION } from '../version.js';
import { checkAgencies } from './doctor/check-data.js';
import { checkElement } from './doctor/check-elements.js';
import { checkFiles } from './doctor/check-files.js';
import { checkAttributes, checkPlaceholders, checkTags } from './doctor/check-names.js';
import { checkPage } from './doctor/check-page.js';
import { type DiagnoseOptions, type Finding, findIn, type Report } from './doctor/findings.js';
import { showPanel } from './doctor/panel.js';
import { print } from './doctor/print.js';
import type { Subject } from './doctor/subject.js';
import { pageRecord } from './page-record.js';

export type { DiagnoseOptions, Finding, Report } from './doctor/findings.js';
export type { Code, Severity } from './doctor/sentences.js';

/** Milliseconds to wait for data. After that, it is reported as late. */
const PATIENCE = 5000;

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Yields every element of the page, also inside open shadow roots: some elements draw others. */
function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Compares by name, because elements of another copy of the library have another class. */
const isOurs = (element: Element): element is Subject =>
  String((element.constructor as Partial<ElementClass>).tag).startsWith('customs-');

const isLoading = (element: Element): boolean =>
  (element as Partial<AgencyElement>).state?.kind === 'loading' ||
  !!element.shadowRoot?.querySelector('[part~=loading], [aria-busy=true]');

/** Waits until the page has loaded and its elements have their data, or until the time is over. */
async function settled(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      window.addEventListener('load', resolve, { once: true });
    });
  }
  const end = performance.now() + PATIENCE;
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (
    performance.now() < end &&
    [...elementsIn(document)].some((one) => isOurs(one) && isLoading(one))
  );
}

function titleOf(count: number, language: Report['language']): string {
  if (language === 'en') {
    return count ? `${count} ${count === 1 ? 'finding' : 'findings'}` : 'No problems found.';
  }
  return count ? `发现 ${count} 处` : '未发现问题。';
}

/**
 * Checks the widgets of this page, and prints the result to the console.
 *
 * @param options - says where else to show the report
 * @returns the report; `findings` is empty if there are no problems
 */
export async function diagnose({ panel = false }: DiagnoseOptions = {}): Promise<Report> {
  await settled();
  const page = pageRecord();
  const language =
    matchLocale(nearestLanguage(document.documentElement)) === 'en' ? 'en' : 'zh-Hans';
  const find = findIn(language);
  const all = [...elementsIn(document)];
  const ours = all.filter(isOurs);
  const unknown = all.filter(
    ({ localName }) => localName.includes('-') && !customElements.get(localName),
  );
  const files = await checkFiles(ours, find);
  const found = [
    ...checkPage(page, ours, find),
    ...checkTags(page, unknown, find),
    ...checkPlaceholders(page, find),
    ...checkAgencies(ours, find),
    ...files,
    ...ours.flatMap((element) => [
      ...checkAttributes(element, find),
      ...checkElement(element, find),
    ]),
  ];
  const isRepeated = ({ code, message, element }: Finding, index: number): boolean =>
    // Several elements tell the same of one file.
    (/^(data|file|left-out)$/.test(code) &&
      found.findIndex((one) => one.message === message) < index) ||
    // Another finding says more.
    (/^(data|content)$/.test(code) &&
      found.some((one) => /^(file|pictures)$/.test(one.code) && one.element === element));
  const once = found.filter((finding, index) => !isRepeated(finding, index));
  const findings = SEVERITIES.flatMap((one) => once.filter(({ severity }) => severity === one));
  const title = titleOf(findings.length, language);
  const report: Report = { version: VERSION, language, title, findings };
  print(report);
  if (panel) showPanel(report);
  return report;
}
