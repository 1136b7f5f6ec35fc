import { isBeingParsed } from '../base/language/ancestors.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../elements.js';
import { warnOnce } from '../warnings.js';
import type { PageRecord } from './page-record.js';

/** How often one placeholder is filled. A page that empties it each time must not hang. */
const LIMIT = 20;

/** Attribute that turns a `<div>` into a placeholder for a widget. */
export const PLACEHOLDER = 'data-customs-widget';

/** Number of times that each placeholder was filled. */
const fills = new WeakMap<Element, number>();

/** Creates the element inside its placeholder, and moves the content of the placeholder into it. */
function fill(place: Element, tag: string): void {
  // Another copy was faster, or the page was saved with the element in it.
  if ([...place.children].some(({ localName }) => localName === tag)) return;
  const count = fills.get(place) ?? 0;
  // The page doctor tells the author.
  if (count === LIMIT) return;
  fills.set(place, count + 1);
  const element = document.createElement(tag);
  const accepted = (element.constructor as typeof HTMLElement & { observedAttributes: string[] })
    .observedAttributes;
  for (const { name, value } of place.attributes) {
    const attribute = name.slice(5);
    if (!name.startsWith('data-') || name === PLACEHOLDER) continue;
    if (!accepted.includes(attribute)) {
      warnOnce(
        `${name} is not accepted for "${tag}"; use ${accepted.map((one) => `data-${one}`).join(', ')}.`,
      );
      // `data-…="false"` means "no". In HTML, only a missing attribute says so.
    } else if (value !== 'false') element.setAttribute(attribute, value);
  }
  element.append(...place.childNodes);
  place.append(element);
}

/**
 * Fills `<div data-customs-widget="duty-list" data-filter>`, for systems that remove unknown tags.
 * Does so now, after the parser has read a placeholder, when one with the attribute is added later,
 * and when a page that replaces its content by that of the server has emptied one.
 *
 * @returns a function that looks again for placeholders whose widget was missing
 */
export function watchPlaceholders({ copies }: PageRecord): () => void {
  const waiting = new Set<Element>();
  const find = (root: ParentNode): void =>
    root.querySelectorAll(`[${PLACEHOLDER}]`).forEach((place) => waiting.add(place));
  const fillAll = (): void => {
    for (const place of waiting) {
      if (place.isConnected && isBeingParsed(place)) continue;
      const name = place.getAttribute(PLACEHOLDER) as ElementName;
      const copy = copies.find(({ widgets }) => widgets.includes(name));
      // Another file, perhaps of a newer version, may still provide the widget.
      if (copy || !place.isConnected) waiting.delete(place);
      if (!place.isConnected) continue;
      if (copy) fill(place, tagOf(name, copy.prefix));
      else if (!ELEMENT_NAMES.includes(name))
        warnOnce(`${PLACEHOLDER}="${name}" is not accepted; use ${ELEMENT_NAMES.join(', ')}.`);
    }
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      // What was moved elsewhere is not lost.
      if (
        [...removedNodes].some(({ isConnected }) => !isConnected) &&
        (target as Partial<Element>).hasAttribute?.(PLACEHOLDER)
      )
        waiting.add(target as Element);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if ((node as Element).hasAttribute(PLACEHOLDER)) waiting.add(node as Element);
        find(node as Element);
      }
    }
    fillAll();
  }).observe(document, { childList: true, subtree: true });
  // Later it never fires, and the listener would stay.
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', fillAll, { once: true });
  find(document);
  return fillAll;
}
