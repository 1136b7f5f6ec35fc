/*
 * Finds the modal dialog of the page that a reader is in. All else is inert for as long as it is
 * open: screen readers do not speak it, and nothing there can have the focus.
 */

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

/** Finds the element with the focus, also inside shadow roots. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Finds where a reader can be reached now: the modal dialog that has the focus, else the one around
 * the element, else the last one that the page shows, else the page itself.
 */
export function reachablePlace(element: Element): Element {
  const shown = [...document.querySelectorAll(modals())].filter(
    (one) => one.getClientRects().length,
  );
  return (
    modalAround(focusedElement()) ??
    modalAround(element) ??
    shown[shown.length - 1] ??
    document.body
  );
}
