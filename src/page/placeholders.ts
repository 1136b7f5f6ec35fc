import { isBeingParsed } from '../base/language/ancestors.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../elements.js';
import { warnOnce } from '../warnings.js';
import type { PageRecord } from './page-record.js';

/**
 * How often one placeholder is filled within a second. A page that empties it each time must not
 * hang; one that takes its content from the server now and then may do so for ever.
 */
const LIMIT = 20;

/** Attribute that turns a `<div>` into a placeholder for a widget. */
export const PLACEHOLDER = 'data-customs-widget';

/** What a placeholder was filled with. */
interface Filling {
  readonly element: Element;
  /** Attributes that the placeholder gave it. */
  given: readonly string[];
  /** Number of times since a moment, which is at most a second ago. */
  count: number;
  since: number;
}

const fillings = new WeakMap<Element, Filling>();

/** Counts how often a placeholder is filled; false if that is too often. */
function mayFill(filling: Filling): boolean {
  const now = performance.now();
  if (now - filling.since > 1000) Object.assign(filling, { since: now, count: 0 });
  filling.count += 1;
  return filling.count <= LIMIT;
}

/** Gives an element the attributes of its placeholder, and takes back those that it had before. */
function giveAttributes(place: Element, filling: Filling): void {
  const { element } = filling;
  const accepted = (element.constructor as typeof HTMLElement & { observedAttributes: string[] })
    .observedAttributes;
  const given = new Map<string, string>();
  for (const { name, value } of place.attributes) {
    const attribute = name.slice(5);
    if (!name.startsWith('data-') || name === PLACEHOLDER) continue;
    if (!accepted.includes(attribute)) {
      warnOnce(
        `${name} is not accepted for "${element.localName}"; use ${accepted.map((one) => `data-${one}`).join(', ')}.`,
      );
      // `data-…="false"` means "no". In HTML, only a missing attribute says so.
    } else if (value !== 'false') given.set(attribute, value);
  }
  for (const name of filling.given) if (!given.has(name)) element.removeAttribute(name);
  filling.given = [...given.keys()];
  given.forEach((value, name) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  });
}

/**
 * Puts the element into its placeholder, and the content of the placeholder into the element. One
 * that a page has taken out comes back as it was: with what a reader had typed and opened.
 */
function fill(place: Element, tag: string): void {
  // Another copy was faster, or the page was saved with the element in it.
  if ([...place.children].some(({ localName }) => localName === tag)) return;
  let filling = fillings.get(place);
  if (filling?.element.localName !== tag) {
    // The placeholder was for another widget before.
    const { element, count = 0, since = 0 } = filling ?? {};
    if (element?.parentNode === place) element.replaceWith(...element.childNodes);
    filling = { element: document.createElement(tag), given: [], count, since };
    fillings.set(place, filling);
  }
  // The page doctor tells the author. What was moved elsewhere is not lost.
  if (!mayFill(filling) || filling.element.isConnected) return;
  giveAttributes(place, filling);
  // One that was emptied has nothing newer to say. Chromium 80 has no `replaceChildren()`.
  if (place.firstChild) {
    filling.element.textContent = '';
    filling.element.append(...place.childNodes);
  }
  place.append(filling.element);
}

/**
 * Fills `<div data-customs-widget="duty-list" data-filter>`, for systems that remove unknown tags.
 * Does so now, after the parser has read a placeholder, when one is added later or an element becomes
 * one, and when a page that replaces its content by that of the server has emptied one.
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
    for (const { type, target, addedNodes, removedNodes } of records) {
      const isChanged =
        type === 'attributes' || [...removedNodes].some(({ isConnected }) => !isConnected);
      if (isChanged && (target as Partial<Element>).hasAttribute?.(PLACEHOLDER))
        waiting.add(target as Element);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if ((node as Element).hasAttribute(PLACEHOLDER)) waiting.add(node as Element);
        find(node as Element);
      }
    }
    fillAll();
  }).observe(document, { childList: true, subtree: true, attributeFilter: [PLACEHOLDER] });
  // Later it never fires, and the listener would stay.
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', fillAll, { once: true });
  find(document);
  return fillAll;
}
