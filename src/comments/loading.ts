import { ProviderError } from './errors.js';

/** Something that an engine is asked for. */
export type Loading<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ProviderError };

/**
 * A provider of the page may reject with anything. Each script file of the library has a class `ProviderError` of
 * its own, so errors are known by their name.
 */
export const asProviderError = (error: unknown): ProviderError =>
  (error as Error | undefined)?.name === 'ProviderError'
    ? (error as ProviderError)
    : new ProviderError('protocol', { reason: error });

/** Asks for one thing at a time; the answer to an older question is dropped. */
export class Loader<T> {
  state: Loading<T> = { kind: 'loading' };

  readonly #ask: (signal: AbortSignal) => Promise<T>;
  readonly #changed: (state: Loading<T>) => void;
  #controller: AbortController | undefined;

  /** @param changed - called after every change of the state */
  constructor(ask: (signal: AbortSignal) => Promise<T>, changed: (state: Loading<T>) => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** @returns when the state is no longer `loading`, or when somebody has asked again */
  load(): Promise<void> {
    this.#set({ kind: 'loading' });
    return this.#read();
  }

  /** Asks again, and shows what is there until there is something newer. */
  renew(): Promise<void> {
    return this.state.kind === 'ready' ? this.#read() : this.load();
  }

  /** No longer waits for the answer. */
  cancel(): void {
    this.#controller?.abort();
  }

  readonly #read = async (): Promise<void> => {
    this.cancel();
    const { signal } = (this.#controller = new AbortController());
    let state: Loading<T>;
    try {
      state = { kind: 'ready', value: await this.#ask(signal) };
    } catch (error) {
      state = { kind: 'failed', error: asProviderError(error) };
    }
    const isWorse = state.kind === 'failed' && this.state.kind === 'ready';
    if (!signal.aborted && !isWorse) this.#set(state);
  };

  readonly #set = (state: Loading<T>): void => {
    this.state = state;
    this.#changed(state);
  };
}
