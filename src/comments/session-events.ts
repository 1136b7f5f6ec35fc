import type { StoredDraft } from './drafts.js';
import type { ProviderError } from './errors.js';
import type { CommentProvider, Receipt, ReceiptStatus } from './types.js';

/** Events between a box and its engine. The details become the details of DOM events. */
export type SessionEvent =
  /** The state to render has changed. */
  | { readonly kind: 'changed' }
  /** The capabilities of the engine have loaded. */
  | { readonly kind: 'offered' }
  /** A comment was accepted. */
  | {
      readonly kind: 'accepted';
      readonly detail: { readonly receipt: Receipt };
      readonly draft: StoredDraft;
    }
  /** An operation failed. `operation` names the method of the engine. */
  | {
      readonly kind: 'failed';
      readonly detail: { readonly operation: keyof CommentProvider; readonly error: ProviderError };
    }
  /** The number of comments is known. */
  | { readonly kind: 'count'; readonly detail: { readonly thread: string; readonly count: number } }
  /** The status of a receipt has arrived. */
  | { readonly kind: 'status'; readonly detail: { readonly status: ReceiptStatus } };

/** Receives all events of a session. */
export type SessionListener = (event: SessionEvent) => void;

/** The state to render has changed. */
export const CHANGED: SessionEvent = { kind: 'changed' };
