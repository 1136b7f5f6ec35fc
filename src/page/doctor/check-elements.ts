import type { AgencyElement } from '../../base/element/agency-element.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { matchLocale } from '../../base/language/strings.js';
import type { Find, Finding } from './findings.js';

/** Any element of any copy of the library, with the state of its data or its comment settings. */
export type Subject = HTMLElement &
  Pick<CustomsElement, 'localization'> &
  Partial<Pick<AgencyElement, 'state'>> & {
    readonly endpoint?: string;
    readonly provider?: unknown;
  };

const isLocal = (host: string): boolean => /^(localhost|127\.|\[::1\])/.test(host);

/** Checks the state of the data. */
function* checkData(element: Subject, find: Find): Generator<Finding> {
  const { state } = element;
  const unread = state?.kind === 'failed' && state.problems.find(({ code }) => code === 'markup');
  if (unread) yield find('content', [unread.detail], element);
  else if (state?.kind === 'failed') {
    yield find('data', [state.problems.map(({ message }) => message).join('; ')], element);
  } else if (state?.kind === 'loading') yield find('loading', [], element);
  else if (state?.kind === 'empty') yield find('empty', [], element);
  else if (state && !element.shadowRoot?.querySelector('[part~=heading]')?.textContent.trim()) {
    yield find('name', [], element);
  }
}

/** Checks that comments can be sent, and over which protocol. */
function* checkComments(element: Subject, find: Find): Generator<Finding> {
  const { endpoint, provider } = element;
  if (provider) return;
  if (!endpoint) {
    yield find('endpoint', [], element);
    return;
  }
  const { protocol, host } = new URL(endpoint, document.baseURI);
  if (protocol === 'http:' && !isLocal(host)) yield find('plain-http', [host], element);
  const root = element.shadowRoot!;
  if (
    element.localName.endsWith('-comment-box') &&
    element.getAttribute('engine') !== 'static' &&
    !root.querySelector('[part~=form], [part~=loading], [part~=error], [aria-busy=true]') &&
    ![...element.children].some(({ slot }) => slot === 'notice')
  ) {
    yield find('no-form', [], element);
  }
}

/** Checks what an element shows, or why it shows nothing. */
export function* checkElement(element: Subject, find: Find): Generator<Finding> {
  yield* checkData(element, find);
  if ('endpoint' in element) yield* checkComments(element, find);
  const { locale, language } = element.localization;
  if (locale && matchLocale(language) !== locale) yield find('strings', [locale], element);
}
