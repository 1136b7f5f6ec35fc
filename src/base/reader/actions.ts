import { announce } from './announcer.js';
import { copyMessage } from './copy-message.js';
import type { Localized } from '../language/localization.js';
import { emit } from './events.js';

/*
 * What a reader takes away from an element: copies, files, prints. Nothing here needs more rights than a
 * strict content security policy leaves.
 */

/**
 * Copies a text for an element, tells screen readers how it went, and sends `customs-copy`.
 *
 * @returns whether the text was copied; the element shows it
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
  // Outside an open dialog nothing can be selected.
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
 * Hands a text file to the browser, which saves it, and sends `customs-download`.
 *
 * @param name - name of the file without its extension; characters that file systems refuse are replaced
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
/** Leaves the printed element and its ancestors; browsers without `:has()` print the whole page. */
const PRINT_RULES = `@media print {
  :root:has([${PRINTED}]) body :not([${PRINTED}], [${PRINTED}] *, :has([${PRINTED}])) { display: none !important; }
}`;

/** Prints one element, without the rest of the page where the browser can do that. */
export function printElement(element: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PRINT_RULES);
  // Inside another component's shadow root the rules cannot reach, and hiding by them would print nothing.
  if (element.getRootNode() === document) {
    element.setAttribute(PRINTED, '');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const restore = (): void => {
    element.removeAttribute(PRINTED);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  // On phones print() returns before the page is printed.
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
