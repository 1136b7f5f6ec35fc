/** Finds elements outside named slots. Slotted content may be wrapped by content systems. */
export function contentOf(host: Element, selector: string): Element[] {
  return [...host.querySelectorAll(selector)].filter((node) => {
    const slotted = node.closest('[slot]');
    // The host itself may be slotted into another element.
    return !slotted || slotted.contains(host);
  });
}

/** Finds the first matching element outside named slots. */
export const firstOf = (host: Element, selector: string): Element | undefined =>
  contentOf(host, selector)[0];
