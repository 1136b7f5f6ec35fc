import type { Agency } from './model.js';
import type { Problem } from './problem.js';

/** State of an element: always exactly one of these. */
export type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  /** `problems` tells what could not be used of the data, and was left out. */
  | { readonly kind: 'ready'; readonly agency: Agency; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** State of an element that has no data yet. */
export const LOADING: State = { kind: 'loading' };

/** State of an element whose agency has nothing for it. */
export const EMPTY: State = { kind: 'empty' };

/** State of an element whose data could not be read, for lack of the code for it. */
export const UNREACHABLE: State = {
  kind: 'failed',
  problems: [{ pointer: '', code: 'network', detail: '', message: 'no answer' }],
};
