import { requestOnce } from '../answers.js';
import { LazyModule } from '../lazy-module.js';
import { Loader, type Loading } from '../loader.js';
import type { RequestError } from '../request.js';
import { readFullForm } from './check.js';
import type { Agency } from './model.js';
import type { ParseOptions } from './parse/parse.js';
import type { Part } from './parts.js';
import { findingOf, type Finding, type Problem } from './problem.js';
import type { Source } from './source.js';

/** State of an element: always exactly one of these. */
export type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  /** `problems` tells what could not be used of the data, and was left out. */
  | { readonly kind: 'ready'; readonly agency: Agency; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** State of an element that has no data yet. */
export const LOADING: State = { kind: 'loading' };

/**
 * Code that reads data in any other than the full form, and says what is wrong. It loads on demand,
 * because most data is in the full form.
 */
export const parser = new LazyModule(() => import('./parse/parse.js'));

const EMPTY: State = { kind: 'empty' };

/** Puts findings into words. Without the code for it, the words are keys. */
const told = (findings: readonly Finding[], language: string | undefined): State => ({
  kind: 'failed',
  problems: findings.map((finding) => ({
    ...finding,
    message:
      parser.module?.explain(finding, language ?? 'zh') ??
      `${finding.pointer} ${finding.code} ${finding.value ?? finding.detail}`.trim(),
  })),
});

/** Parses a value with the code that loads on demand. */
function readLoosely({ schema, hasContent }: Part, value: unknown, options: ParseOptions): State {
  if (!parser.module) return told([{ pointer: '', code: 'network', detail: '' }], options.language);
  const result = parser.module.parseWith(schema, value, options);
  if (!result.ok) return { kind: 'failed', problems: result.problems };
  const { agency, problems } = result;
  if (hasContent(agency)) return { kind: 'ready', agency, problems };
  return problems.some(parser.module.isMissed(schema)) ? { kind: 'failed', problems } : EMPTY;
}

/** Derives the state from a value in the full form; `undefined` if it is not. */
export function readFullState(part: Part, value: unknown): State | undefined {
  const agency = readFullForm(part.schema, value);
  return agency && (part.hasContent(agency) ? { kind: 'ready', agency, problems: [] } : EMPTY);
}

/**
 * Derives the state from a value in any form. The code for other than the full form has to be
 * there, as on a server.
 */
export const readState = (part: Part, value: unknown, options: ParseOptions = {}): State =>
  readFullState(part, value) ?? readLoosely(part, value, options);

/** Thrown when the response is not an agency. */
class DataError extends Error {
  readonly state: State;

  constructor(state: State) {
    super('not an agency');
    this.state = state;
  }
}

/** Thrown for a source that is wrong itself. */
class FaultError extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
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
    const toFailure = (thrown: unknown): State => (thrown as DataError).state;
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
    if (before && source.key === before.key && !fresh) return;
    this.#source = source;
    this.#options = options;
    // If only the language changed, keep the old content until the new data arrives.
    // If it never arrives, the old content stays.
    const isSameSet =
      before?.kind === 'address' &&
      source.kind === 'address' &&
      !!before.set &&
      before.set === source.set;
    switch (source.kind) {
      case 'awaited':
        this.#loader.reset();
        break;
      case 'address':
        void this.#ask((signal) => requestOnce(source.key, signal, fresh), isSameSet);
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
        void this.#ask(() => Promise.reject(new FaultError(source.finding)));
    }
  }

  /** Cancels the request. The next `follow` asks again. */
  leave(): void {
    if (this.#loader.cancel()) this.#source = undefined;
  }

  /** Gets a value and reads it. */
  async #ask(get: (signal: AbortSignal) => Promise<unknown>, keep = false): Promise<void> {
    const outcome = await this.#loader.load(async (signal) => {
      const state = await this.#read(get(signal));
      if (state.kind === 'failed') throw new DataError(state);
      return state;
    }, keep);
    if (outcome) this.#settled(stateOf(outcome));
  }

  async #read(value: Promise<unknown>): Promise<State> {
    const options = this.#options;
    try {
      const known = readFullState(this.#part, await value);
      if (known) return known;
      await parser.bring();
      return readLoosely(this.#part, await value, options);
    } catch (error) {
      await parser.bring();
      const finding =
        error instanceof FaultError ? error.finding : findingOf(error as RequestError);
      return told([finding], options.language);
    }
  }

  #settle(value: State): void {
    this.#loader.settle({ kind: 'ready', value });
    this.#settled(value);
  }
}
