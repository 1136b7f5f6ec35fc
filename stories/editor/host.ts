/* What actions need of the page. */
import type { ReadAgency } from '../../src/agency/read-text/read-text.js';
import type { Problem } from '../../src/agency/problem.js';
import type { CommonTexts } from '../pages/texts.js';
import type { Texts } from './texts.js';
import type { Focus, View } from './view.js';
import type { Work } from './work.js';

/** What follows a change. */
export interface Done {
  /** Said to the author, also by screen readers. */
  readonly outcome?: string;
  readonly focus?: Focus | undefined;
  /** The field that was typed in. */
  readonly field?: string;
}

export interface Host {
  readonly work: Work;
  readonly agency: ReadAgency;
  /** The agency as JSON text. */
  readonly json: string;
  readonly view: View;
  readonly texts: Texts;
  readonly common: CommonTexts;
  readonly day: string;
  /** What the elements cannot use, in words. */
  readonly problems: readonly Problem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes the work, which can be undone. */
  change(work: Work, done?: Done): void;
  /** Changes what the author sees. */
  show(changes: Partial<View>, focus?: Focus): void;
  /** Ends the step of the field that was typed in. */
  settle(): void;
  undo(): void;
  redo(): void;
  /** Takes the draft of another tab. */
  takeForeign(): void;
  /** Gives the agency to the embed builder. Returns false if the browser forbids it. */
  handOver(): boolean;
}
