import type { CustomsElement } from './customs-element.js';

/** Moves the focus inside an element once it has rendered. What is not there leaves the focus where it is. */
export async function focusOn(element: CustomsElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
