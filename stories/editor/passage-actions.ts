/* What an author does with passages. */
import type { Role } from '../../src/agency/read-text/read-text.js';
import type { Done, Host } from './host.js';
import * as edits from './passages.js';
import { shownWith } from './shown.js';
import type { Focus } from './view.js';

/** The buttons of a passage. */
export type Tool = 'up' | 'down' | 'split' | 'merge' | 'remove';

/** The controls of a passage. */
export type Part = 'text' | 'address' | 'role' | Tool;

export const placeOf = (id: string, part: Part): string => `#passage-${id} [data-part="${part}"]`;

export class PassageActions {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Passages by which this one moves. */
  shown(id: string): edits.Passages {
    return shownWith(this.#passages, id, this.#host.view.order);
  }

  write(id: string, changes: edits.Change): void {
    const field = `${id} ${Object.keys(changes).join(' ')}`;
    this.#change(edits.change(this.#passages, id, changes), { field });
  }

  setRole(id: string, role: Role): void {
    const outcome = this.#host.texts.outcomes.role(this.#host.texts.roles[role]);
    const focus = { on: placeOf(id, 'role') };
    this.#change(edits.setRole(this.#passages, id, role), { outcome, focus });
  }

  /** Splits at the cursor. At an edge, an empty passage begins only if the author asked by Enter. */
  split(id: string, at: number, { atEdge = false } = {}): void {
    const { outcomes } = this.#host.texts;
    const length = edits.find(this.#passages, id)?.text.length ?? 0;
    if (!atEdge && (at <= 0 || at >= length)) {
      this.#host.show({ outcome: outcomes.noCursor }, { on: placeOf(id, 'text'), cursor: at });
      return;
    }
    this.#edited(edits.split(this.#passages, id, at), 'text', outcomes.split);
  }

  merge(id: string): void {
    const { outcomes } = this.#host.texts;
    const edited = edits.merge(this.#passages, id, this.shown(id));
    const isMerged = edited.id !== id;
    this.#edited(edited, 'text', isMerged ? outcomes.merged : outcomes.noMerge);
  }

  /**
   * Moves past a neighbour.
   *
   * @param focus - the control that stays focused
   */
  move(id: string, by: 1 | -1, focus: Focus): void {
    const { outcomes } = this.#host.texts;
    const moved = edits.moveAmong(this.#passages, id, by, this.shown(id));
    const edge = by < 0 ? outcomes.first : outcomes.last;
    this.#moved(id, moved, focus, edge);
  }

  /** Moves a dragged passage to another one: in front of it, or behind it. */
  drop(id: string, over: string, isBehind: boolean): void {
    const place = edits.indexOf(this.#passages, over);
    const next = isBehind ? this.#passages[place + 1]?.id : over;
    const moved = edits.moveBefore(this.#passages, id, next);
    this.#moved(id, moved, { on: placeOf(id, 'text') }, '');
  }

  remove(id: string): void {
    const edited = edits.remove(this.#passages, id, this.shown(id));
    this.#edited(edited, 'remove', this.#host.texts.outcomes.removed);
  }

  add(role: Role, after?: string): void {
    this.#edited(edits.insert(this.#passages, role, [''], after), 'text', '');
  }

  /** Pastes lines: the first goes into the text, each of the others becomes a passage of its kind. */
  pasteLines(id: string, start: number, end: number, lines: readonly string[]): void {
    const passage = edits.find(this.#passages, id);
    const [first = '', ...others] = lines;
    const last = others.at(-1);
    if (!passage || last === undefined) return;
    const text = passage.text.slice(0, start) + first;
    const rest = [...others.slice(0, -1), last + passage.text.slice(end)];
    const changed = edits.setRole(edits.change(this.#passages, id, { text }), id, passage.role);
    this.#edited(edits.insert(changed, passage.role, rest, id), 'text', '');
  }

  get #passages(): edits.Passages {
    return this.#host.work.passages;
  }

  #change(passages: edits.Passages, done: Done): void {
    const { work } = this.#host;
    this.#host.change(passages === work.passages ? work : { ...work, passages }, done);
  }

  #edited({ passages, id, cursor }: edits.Edited, part: Part, outcome: string): void {
    const focus = id === undefined ? { on: '#main' } : { on: placeOf(id, part), cursor };
    this.#change(passages, { outcome, focus });
  }

  #moved(id: string, passages: edits.Passages, focus: Focus, edge: string): void {
    const place = edits.indexOf(shownWith(passages, id, this.#host.view.order), id) + 1;
    const { moved } = this.#host.texts.outcomes;
    this.#change(passages, { focus, outcome: passages === this.#passages ? edge : moved(place) });
  }
}
