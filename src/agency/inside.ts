/** What is not meant for a named slot; content management systems wrap it in boxes of their own. */
export function contentOf(host: Element, selector: string): Element[] {
  return [...host.querySelectorAll(selector)].filter((node) => {
    const slotted = node.closest('[slot]');
    // The host itself may stand in a slot of somebody else.
    return !slotted || slotted.contains(host);
  });
}

/** The first element inside that fits, past those for a named slot. */
export const firstOf = (host: Element, selector: string): Element | undefined =>
  contentOf(host, selector)[0];
