import { requestOnce } from '../answers.js';
import { Loader, type Loading } from '../loader.js';
import type { RequestError } from '../request.js';
import type { Agency, Problem } from './model.js';
import { parseWith, problemOf } from './parse.js';
import type { Part } from './parts.js';
import type { Source } from './source.js';

/** State of an element: always exactly one of these. */
export type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly agency: Agency }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** State of an element that has no data yet. */
export const LOADING: State = { kind: 'loading' };

/** Parses a value and derives the state from the result. */
export function readState({ schema, hasContent }: Part, value: unknown): State {
  const result = parseWith(schema, value);
  if (!result.ok) return { kind: 'failed', problems: result.problems };
  const { agency } = result;
  return hasContent(agency) ? { kind: 'ready', agency } : { kind: 'empty' };
}

/** Thrown when the response is not an agency. */
class DataError extends Error {
  readonly state: State;

  constructor(state: State) {
    super('not an agency');
    this.state = state;
  }
}

const toFailure = (thrown: unknown): State =>
  thrown instanceof DataError
    ? thrown.state
    : { kind: 'failed', problems: [problemOf(thrown as RequestError)] };

function stateOf(loading: Loading<State, State>): State {
  if (loading.kind === 'ready') return loading.value;
  return loading.kind === 'failed' ? loading.error : LOADING;
}

/** Loads the part of an agency that one element shows. */
export class AgencyLoader {
  readonly #part: Part;
  readonly #settled: (outcome: State) => void;
  readonly #loader: Loader<State, State>;
  #source: Source | undefined;

  /**
   * @param shown - called when the state to show has changed
   * @param settled - called when a source has loaded or failed, even if an older one stays on
   * screen
   */
  constructor(part: Part, shown: (state: State) => void, settled: (outcome: State) => void) {
    this.#part = part;
    this.#settled = settled;
    this.#loader = new Loader(toFailure, () => shown(stateOf(this.#loader.state)));
  }

  /**
   * Loads a source, unless it is already the current one.
   *
   * @param fresh - loads it again, even if a response is cached
   */
  follow(source: Source, fresh = false): void {
    const before = this.#source;
    if (before && source.key === before.key && !fresh) return;
    this.#source = source;
    switch (source.kind) {
      case 'awaited':
        this.#loader.reset();
        break;
      case 'address': {
        // If only the language changed, keep the old content until the new data arrives. If it
        // never arrives, the old content stays.
        const keep = before?.kind === 'address' && !!before.set && before.set === source.set;
        void this.#ask(source.key, fresh, keep);
        break;
      }
      case 'value':
        this.#settle(readState(this.#part, source.value));
        break;
      case 'fault':
        this.#settle({ kind: 'failed', problems: [source.problem] });
    }
  }

  /** Cancels the request. The next `follow` asks again. */
  leave(): void {
    if (this.#loader.cancel()) this.#source = undefined;
  }

  async #ask(url: string, fresh: boolean, keep: boolean): Promise<void> {
    const outcome = await this.#loader.load(async (signal) => {
      const state = readState(this.#part, await requestOnce(url, signal, fresh));
      if (state.kind === 'failed') throw new DataError(state);
      return state;
    }, keep);
    if (outcome) this.#settled(stateOf(outcome));
  }

  #settle(value: State): void {
    this.#loader.settle({ kind: 'ready', value });
    this.#settled(value);
  }
}
