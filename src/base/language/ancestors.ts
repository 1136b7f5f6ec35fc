/* Follows what an element takes from its ancestors across shadow roots: language and elder mode. */

const FOLLOWED = ['lang', 'elder', 'data-elder'];

/** Yields the element and its ancestors, across shadow roots. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  // A server renders an element alone.
  if (typeof document === 'undefined') return;
  let node: Node | null = element;
  while (node) {
    // Prototype.js 1.6 replaces `Element`, so `instanceof` fails on old pages.
    if (node.nodeType === Node.ELEMENT_NODE) yield node as Element;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}

/** Finds the nearest `lang` of the element and its ancestors, across shadow roots; empty if none has one. */
export function nearestLanguage(element: HTMLElement): string {
  // The property comes first: the attribute is reflected only after it.
  if (element.lang) return element.lang;
  for (const ancestor of selfAndAncestors(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
}

/** True while the parser of the page may still add children to the element. */
export function isBeingParsed(element: Element): boolean {
  if (document.readyState !== 'loading') return false;
  return ![...selfAndAncestors(element)].some((one) => one.nextSibling);
}

const followers = new Set<(changed: readonly Node[]) => void>();
let observer: MutationObserver | undefined;

/**
 * Calls back when a followed attribute changes on the element or an ancestor. One observer serves
 * the whole page.
 *
 * @returns a function that stops it
 */
export function followAncestors(element: Element, onChange: () => void): () => void {
  observer ??= new MutationObserver((records) => {
    const changed = records.map(({ target }) => target);
    followers.forEach((follower) => follower(changed));
  });
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: FOLLOWED });
    if (!(root instanceof ShadowRoot)) break;
  }
  const follower = (changed: readonly Node[]): void => {
    if ([...selfAndAncestors(element)].some((one) => changed.includes(one))) onChange();
  };
  followers.add(follower);
  return () => {
    followers.delete(follower);
    if (followers.size === 0) observer?.disconnect();
  };
}
