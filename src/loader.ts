/** How a question ended. */
export type Outcome<Value, Failure> =
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: Failure };

/** How far a question has come. */
export type Loading<Value, Failure> =
  { readonly kind: 'idle' } | { readonly kind: 'loading' } | Outcome<Value, Failure>;

/** Asks somebody; the signal tells that nobody waits for the answer any more. */
export type Ask<Value> = (signal: AbortSignal) => Promise<Value>;

/** Asks one question at a time. A late answer to an older question is dropped. */
export class Loader<Value, Failure> {
  state: Loading<Value, Failure> = { kind: 'idle' };

  readonly #toFailure: (thrown: unknown) => Failure;
  readonly #changed: () => void;
  #ask: Ask<Value> | undefined;
  #controller: AbortController | undefined;

  /**
   * @param toFailure - makes the error of the state from whatever was thrown
   * @param changed - called after every change of the state
   */
  constructor(toFailure: (thrown: unknown) => Failure, changed: () => void) {
    this.#toFailure = toFailure;
    this.#changed = changed;
  }

  /**
   * Asks, and leaves any question before.
   *
   * @param keep - shows what is there until something newer comes, if ever
   * @returns how it ended; nothing when somebody has asked again, or no longer waits
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

  /** Asks the latest question again. */
  async retry(): Promise<Outcome<Value, Failure> | undefined> {
    return this.#ask && this.load(this.#ask);
  }

  /** Takes an outcome that is at hand; whoever was asked before is left. */
  settle(outcome: Outcome<Value, Failure>): void {
    this.cancel();
    this.#set(outcome);
  }

  /**
   * No longer waits for an answer; a question under way counts as not asked.
   *
   * @returns whether one was under way
   */
  cancel(): boolean {
    const wasAsking = this.#controller !== undefined;
    this.#controller?.abort();
    this.#controller = undefined;
    if (this.state.kind === 'loading') this.state = { kind: 'idle' };
    return wasAsking;
  }

  /** Forgets what is there, and any question under way. */
  reset(): void {
    this.cancel();
    this.#set({ kind: 'idle' });
  }

  #set(state: Loading<Value, Failure>): void {
    this.state = state;
    this.#changed();
  }
}
