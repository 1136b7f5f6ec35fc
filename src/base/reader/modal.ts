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

/** Finds the modal dialog around a node, across shadow roots and slots. */
function modalAround(start: Node | null): Element | undefined {
  let node = start;
  while (node) {
    const { assignedSlot } = node as Element;
    if ((node as Partial<Element>).matches?.(modals())) return node as Element;
    node = assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return undefined;
}

/** True for a dialog that the page shows. A page may keep a closed one off screen or invisible. */
const isShown = (one: Element): boolean =>
  one.getClientRects().length > 0 &&
  getComputedStyle(one).visibility === 'visible' &&
  !one.closest(UNSPOKEN);

/** Finds the element with the focus, also inside shadow roots. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Finds where a reader can be reached now: the modal dialog that has the focus, else the one around
 * the element, else the last one that the page shows, else the page itself. With the focus on
 * something outside, no other dialog is modal, whatever it says.
 */
export function reachablePlace(element: Element): Element {
  const focused = focusedElement();
  const around = modalAround(focused) ?? modalAround(element);
  const { body } = document;
  if (around || (focused && focused !== body)) return around ?? body;
  return [...document.querySelectorAll(modals())].filter(isShown).pop() ?? body;
}
