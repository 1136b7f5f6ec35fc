import { supportsAdoptingStyleSheets } from 'lit';
import type { ByHand } from './by-hand.js';
import { pageAddress } from './page-address.js';

const PRINTED = 'data-customs-printed';

/**
 * Hides all but the printed element and its ancestors. Without `:has()`, and without constructed style
 * sheets, the whole page prints.
 */
const printRules = (scope: string): string => `@media print {
  ${scope} :not([${PRINTED}], [${PRINTED}] *, :has([${PRINTED}])) { display: none !important; }
}`;

/**
 * Marks an element for printing, and adds the rules to its document or shadow root.
 *
 * @returns a function that removes both
 */
function printAlone(element: Element, root: Document | ShadowRoot): () => void {
  if (!supportsAdoptingStyleSheets) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(printRules(root === document ? `:root:has([${PRINTED}]) body` : ''));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  element.setAttribute(PRINTED, '');
  return () => {
    element.removeAttribute(PRINTED);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/**
 * Events that show that no print window is open (any more). Some browsers never tell that printing
 * has ended.
 */
const ENDS = ['pointerdown', 'keydown', 'pagehide'] as const;

/**
 * Prints one element, without the rest of the page if the browser supports it. Inside another
 * element, the rest of that element is left out too: rules do not reach into shadow roots.
 *
 * The page changes only while the browser prints. Desktop browsers begin before `print()` returns,
 * phones later, and browsers inside apps never. If the reader is back on the page before it has
 * begun, a later print shows the whole page again.
 *
 * @param onBegin - called when the browser begins to print
 * @returns what remains for the reader, unless printing has begun
 */
export function printFrom(element: HTMLElement, onBegin: () => void): ByHand | undefined {
  const undo: (() => void)[] = [];
  const progress = { hasBegun: false };
  const begin = (): void => {
    progress.hasBegun = true;
    for (let one: Element | undefined = element; one;) {
      const root: Node = one.getRootNode();
      undo.push(printAlone(one, root as Document | ShadowRoot));
      one = root instanceof ShadowRoot ? root.host : undefined;
    }
    onBegin();
  };
  const end = (): void => {
    undo.splice(0).forEach((restore) => restore());
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    window.removeEventListener('pointermove', endIfIdle, true);
    document.removeEventListener('visibilitychange', endIfBack);
    for (const type of ENDS) window.removeEventListener(type, end, true);
  };
  // A finger may still move on the page while a phone prepares to print.
  const endIfIdle = (): void => {
    if (!progress.hasBegun) end();
  };
  const endIfBack = (): void => {
    if (document.visibilityState === 'visible') end();
  };
  window.addEventListener('beforeprint', begin, { once: true });
  window.addEventListener('afterprint', end);
  window.addEventListener('pointermove', endIfIdle, true);
  document.addEventListener('visibilitychange', endIfBack);
  for (const type of ENDS) window.addEventListener(type, end, true);
  let isCertain = false;
  try {
    window.print();
  } catch {
    isCertain = true;
    end();
  }
  return progress.hasBegun ? undefined : { action: 'print', isCertain, text: pageAddress() };
}
