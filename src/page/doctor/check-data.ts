import type { Agency } from '../../agency/model.js';
import type { Problem } from '../../agency/problem.js';
import { headingOf } from '../heading-of.js';
import type { Find, Finding } from './findings.js';
import { pageName, shareWords } from './page-name.js';
import type { Subject } from './subject.js';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Checks what one element shows of its data, or why it shows nothing. */
export function* checkData(element: Subject, find: Find): Generator<Finding> {
  const { state } = element;
  if (state?.kind === 'failed') {
    const unread = state.problems.find(({ code }) => code === 'markup');
    const broken = state.problems.find(({ code }) => code === 'render');
    if (broken) yield find('render', [broken.message], element);
    else if (unread) yield find('content', [unread.detail], element);
    else yield find('data', [state.problems.map(({ message }) => message).join('; ')], element);
  } else if (state?.kind === 'loading') yield find('loading', [], element);
  else if (state?.kind === 'empty') {
    // Such a page knows that there may be nothing.
    if (!element.hideWhenEmpty) yield find('empty', [element.localName], element);
  } else if (state) {
    // Older copies of the library on the page have no such list.
    const { problems: known = [] } = state as { problems?: readonly Problem[] };
    const problems = known.map(({ message }) => message);
    if (problems.length) yield find('left-out', [problems.join('; ')], element);
    if (!headingOf(element)?.textContent.trim()) {
      yield find('name', [], element);
    }
  }
}

/** True if two agencies cannot be the same: their identifiers, sites or names in one language differ. */
function differ(one: Agency, other: Agency): boolean {
  if (one.id && other.id) return one.id !== other.id;
  if (one.lang === other.lang) return one.name !== other.name;
  return Boolean(one.url && other.url) && one.url !== other.url;
}

/**
 * Checks whose data the page shows: of one agency, of the agency that the page is about, and not
 * too old.
 *
 * @param now - milliseconds since 1970
 */
export function* checkAgencies(
  elements: readonly Subject[],
  find: Find,
  now = Date.now(),
): Generator<Finding> {
  const shown = elements.flatMap((element) =>
    element.state?.kind === 'ready' ? [{ element, agency: element.state.agency }] : [],
  );
  const [first] = shown;
  if (!first) return;
  const other = shown.find(({ agency }) => differ(first.agency, agency));
  if (other) {
    yield find('agencies', [first.agency.name, other.agency.name], other.element);
  } else {
    // Two elements with one name may still have the name of another office.
    const name = pageName(document);
    const names = shown.map(({ agency }) => agency.name);
    if (name && !names.some((one) => shareWords(name, one))) {
      yield find('page-name', [name, first.agency.name], first.element);
    }
  }
  const days = shown.flatMap(({ agency }) => agency.asOf ?? []).sort();
  const [oldest] = days;
  if (oldest && now - new Date(oldest).getTime() > YEAR) {
    const { element } = shown.find(({ agency }) => agency.asOf === oldest)!;
    yield find('old', [oldest], element);
  }
}
