import type { LitElement } from 'lit';

/** What has the focus in the page, as far as the page itself can tell; nothing counts as the body. */
const focusOf = (element: LitElement): Element | null => {
  const { activeElement, body } = document;
  const inside = (element.renderRoot as ShadowRoot).activeElement;
  return inside ?? (activeElement === body ? null : activeElement);
};

/** Moves the focus inside an element once it has rendered. What is not there leaves the focus where it is. */
export async function focusOn(element: LitElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/**
 * For what takes time: remembers where the focus is. What comes of it may take the focus only from a reader who has
 * stayed there, or whose control has gone away.
 *
 * @returns moves the focus to the first selector that is there; call it once
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
