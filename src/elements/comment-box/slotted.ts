/** What the page has put into a slot. */
export const slotted = (element: Element, slot: string): Element[] =>
  [...element.children].filter((child) => child.slot === slot);
