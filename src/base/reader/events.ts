import type { Agency, Problem } from '../../agency/model.js';
import type { ProviderError } from '../../comments/errors.js';
import type { CommentProvider, Receipt, ReceiptStatus } from '../../comments/types.js';

/** Events of the elements and what their `detail` holds. All of them bubble and leave shadow roots. */
export interface CustomsEventDetails {
  /** The element shows its data. */
  'customs-ready': { readonly agency: Agency };
  /** The data could not be shown; every problem has a JSON pointer and a message. */
  'customs-error': { readonly problems: readonly Problem[] };
  /** The search text of a list changed; `matches` counts the items left. */
  'customs-filter': { readonly text: string; readonly matches: number };
  /** A text or an address was copied. */
  'customs-copy': { readonly text: string };
  /** A file was handed to the browser; `format` is its extension. */
  'customs-download': { readonly format: string; readonly fileName: string };
  /** A collapsed part was opened or closed. */
  'customs-toggle': { readonly name: string; readonly open: boolean };
  /** Another view of the same data was chosen. */
  'customs-view': { readonly view: string };
  /** A link is about to be followed; `preventDefault()` keeps the reader here. */
  'customs-open': { readonly url: string; readonly external: boolean };
  /** A comment is about to be sent; `preventDefault()` keeps it in the form. */
  'customs-comment-submit': {
    readonly body: string;
    readonly authorName: string;
    readonly parentId: string | null;
  };
  /** A comment was taken. The receipt number is a secret of its author. */
  'customs-comment-accepted': { readonly receipt: Receipt };
  /** Something did not work; `operation` names what was asked of the engine. */
  'customs-comment-failed': {
    readonly operation: keyof CommentProvider;
    readonly error: ProviderError;
  };
  /** A receipt was looked up. */
  'customs-comment-status': { readonly status: ReceiptStatus };
  /** How many comments a thread has is known. */
  'customs-comment-count': { readonly thread: string; readonly count: number };
}

/** The same events as types for `addEventListener`. */
export type CustomsEventMap = {
  [Name in keyof CustomsEventDetails]: CustomEvent<CustomsEventDetails[Name]>;
};

declare global {
  interface HTMLElementEventMap extends CustomsEventMap {}
  interface DocumentEventMap extends CustomsEventMap {}
}

/**
 * Sends an event from an element.
 *
 * @param cancelable - whether a listener can keep from happening what the event announces
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
