import { around } from './around.js';
import { pageAddress } from './page-address.js';

/* Places within a page, which its address names by a fragment: `#duty-6`. */

/** Fragment of the page address, if it is a route of the page's own scripts: `#/home`, `#!home`. */
export function routeOfPage(): string {
  const { hash } = window.location;
  return /^#[/!]/.test(hash) ? hash : '';
}

/**
 * Address of a place: absolute, because `#…` alone would resolve against a `<base>` of the page.
 *
 * @param route - on a page with routes, its address names no place, and leads to the route
 */
export const addressOf = (id: string, route = ''): string => pageAddress() + (route || `#${id}`);

/**
 * Follows a click on the link to a place. The page address changes too, unless it is a route.
 *
 * @param go - goes to the place
 */
export function followPlace(event: MouseEvent, id: string, go: (id: string) => void): void {
  // With such a key, browsers open another window.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(id);
  if (!routeOfPage()) window.location.hash = id;
}

/** Opens every closed `<details>` around an element. */
function openAround(element: Element): void {
  around(element, (one) => {
    if (one.localName === 'details') (one as HTMLDetailsElement).open = true;
    return false;
  });
}

/** True for readers who want no motion. */
const CALM = '(prefers-reduced-motion: reduce)';

/** Scrolls to an element and focuses it. */
export function goTo(element: HTMLElement): void {
  openAround(element);
  // jsdom scrolls nothing, and asks for no preferences.
  const { matches } = (window as Partial<Window>).matchMedia?.(CALM) ?? {};
  // Otherwise the page decides, with `scroll-behavior`.
  const behavior = matches ? 'instant' : 'auto';
  (element as Partial<HTMLElement>).scrollIntoView?.({ block: 'start', behavior });
  element.focus({ preventScroll: true });
}
