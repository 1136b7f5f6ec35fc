import type { LitElement } from 'lit';

/** Finds the focused element, as far as the page can tell. Focus on `<body>` counts as none. */
const focusOf = (element: LitElement): Element | null => {
  const { activeElement, body } = document;
  const inside = (element.renderRoot as ShadowRoot).activeElement;
  return inside ?? (activeElement === body ? null : activeElement);
};

/** Finds the element with the focus, also inside shadow roots. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Moves focus inside an element after rendering. Without a match, focus stays where it is. */
export async function focusOn(element: LitElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/**
 * Remembers the focus before an asynchronous action. Its result may move the focus only if the
 * reader has not moved it, or if the focused control is gone.
 *
 * @returns a function that focuses the first selector with a match; call it once
 */
export function holdFocus(element: LitElement): (...selectors: string[]) => Promise<void> {
  const start = focusOf(element);
  return async (...selectors) => {
    await element.updateComplete;
    const now = focusOf(element);
    if (now && now !== start) return;
    const found = selectors.map((one) => element.renderRoot.querySelector<HTMLElement>(one));
    found.find((one) => one)?.focus();
  };
}
