import { around } from './around.js';
import { focusedElement } from './focus.js';

/*
 * Finds the modal dialog of the page that a reader is in. All else is inert for as long as it is
 * open: screen readers do not speak it, and nothing there can have the focus.
 */

/** Selects what screen readers leave out, together with all that is in it. */
export const UNSPOKEN = '[inert], [aria-hidden="true"]';

/** Old browsers do not know the selector, and DOMs for unit tests have no `CSS`. */
const supportsModal = (): boolean => typeof CSS !== 'undefined' && CSS.supports('selector(:modal)');

/** A dialog of the browser, or one that the page has made. A full-screen video is modal as well. */
const modals = (): string => `dialog${supportsModal() ? ':modal' : '[open]'}, [aria-modal="true"]`;

/** True for a dialog that the page shows. A page may keep a closed one off screen or invisible. */
const isShown = (one: Element): boolean =>
  one.getClientRects().length > 0 &&
  getComputedStyle(one).visibility === 'visible' &&
  !one.closest(UNSPOKEN);

/**
 * Finds where a reader can be reached now: the modal dialog that has the focus, else the one around
 * the element, else the last one that the page shows, else the page itself. With the focus on
 * something outside, no other dialog is modal, whatever it says.
 */
export function reachablePlace(element: Element): Element {
  const { body } = document;
  const focused = focusedElement();
  const selector = modals();
  const isModal = (one: Element): boolean => one.matches(selector);
  const modal = around(focused, isModal) ?? around(element, isModal);
  if (modal || (focused && focused !== body)) return modal ?? body;
  return [...document.querySelectorAll(selector)].filter(isShown).pop() ?? body;
}
