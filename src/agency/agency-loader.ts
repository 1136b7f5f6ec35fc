import { requestOnce } from '../answers.js';
import { Loader, type Loading } from '../loader.js';
import type { RequestError } from '../request.js';
import type { Agency, Problem } from './model.js';
import { parseWith, problemOf } from './parse.js';
import type { Part } from './parts.js';
import type { Source } from './source.js';

/** What an element can be showing; it is always exactly one of these. */
export type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly agency: Agency }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** The state of an element that has no data yet. */
export const LOADING: State = { kind: 'loading' };

/** What an element shows of a value that claims to be an agency. */
export function readState({ schema, hasContent }: Part, value: unknown): State {
  const result = parseWith(schema, value);
  if (!result.ok) return { kind: 'failed', problems: result.problems };
  const { agency } = result;
  return hasContent(agency) ? { kind: 'ready', agency } : { kind: 'empty' };
}

/** Tells that an answer is no agency. */
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

/** Brings one element the part of an agency that it shows, from the source it is told to follow. */
export class AgencyLoader {
  readonly #part: Part;
  readonly #settled: (outcome: State) => void;
  readonly #loader: Loader<State, State>;
  #source: Source | undefined;

  /**
   * @param shown - called when there is something else to show
   * @param settled - called when a source was read to its end; what is shown may be of an earlier one
   */
  constructor(part: Part, shown: (state: State) => void, settled: (outcome: State) => void) {
    this.#part = part;
    this.#settled = settled;
    this.#loader = new Loader(toFailure, () => shown(stateOf(this.#loader.state)));
  }

  /**
   * Reads a source, unless that was done already.
   *
   * @param fresh - reads it again, past any answer at hand
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
        // Where only the language is another, what is shown reads on until that is there, if ever.
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

  /** No longer waits for an answer. What did not come is asked for again the next time. */
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
