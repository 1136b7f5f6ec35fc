/**
 * Goes from an element outwards, across shadow roots and slots.
 *
 * @param stops - called with each element on the way
 * @returns the first element for which it is true
 */
export function around(
  start: Element | null,
  stops: (element: Element) => boolean,
): Element | undefined {
  let node: Node | null = start;
  while (node) {
    const { assignedSlot, nodeType } = node as Element;
    if (nodeType === Node.ELEMENT_NODE && stops(node as Element)) return node as Element;
    node = assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return undefined;
}
