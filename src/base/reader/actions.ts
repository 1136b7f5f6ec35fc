import { announce } from './announcer.js';
import type { ByHand } from './by-hand.js';
import { copyMessage } from './copy-message.js';
import type { Localized } from '../language/localization.js';
import { emit } from './events.js';
import { isInApp, isInAppleApp } from './host-app.js';
import { focusedElement } from './focus.js';
import { reachablePlace } from './modal.js';

/* Copies and saves for readers. All of it works under a strict content security policy. */

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
    copied = copyBySelection(element, text);
  }
  announce(element, copyMessage(element, copied));
  if (copied) emit(element, 'customs-copy', { text });
  return copied;
}

function copyBySelection(element: Element, text: string): boolean {
  const focused = focusedElement();
  const field = document.createElement('textarea');
  field.value = text;
  Object.assign(field.style, { position: 'fixed', opacity: '0' });
  // While a dialog is open, nothing outside it can be selected.
  reachablePlace(element).append(field);
  field.focus();
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
    return focusedElement() === field && document.execCommand('copy');
  } catch {
    // Some browsers have removed the command.
    return false;
  } finally {
    field.remove();
    (focused as HTMLElement | null)?.focus();
  }
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  txt: 'text/plain',
  vcf: 'text/vcard',
} as const;

/** Hands a file to the browser; false if it takes none. */
function download(fileName: string, file: Blob): boolean {
  const anchor = document.createElement('a');
  // Apps on iOS would open the file in place of the page.
  if (!('download' in anchor) || isInAppleApp()) return false;
  try {
    anchor.href = URL.createObjectURL(file);
  } catch {
    return false;
  }
  anchor.download = fileName;
  anchor.click();
  // Safari reads the file only after this task.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
  return true;
}

/**
 * Saves a text file, and fires `customs-download`.
 *
 * @param name - file name without extension; characters that file systems refuse are replaced
 * @returns what remains for the reader, where the file may not have been saved
 */
export function saveFrom(
  element: HTMLElement,
  name: string,
  format: keyof typeof MEDIA_TYPES,
  text: string,
): ByHand | undefined {
  const fileName = `${name.replace(/[\\/:*?"<>|\s]+/g, '-')}.${format}`;
  const file = new Blob([text], { type: `${MEDIA_TYPES[format]};charset=utf-8` });
  const isTaken = download(fileName, file);
  if (isTaken) emit(element, 'customs-download', { format, fileName });
  // A frame with a `sandbox` may save nothing, and is not told.
  const isDoubtful = isInApp() || window.origin === 'null';
  return isTaken && !isDoubtful ? undefined : { action: 'save', isCertain: !isTaken, text };
}
