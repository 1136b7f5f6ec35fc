import type { Agency } from './model.js';
import type { Problem } from './problem.js';

/** State of an element: always exactly one of these. */
export type State =
  /** `lang` is the language of data that names it. */
  | { readonly kind: 'empty'; readonly lang?: string | undefined }
  | { readonly kind: 'loading' }
  /** `problems` tells what could not be used of the data, and was left out. */
  | { readonly kind: 'ready'; readonly agency: Agency; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'failed';
      readonly problems: readonly Problem[];
      readonly lang?: string | undefined;
    };

/** State of an element that has no data yet. */
export const LOADING: State = { kind: 'loading' };

/** Finds the language that data names. While other data loads, the language stays. */
export const languageOf = (state: State, before: string): string =>
  state.kind === 'loading' ? before : ((state.kind === 'ready' ? state.agency : state).lang ?? '');

/** State of an element whose data could not be read, for lack of the code for it. */
export const UNREACHABLE: State = {
  kind: 'failed',
  problems: [{ pointer: '', code: 'network', detail: '', message: 'no answer' }],
};
