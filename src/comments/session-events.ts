import type { StoredDraft } from './drafts.js';
import type { ProviderError } from './errors.js';
import type { CommentProvider, Receipt, ReceiptStatus } from './types.js';

/** What happens between a box and its engine. The details are what the page is told. */
export type SessionEvent =
  /** There is something else to show. */
  | { readonly kind: 'changed' }
  /** What the engine takes is known. */
  | { readonly kind: 'offered' }
  /** A comment was taken. */
  | {
      readonly kind: 'accepted';
      readonly detail: { readonly receipt: Receipt };
      readonly draft: StoredDraft;
    }
  /** Something did not work; `operation` is what was asked of the engine. */
  | {
      readonly kind: 'failed';
      readonly detail: { readonly operation: keyof CommentProvider; readonly error: ProviderError };
    }
  /** The number of comments is known. */
  | { readonly kind: 'count'; readonly detail: { readonly thread: string; readonly count: number } }
  /** A receipt was looked up. */
  | { readonly kind: 'status'; readonly detail: { readonly status: ReceiptStatus } };

/** Hears of everything that happens. */
export type SessionListener = (event: SessionEvent) => void;

/** There is something else to show. */
export const CHANGED: SessionEvent = { kind: 'changed' };
