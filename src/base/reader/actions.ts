import { announce } from './announcer.js';
import { copyMessage } from './copy-message.js';
import type { Localized } from '../language/localization.js';
import { emit } from './events.js';

/* Copies, saves and prints for readers. All of it works under a strict content security policy. */

/**
 * Copies a text, announces the result to screen readers, and fires `customs-copy`.
 *
 * @returns true when the text was copied; the element shows the result
 */
export async function copyFrom(element: HTMLElement & Localized, text: string): Promise<boolean> {
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The clipboard API is missing on plain http.
    copied = copyBySelection(text);
  }
  announce(copyMessage(element, copied), element.localization.language);
  if (copied) emit(element, 'customs-copy', { text });
  return copied;
}

function copyBySelection(text: string): boolean {
  let focused = document.activeElement;
  // While a dialog is open, nothing outside it can be selected.
  const place = focused?.closest('dialog') ?? document.body;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  Object.assign(field.style, { position: 'fixed', opacity: '0' });
  place.append(field);
  field.focus();
  field.select();
  const copied =
    document.activeElement === field &&
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
    document.execCommand('copy');
  field.remove();
  (focused as HTMLElement | null)?.focus();
  return copied;
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  txt: 'text/plain',
  vcf: 'text/vcard',
} as const;

/**
 * Downloads a text file, and fires `customs-download`.
 *
 * @param name - file name without extension; characters that file systems refuse are replaced
 */
export function downloadFrom(
  element: HTMLElement,
  name: string,
  format: keyof typeof MEDIA_TYPES,
  text: string,
): void {
  const fileName = `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.${format}`;
  const file = new Blob([text], { type: `${MEDIA_TYPES[format]};charset=utf-8` });
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(file);
  anchor.download = fileName;
  anchor.click();
  // Safari reads the file only after this task.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
  emit(element, 'customs-download', { format, fileName });
}

const PRINTED = 'data-customs-printed';

/** Hides all but the printed element and its ancestors. Without `:has()`, the whole page prints. */
const printRules = (scope: string): string => `@media print {
  ${scope} :not([${PRINTED}], [${PRINTED}] *, :has([${PRINTED}])) { display: none !important; }
}`;

/**
 * Marks an element for printing, and adds the rules to its document or shadow root.
 *
 * @returns a function that removes both
 */
function printAlone(element: Element, root: Document | ShadowRoot): () => void {
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
 * Prints one element, without the rest of the page if the browser supports it. Inside another
 * element, the rest of that element is left out too: rules do not reach into shadow roots.
 */
export function printElement(element: HTMLElement): void {
  const undo: (() => void)[] = [];
  for (let one: Element | undefined = element; one;) {
    const root: Node = one.getRootNode();
    undo.push(printAlone(one, root as Document | ShadowRoot));
    one = root instanceof ShadowRoot ? root.host : undefined;
  }
  // On phones, print() returns before the page is printed.
  window.addEventListener('afterprint', () => undo.forEach((restore) => restore()), { once: true });
  window.print();
}
