/* Undo and redo. Typing in one field is one step. */

/** Steps that are kept. */
const LIMIT = 200;

export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The field in which the author types. */
  readonly field?: string | undefined;
}

export const begin = <State>(present: State): History<State> => ({ past: [], present, future: [] });

/**
 * Adds a step.
 *
 * @param field - the field that was typed in; the next letter in the same field adds no step
 */
export function record<State>(
  history: History<State>,
  present: State,
  field?: string,
): History<State> {
  if (present === history.present) return history;
  const goesOn = field !== undefined && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-LIMIT);
  return { past, present, future: [], field };
}

/** Ends the step of a field, so that typing there again is a new one. */
export const settle = <State>(history: History<State>): History<State> =>
  history.field === undefined ? history : { ...history, field: undefined };

export function undo<State>({ past, present, future }: History<State>): History<State> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}
