/* The editor of an agency: it holds the work, draws the page, and keeps the focus where it belongs. */
import { render, type TemplateResult } from 'lit';
import { agencyOf, type ReadAgency } from '../../src/agency/read-text/read-text.js';
import type { Problem } from '../../src/agency/problem.js';
import { dropListeners } from '../pages/files.js';
import { COMMON_TEXTS } from '../pages/texts.js';
import { today } from './days.js';
import { Drafts, type Store } from './draft.js';
import { Dragging } from './drag.js';
import * as steps from './history.js';
import type { Done, Host } from './host.js';
import { onPageKey } from './keys.js';
import { layout } from './layout.js';
import { PassageActions } from './passage-actions.js';
import { TEXTS, type Texts } from './texts.js';
import { FRESH, type Focus, type View } from './view.js';
import { NOTHING, type Work } from './work.js';
import { WorkActions } from './work-actions.js';

export interface EditorOptions {
  readonly root: HTMLElement;
  readonly store: Store | undefined;
  /** Text of an office, as it would be pasted. */
  readonly sample: string;
  /** Reads an agency as the elements do. */
  readonly parse: Parse;
  /** What the author sees first. */
  readonly view?: Partial<View>;
  /** Today, as an ISO 8601 date. */
  readonly day?: string;
  /** Called with each change of what the author sees. */
  readonly onView?: (view: View) => void;
}

/** What is needed of `parse` of the library. */
type Parse = (
  value: unknown,
  options: { readonly language: string },
) => { readonly problems: readonly Problem[] };

export class Editor implements Host {
  view: View;
  agency!: ReadAgency;
  json = '';
  problems: readonly Problem[] = [];
  readonly day: string;

  readonly #root: HTMLElement;
  readonly #drafts: Drafts;
  readonly #parse: Parse;
  readonly #onView: (view: View) => void;
  readonly #edit = new PassageActions(this);
  readonly #act: WorkActions;
  readonly #drag = new Dragging(this.#edit);
  #history: steps.History<Work>;
  #focus: Focus | undefined;

  constructor({ root, store, sample, parse, view, day = today(), onView }: EditorOptions) {
    this.#root = root;
    this.#drafts = new Drafts(store);
    this.#parse = parse;
    this.#act = new WorkActions(this, sample);
    this.#onView = onView ?? (() => undefined);
    this.day = day;
    const draft = this.#drafts.read();
    this.#history = steps.begin(draft ?? NOTHING);
    this.view = { ...FRESH, ...view };
    if (draft) this.view = { ...this.view, outcome: this.texts.outcomes.restored };
    root.replaceChildren();
    const files = dropListeners((file) => void this.#act.readFile(file));
    root.addEventListener('keydown', this.#onKey);
    root.addEventListener('dragover', files.over);
    root.addEventListener('drop', files.drop);
    this.#read();
    this.#update();
  }

  get work(): Work {
    return this.#history.present;
  }

  get texts(): Texts {
    return TEXTS[this.view.language];
  }

  get common() {
    return COMMON_TEXTS[this.view.language];
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  change(work: Work, { outcome = '', focus, field }: Done = {}): void {
    this.#goTo(steps.record(this.#history, work, field), outcome, focus);
  }

  show(changes: Partial<View>, focus?: Focus): void {
    const { outcome } = this.view;
    this.view = { ...this.view, ...changes };
    // Screen readers speak the same words again only if the text differs.
    if (outcome && changes.outcome === outcome)
      this.view = { ...this.view, outcome: `${outcome}\u00A0` };
    this.#focus = focus;
    this.#onView(this.view);
    this.#update();
  }

  settle(): void {
    this.#history = steps.settle(this.#history);
  }

  undo(): void {
    this.#goTo(steps.undo(this.#history), this.texts.outcomes.undone);
  }

  redo(): void {
    this.#goTo(steps.redo(this.#history), this.texts.outcomes.redone);
  }

  /** Notices that another tab has changed the draft. */
  onStorage(event: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (this.#drafts.isForeign(event)) this.show({ isForeign: true });
  }

  takeForeign(): void {
    this.view = { ...this.view, isForeign: false };
    this.change(this.#drafts.read() ?? NOTHING, { focus: { on: '#main' } });
  }

  handOver(): boolean {
    return this.#drafts.handOver(this.json);
  }

  readonly #onKey = (event: KeyboardEvent): void =>
    onPageKey(event, this.#act, this.#history.field !== undefined);

  #goTo(history: steps.History<Work>, outcome: string, focus?: Focus): void {
    this.#history = history;
    this.#read();
    this.#drafts.write(this.work);
    const { canStore } = this.#drafts;
    this.show({ outcome, canStore, copied: undefined, problem: '' }, focus);
  }

  #read(): void {
    const { passages, lang, opened } = this.work;
    const isObject = typeof opened === 'object' && opened !== null;
    this.agency = agencyOf(passages, { ...(lang && { lang }), ...(isObject && { rest: opened }) });
    this.json = `${JSON.stringify(this.agency, null, 2)}\n`;
  }

  #update(): void {
    const hadFocus = this.#root.contains(document.activeElement);
    this.problems = this.#parse(this.agency, { language: this.view.language }).problems;
    render(this.#template(), this.#root);
    const focus = this.#focus ?? { on: '#main' };
    if (this.#focus || (hadFocus && document.activeElement === document.body)) this.#move(focus);
    this.#focus = undefined;
  }

  #move({ on, cursor }: Focus): void {
    const target = this.#root.querySelector<HTMLElement>(on);
    const folded = target?.closest('details');
    if (folded) folded.open = true;
    target?.focus();
    if (cursor !== undefined && target instanceof HTMLTextAreaElement) {
      target.setSelectionRange(cursor, cursor);
    }
  }

  #template(): TemplateResult {
    const { texts, common, view, work, agency, json, problems, day, canUndo, canRedo } = this;
    const shared = { texts, common, view, work, agency, json, problems, day, canUndo, canRedo };
    return layout({ ...shared, edit: this.#edit, act: this.#act }, this.#drag);
  }
}
