import { requestOnce } from '../answers.js';
import { LazyModule } from '../lazy-module.js';
import { bringFile } from '../library-file.js';
import { Loader, type Loading } from '../loader.js';
import { readFullForm } from './check.js';
import type { ParseOptions } from './parse/parse-part.js';
import type { Part } from './parts.js';
import type { Source } from './source.js';
import { LOADING, UNREACHABLE, type State } from './state.js';

/**
 * Code that reads data in any other than the full form, and says what is wrong. It loads on demand,
 * because most data is in the full form.
 */
export const parser = new LazyModule(() => import('./parse/loose-state.js'));

/** Derives the state from a value in the full form; `undefined` if it is not. */
export function readFullState(part: Part, value: unknown): State | undefined {
  const agency = readFullForm(part.schema, value);
  if (!agency || part.hasContent(agency)) return agency && { kind: 'ready', agency, problems: [] };
  return { kind: 'empty', lang: agency.lang };
}

/** Derives the state from a value in any form. The code for other than the full form is there. */
export const readState = (part: Part, value: unknown, options: ParseOptions = {}): State =>
  readFullState(part, value) ?? parser.module!.readLooseState(part, value, options);

/** Thrown when there is no agency to show. */
class StateError extends Error {
  readonly state: State;

  constructor(state: State) {
    super(state.kind);
    this.state = state;
  }
}

const stateOf = (loading: Loading<State, State>): State =>
  loading.kind === 'ready' ? loading.value : loading.kind === 'failed' ? loading.error : LOADING;

/** Loads the part of an agency that one element shows. */
export class AgencyLoader {
  readonly #part: Part;
  readonly #settled: (outcome: State) => void;
  readonly #loader: Loader<State, State>;
  #source: Source | undefined;
  #options: ParseOptions = {};

  /**
   * @param shown - called when the state to show has changed
   * @param settled - called when a source has loaded or failed, even if an older one stays on
   * screen
   */
  constructor(part: Part, shown: (state: State) => void, settled: (outcome: State) => void) {
    this.#part = part;
    this.#settled = settled;
    // The request has explained its failure before.
    const toFailure = (thrown: unknown): State => (thrown as StateError).state;
    this.#loader = new Loader(toFailure, () => shown(stateOf(this.#loader.state)));
  }

  /**
   * Loads a source, unless it is already the current one.
   *
   * @param options - what the page knows and the data may leave out
   * @param fresh - loads it again, even if a response is cached
   */
  follow(source: Source, options: ParseOptions, fresh = false): void {
    const before = this.#source;
    const isKnown = before?.key === source.key && !fresh;
    const { lang, language } = this.#options;
    const isSaid = options.lang === lang && options.language === language;
    // Only the parser writes sentences, and lets the page say what the data leaves out.
    if (before && isKnown && (isSaid || !parser.module)) return;
    this.#source = source;
    this.#options = options;
    // If only the language changed, keep the old content until the new data arrives.
    // If it never arrives, the old content stays.
    const isSameSet =
      isKnown ||
      (before?.kind === 'file' && source.kind === 'file' && before.agency === source.agency);
    switch (source.kind) {
      case 'awaited':
        this.#loader.reset();
        break;
      case 'address':
        void this.#ask((signal) => requestOnce(source.key, signal, fresh), isSameSet);
        break;
      case 'file':
        void this.#ask((signal) => bringFile(source.file, signal, fresh), isSameSet);
        break;
      case 'value': {
        const state = parser.module
          ? readState(this.#part, source.value, options)
          : readFullState(this.#part, source.value);
        if (state) this.#settle(state);
        else void this.#ask(() => Promise.resolve(source.value));
        break;
      }
      case 'fault':
        void this.#ask(() => Promise.reject(source.fault));
    }
  }

  /** Cancels the request. The next `follow` asks again. */
  leave(): void {
    if (this.#loader.cancel()) this.#source = undefined;
  }

  /** Gets a value and reads it. */
  async #ask(get: (signal: AbortSignal) => Promise<unknown>, keep = false): Promise<void> {
    const options = this.#options;
    const outcome = await this.#loader.load(async (signal) => {
      const state = await this.#read(get(signal));
      if (state.kind === 'failed') throw new StateError(state);
      return state;
    }, keep);
    // Another language may have come with the data. Then it has been read again.
    if (outcome && options === this.#options) this.#settled(stateOf(outcome));
  }

  async #read(asked: Promise<unknown>): Promise<State> {
    const options = this.#options;
    try {
      const value = await asked;
      return (
        readFullState(this.#part, value) ??
        (await parser.bring())?.readLooseState(this.#part, value, options) ??
        UNREACHABLE
      );
    } catch (error) {
      return (await parser.bring())?.failedState(error, options) ?? UNREACHABLE;
    }
  }

  #settle(value: State): void {
    this.#loader.settle({ kind: 'ready', value });
    this.#settled(value);
  }
}
