import type { Agency } from '../../agency/model.js';
import type { Problem } from '../../agency/problem.js';
import type { ProviderError } from '../../comments/errors.js';
import type { CommentProvider, Receipt, ReceiptStatus } from '../../comments/types.js';

/** Events of the elements and the content of their `detail`. All bubble and cross shadow roots. */
export interface CustomsEventDetails {
  /** Fires when the element shows its data. `problems` lists what was left out. */
  'customs-ready': { readonly agency: Agency; readonly problems: readonly Problem[] };
  /** Fires when the data cannot be shown. Each problem has a JSON pointer and a message. */
  'customs-error': { readonly problems: readonly Problem[] };
  /** Fires when the search text of a list changes. `matches` counts the items left. */
  'customs-filter': { readonly text: string; readonly matches: number };
  /** Fires when a text or an address was copied. */
  'customs-copy': { readonly text: string };
  /** Fires when a file is downloaded. `format` is its extension. */
  'customs-download': { readonly format: string; readonly fileName: string };
  /** Fires when a collapsible part opens or closes. */
  'customs-toggle': { readonly name: string; readonly open: boolean };
  /** Fires when the reader chooses another view of the same data. */
  'customs-view': { readonly view: string };
  /** Fires before a link is followed. `preventDefault()` keeps the reader on the page. */
  'customs-open': { readonly url: string; readonly external: boolean };
  /** Fires before a comment is sent. `preventDefault()` keeps it in the form. */
  'customs-comment-submit': {
    readonly body: string;
    readonly authorName: string;
    readonly parentId: string | null;
  };
  /** Fires when a comment was accepted. The receipt number is a secret of its author. */
  'customs-comment-accepted': { readonly receipt: Receipt };
  /** Fires when an operation failed. `operation` names the method of the engine. */
  'customs-comment-failed': {
    readonly operation: keyof CommentProvider;
    readonly error: ProviderError;
  };
  /** Fires when the status of a receipt has arrived. */
  'customs-comment-status': { readonly status: ReceiptStatus };
  /** Fires when the number of comments in a thread is known. */
  'customs-comment-count': { readonly thread: string; readonly count: number };
}

/** Types of the same events for `addEventListener`. */
export type CustomsEventMap = {
  [Name in keyof CustomsEventDetails]: CustomEvent<CustomsEventDetails[Name]>;
};

declare global {
  interface HTMLElementEventMap extends CustomsEventMap {}
  interface DocumentEventMap extends CustomsEventMap {}
  interface WindowEventMap extends CustomsEventMap {}
}

/**
 * Fires an event from an element.
 *
 * @param cancelable - true when listeners may prevent the announced action
 * @returns `false` when a listener called `preventDefault()`
 */
export function emit<Name extends keyof CustomsEventDetails>(
  element: HTMLElement,
  name: Name,
  detail: CustomsEventDetails[Name],
  cancelable = false,
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }),
  );
}
