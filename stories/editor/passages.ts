/* Edits of the list of passages. Each takes a list and returns a new one. */
import type { Passage, Role } from '../../src/agency/read-text/read-text.js';
import { as, standingIn } from './as-role.js';

export type Passages = readonly Passage[];

/** What may be changed about a passage. */
export type Change = Partial<Pick<Passage, 'text' | 'address'>>;

/** An edited list, with the passage that the author works on next. */
export interface Edited {
  readonly passages: Passages;
  /** The passage that the focus goes to; `undefined` when none is left. */
  readonly id?: string | undefined;
  /** Place of the cursor in its text. */
  readonly cursor?: number;
}

/** Chinese, Japanese and full-width signs, between which no blank stands. */
const WITHOUT_BLANKS = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

export const indexOf = (passages: Passages, id: string): number =>
  passages.findIndex((passage) => passage.id === id);

export const find = (passages: Passages, id: string): Passage | undefined =>
  passages.find((passage) => passage.id === id);

/** Makes identifiers that no passage of the list has. */
export function freshIds(passages: Passages, count: number): readonly string[] {
  const used = passages.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const highest = Math.max(0, ...used);
  return Array.from({ length: count }, (_, index) => `p${String(highest + index + 1)}`);
}

const replaceAt = (
  passages: Passages,
  index: number,
  count: number,
  ...by: Passage[]
): Passages => [...passages.slice(0, index), ...by, ...passages.slice(index + count)];

/** Changes the text or the address of a passage. */
export const change = (passages: Passages, id: string, changes: Change): Passages =>
  passages.map((passage) => (passage.id === id ? { ...passage, ...changes } : passage));

/** Says what a passage is. A summary brings the status and the level that it tells. */
export function setRole(passages: Passages, id: string, role: Role): Passages {
  const index = indexOf(passages, id);
  const passage = passages[index];
  if (!passage) return passages;
  const changed = as(role, passage);
  const found = standingIn(changed, (one) => passages.some((other) => other.role === one));
  const ids = freshIds(passages, found.length);
  const more = found.map((value, place) => ({ id: ids[place]!, ...value }));
  return replaceAt(passages, index, 1, changed, ...more);
}

/** Splits a passage at the cursor. The second part is of the same kind, without the number. */
export function split(passages: Passages, id: string, at: number): Edited {
  const index = indexOf(passages, id);
  const passage = passages[index];
  const [fresh] = freshIds(passages, 1);
  if (!passage || !fresh) return { passages };
  const first = { ...passage, text: passage.text.slice(0, at).trimEnd() };
  const { label: _label, from: _from, address: _address, ...plain } = passage;
  const second = { ...plain, id: fresh, text: passage.text.slice(at).trimStart() };
  return { passages: replaceAt(passages, index, 1, first, second), id: fresh, cursor: 0 };
}

/**
 * Joins a passage to the one before it, which decides what the whole is.
 *
 * @param shown - the passages that are shown together, of which one is before it
 */
export function merge(passages: Passages, id: string, shown: Passages = passages): Edited {
  const place = indexOf(shown, id);
  const passage = shown[place];
  // A value was taken out of a sentence, which a passage of its own has.
  const before = shown
    .slice(0, Math.max(0, place))
    .filter(({ from }) => !from)
    .at(-1);
  if (!before || !passage) return { passages, id };
  const { text } = passage;
  const edges = before.text.slice(-1) + text.slice(0, 1);
  const gap = edges.length < 2 || WITHOUT_BLANKS.test(edges) ? '' : ' ';
  const address = before.address ?? passage.address;
  const whole = { ...before, text: before.text + gap + text, ...(address && { address }) };
  return {
    passages: passages
      .filter((one) => one !== passage)
      .map((one) => (one === before ? whole : one)),
    id: before.id,
    cursor: before.text.length + gap.length,
  };
}

/** Moves a passage in front of another one, or to the end. */
export function moveBefore(passages: Passages, id: string, next: string | undefined): Passages {
  const passage = find(passages, id);
  if (!passage || id === next) return passages;
  const rest = passages.filter((one) => one !== passage);
  const index = next === undefined ? rest.length : indexOf(rest, next);
  return index < 0 ? passages : replaceAt(rest, index, 0, passage);
}

/** Moves a passage past its neighbour among the passages that are shown together. */
export function moveAmong(
  passages: Passages,
  id: string,
  by: 1 | -1,
  shown: Passages = passages,
): Passages {
  const place = indexOf(shown, id);
  if (by < 0) return place < 1 ? passages : moveBefore(passages, id, shown[place - 1]?.id);
  const neighbour = shown[place + 1];
  if (place < 0 || !neighbour) return passages;
  const behind = passages[indexOf(passages, neighbour.id) + 1];
  return moveBefore(passages, id, behind?.id);
}

/** Removes a passage. The focus goes to the next one that is shown. */
export function remove(passages: Passages, id: string, shown: Passages = passages): Edited {
  const place = indexOf(shown, id);
  const next = shown[place + 1] ?? shown[place - 1];
  return { passages: passages.filter((passage) => passage.id !== id), id: next?.id };
}

/** Adds passages of one kind behind another passage, or at the end. */
export function insert(
  passages: Passages,
  role: Role,
  texts: readonly string[],
  after?: string,
): Edited {
  const ids = freshIds(passages, texts.length);
  const added = texts.map((text, index) => as(role, { id: ids[index]!, text, role }));
  const index = after === undefined ? passages.length : indexOf(passages, after) + 1;
  const last = added.at(-1);
  return {
    passages: replaceAt(passages, index, 0, ...added),
    id: last?.id,
    cursor: last?.text.length ?? 0,
  };
}

/** Adds passages that were read from another text. */
export function append(passages: Passages, more: Passages): Passages {
  const ids = freshIds(passages, more.length);
  return [...passages, ...more.map((passage, index) => ({ ...passage, id: ids[index]! }))];
}

/** Writes the first passage of a field; adds one when there is none. */
export function setFirst(passages: Passages, role: Role, text: string): Passages {
  const found = passages.find((passage) => passage.role === role);
  if (found) return change(passages, found.id, { text });
  return text ? insert(passages, role, [text]).passages : passages;
}
