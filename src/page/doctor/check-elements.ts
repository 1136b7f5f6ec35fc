import { matchLocale } from '../../base/language/strings.js';
import { absolute } from '../absolute.js';
import { checkContent } from './check-content.js';
import { checkData } from './check-data.js';
import { checkThread } from './check-thread.js';
import type { Find, Finding } from './findings.js';
import type { Subject } from './subject.js';

const isLocal = (host: string): boolean => /^(localhost|127\.|\[::1\])/.test(host);

/** Checks that comments can be sent, and over which protocol. */
function* checkComments(element: Subject, find: Find): Generator<Finding> {
  const { endpoint, provider } = element;
  const isBox = element.localName.endsWith('-comment-box');
  const root = element.shadowRoot!;
  if (isBox && root.firstElementChild?.localName === 'slot') {
    yield find('render', [['原因见控制台', 'the console says why']], element);
    return;
  }
  if (provider) return;
  if (!endpoint) {
    yield find('endpoint', [], element);
    return;
  }
  const { protocol = '', host = endpoint } = absolute(endpoint) ?? {};
  if (protocol === 'http:' && !isLocal(host)) yield find('plain-http', [host], element);
  if (
    isBox &&
    element.getAttribute('engine') !== 'static' &&
    !root.querySelector('[part~=form], [part~=loading], [part~=error], [aria-busy=true]') &&
    ![...element.children].some(({ slot }) => slot === 'notice')
  ) {
    yield find('no-form', [], element);
  }
  yield* checkThread(element, find);
}

/** Checks what an element shows, or why it shows nothing. */
export function* checkElement(element: Subject, find: Find): Generator<Finding> {
  yield* checkData(element, find);
  yield* checkContent(element, find);
  // The comments of an element that shows an agency are an element that it draws.
  if ('endpoint' in element && !element.state) yield* checkComments(element, find);
  const { locale, language } = element.localization;
  if (locale && matchLocale(language) !== locale) yield find('strings', [locale], element);
}
