/**
 * Ends what an element began, once it has left the page. A move in the DOM takes it out and puts it
 * back within one task, so what it began goes on.
 */
export function whenGone(element: Element, end: () => void): void {
  setTimeout(() => {
    if (!element.isConnected) end();
  });
}
