import { asProviderError, type Loading } from './loading.js';
import { ProviderError } from './errors.js';
import type { CommentProvider, ReceiptStatus } from './types.js';

/** What a look-up tells whoever shows it. */
export interface LookupListener {
  changed(): void;
  found(status: ReceiptStatus): void;
  failed(what: 'status' | 'withdraw', error: ProviderError): void;
}

/** Looks up what became of a comment, and withdraws it. */
export class ReceiptLookup {
  /** The receipt number in the field. */
  token = '';

  state: Loading<ReceiptStatus> | { readonly kind: 'idle' } = { kind: 'idle' };

  /** How far the withdrawal has come: `asking` waits for a second yes. */
  withdrawal: 'no' | 'asking' | 'running' | ProviderError = 'no';

  readonly #provider: CommentProvider;
  readonly #listener: LookupListener;

  constructor(provider: CommentProvider, listener: LookupListener) {
    this.#provider = provider;
    this.#listener = listener;
  }

  /** @param token - the receipt number, as it was typed or copied */
  async look(token: string): Promise<void> {
    this.token = token.trim();
    this.withdrawal = 'no';
    this.#set({ kind: 'loading' });
    const asked = this.token;
    try {
      const value = await this.#provider.status!(asked);
      if (asked !== this.token) return;
      this.#set({ kind: 'ready', value });
      this.#listener.found(value);
    } catch (reason) {
      if (asked !== this.token) return;
      const error = asProviderError(reason);
      this.#set({ kind: 'failed', error });
      this.#listener.failed('status', error);
    }
  }

  /** Asks whether to withdraw, or no longer does. */
  ask(asking: boolean): void {
    this.withdrawal = asking ? 'asking' : 'no';
    this.#listener.changed();
  }

  async withdraw(): Promise<void> {
    this.withdrawal = 'running';
    this.#listener.changed();
    try {
      await this.#provider.withdraw!(this.token);
      await this.look(this.token);
    } catch (reason) {
      this.withdrawal = asProviderError(reason);
      this.#listener.changed();
      this.#listener.failed('withdraw', this.withdrawal);
    }
  }

  readonly #set = (state: ReceiptLookup['state']): void => {
    this.state = state;
    this.#listener.changed();
  };
}
