/** Result of a request. */
export type Outcome<Value, Failure> =
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: Failure };

/** State of a request. */
export type Loading<Value, Failure> =
  { readonly kind: 'idle' } | { readonly kind: 'loading' } | Outcome<Value, Failure>;

/** Sends a request. The signal aborts it when nobody waits for the response any more. */
export type Ask<Value> = (signal: AbortSignal) => Promise<Value>;

/** Handles one request at a time. A late response to an older request is dropped. */
export class Loader<Value, Failure> {
  state: Loading<Value, Failure> = { kind: 'idle' };

  readonly #toFailure: (thrown: unknown) => Failure;
  readonly #changed: () => void;
  #ask: Ask<Value> | undefined;
  #controller: AbortController | undefined;

  /**
   * @param toFailure - makes the error of the state from a thrown value
   * @param changed - called after every change of the state
   */
  constructor(toFailure: (thrown: unknown) => Failure, changed: () => void) {
    this.#toFailure = toFailure;
    this.#changed = changed;
  }

  /**
   * Sends a request, and cancels an earlier one.
   *
   * @param keep - keeps the current value until a new one arrives, even if none ever does
   * @returns the result; `undefined` if another request has started or this one was cancelled
   */
  async load(ask: Ask<Value>, keep = false): Promise<Outcome<Value, Failure> | undefined> {
    this.#controller?.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#ask = ask;
    const keeps = keep && this.state.kind === 'ready';
    if (!keeps) this.#set({ kind: 'loading' });
    let outcome: Outcome<Value, Failure>;
    try {
      outcome = { kind: 'ready', value: await ask(signal) };
    } catch (thrown) {
      outcome = { kind: 'failed', error: this.#toFailure(thrown) };
    }
    if (signal.aborted) return undefined;
    this.#controller = undefined;
    if (!keeps || outcome.kind === 'ready') this.#set(outcome);
    return outcome;
  }

  /** Repeats the last request. */
  async retry(): Promise<Outcome<Value, Failure> | undefined> {
    return this.#ask && this.load(this.#ask);
  }

  /** Sets a result that is already known, and cancels a pending request. */
  settle(outcome: Outcome<Value, Failure>): void {
    this.cancel();
    this.#set(outcome);
  }

  /**
   * Cancels a pending request, as if it had never been sent.
   *
   * @returns true if one was pending
   */
  cancel(): boolean {
    const wasAsking = this.#controller !== undefined;
    this.#controller?.abort();
    this.#controller = undefined;
    if (this.state.kind === 'loading') this.state = { kind: 'idle' };
    return wasAsking;
  }

  /** Clears the value, and cancels a pending request. */
  reset(): void {
    this.cancel();
    this.#set({ kind: 'idle' });
  }

  #set(state: Loading<Value, Failure>): void {
    this.state = state;
    this.#changed();
  }
}
