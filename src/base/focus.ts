import type { CustomsElement } from './customs-element.js';

/** Moves the focus inside an element once it has rendered. What is not there leaves the focus where it is. */
export async function focusOn(element: CustomsElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/** The same for what happens later by itself, unless the reader has gone somewhere else meanwhile. */
export async function focusLater(element: CustomsElement, selector: string): Promise<void> {
  const { activeElement, body } = document;
  const isElsewhere = activeElement && activeElement !== body && !element.matches(':focus-within');
  if (!isElsewhere) await focusOn(element, selector);
}
