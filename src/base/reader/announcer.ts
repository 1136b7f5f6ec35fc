import type { Localized } from '../language/localization.js';
import { reachablePlace, UNSPOKEN } from './modal.js';

/*
 * One live region for the whole page, shared by all copies of the library. Screen readers often
 * miss a region that is added together with its text. A region that was there before is spoken.
 */
const REGION = '[data-customs-announcer]';

/**
 * Marks a region for all copies of the library. What is copied or restored from markup has no mark.
 * That of a copy up to 0.2 has none either and goes as well: at its next text such a copy finds this
 * one, or makes another. At most a text is lost that it was about to speak.
 */
const MARK = Symbol.for('customs-widgets/announcer');

let region: HTMLElement | undefined;
let latest = { text: '', language: '' };

/**
 * Removes regions that a tool has restored together with an old page (Turbo, htmx, a saved file).
 * Their text was spoken long ago.
 */
export function removeRestored(): void {
  for (const one of document.querySelectorAll(REGION)) if (!(MARK in one)) one.remove();
}

/** Finds the region, unless the page has hidden it or opened a dialog since. */
function find(place: Element): HTMLElement | undefined {
  removeRestored();
  const found = region?.isConnected ? region : document.querySelector<HTMLElement>(REGION);
  if (found?.parentNode === place && !found.closest(UNSPOKEN)) return found;
  found?.remove();
  return undefined;
}

function create(place: Element): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.dataset['customsAnnouncer'] = '';
  // Sets properties, because a strict content security policy blocks the style attribute.
  Object.assign(element.style, {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  place.append(Object.assign(element, { [MARK]: true }));
  if (place !== document.body) {
    // Only dialogs of the browser tell. In others it stays until the next text.
    place.addEventListener('close', () => element.remove(), { once: true });
  }
  return element;
}

/**
 * Speaks the latest text, where readers can be reached now.
 *
 * @param isSecond - true if the first region was lost before it spoke; a page that hides or removes
 * each one is not asked for ever
 */
function speak(element: Element, isSecond?: boolean): void {
  const place = reachablePlace(element);
  region = find(place);
  if (region) {
    if (region.dataset['open'] !== undefined) fill(region);
    return;
  }
  const created = (region = create(place));
  // Screen readers speak changes in a region they already know, so it has to exist for a moment
  // first. A dialog may have closed by then.
  setTimeout(() => {
    created.dataset['open'] = '';
    if (isSecond) fill(created);
    else speak(element, true);
  }, 100);
}

/**
 * Lets screen readers speak a text at their next pause.
 *
 * @param element - the element that speaks
 * @param text - text to speak
 * @param language - BCP 47 tag of the text
 */
export function announce(
  element: Localized & Element,
  text: string,
  language = element.localization.language,
): void {
  latest = { text, language };
  speak(element);
}

function fill(element: HTMLElement): void {
  const { text, language } = latest;
  if (element.lang !== language) element.lang = language;
  // A screen reader repeats a text only if the content changes.
  element.textContent = element.textContent === text ? `${text}\u00A0` : text;
}
