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

const stateOf = ({ hasContent }: Part, agency: Agency): State =>
  hasContent(agency) ? { kind: 'ready', agency } : { kind: 'empty' };

/** What an element shows of a value that claims to be an agency. */
export function readState(part: Part, value: unknown): State {
  const result = parseWith(part.schema, value);
  return result.ok ? stateOf(part, result.agency) : { kind: 'failed', problems: result.problems };
}

/** That a value is no agency. */
class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('not an agency');
    this.problems = problems;
  }
}

function read({ schema }: Part, value: unknown): Agency {
  const result = parseWith(schema, value);
  if (!result.ok) throw new DataError(result.problems);
  return result.agency;
}

const toProblems = (thrown: unknown): readonly Problem[] =>
  thrown instanceof DataError ? thrown.problems : [problemOf(thrown as RequestError)];

/** Whether two sources are the same built-in agency, in whatever language. */
const isSameSet = (one: Source | undefined, other: Source): boolean =>
  one?.kind === 'address' && other.kind === 'address' && !!one.set && one.set === other.set;

/** Brings one element the part of an agency that it shows, from the source it is told to follow. */
export class AgencyLoader {
  readonly #part: Part;
  readonly #settled: (outcome: State) => void;
  readonly #loader: Loader<Agency, readonly Problem[]>;
  #source: Source | undefined;

  /**
   * @param shown - called when there is something else to show
   * @param settled - called when a source was read to its end; what is shown may be of an earlier one
   */
  constructor(part: Part, shown: (state: State) => void, settled: (outcome: State) => void) {
    this.#part = part;
    this.#settled = settled;
    this.#loader = new Loader(toProblems, () => shown(this.#stateOf(this.#loader.state)));
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
      case 'address':
        // Where only the language is another, what is shown reads on until that is there, if ever.
        void this.#ask(source.key, fresh, isSameSet(before, source));
        break;
      case 'value':
        this.#settle(() => read(this.#part, source.value));
        break;
      case 'fault':
        this.#settle(() => {
          throw new DataError([source.problem]);
        });
    }
  }

  /** No longer waits for an answer. What did not come is asked for again the next time. */
  leave(): void {
    if (this.#loader.cancel()) this.#source = undefined;
  }

  async #ask(url: string, fresh: boolean, keep: boolean): Promise<void> {
    const outcome = await this.#loader.load(
      async (signal) => read(this.#part, await requestOnce(url, signal, fresh)),
      keep,
    );
    if (outcome) this.#settled(this.#stateOf(outcome));
  }

  #settle(take: () => Agency): void {
    this.#loader.settle(take);
    this.#settled(this.#stateOf(this.#loader.state));
  }

  #stateOf(loading: Loading<Agency, readonly Problem[]>): State {
    switch (loading.kind) {
      case 'ready':
        return stateOf(this.#part, loading.value);
      case 'failed':
        return { kind: 'failed', problems: loading.error };
      default:
        return LOADING;
    }
  }
}
