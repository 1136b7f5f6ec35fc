/* What the author sees, besides the work itself. */
import type { Outcome } from '../pages/copy.js';
import type { PageLanguage } from '../pages/languages.js';
import type { SourcePart } from './source.js';

export interface View {
  readonly language: PageLanguage;
  /** Order of the passages. */
  readonly order: 'text' | 'fields';
  /** On a narrow screen, one of both is shown. */
  readonly panel: 'edit' | 'preview';
  /** Text in the large field, before it is read. */
  readonly typed: string;
  /** True while the field for more text is open. */
  readonly isAdding: boolean;
  /** Why what was pasted could not be read. */
  readonly problem: string;
  /** Parts of the source as they are typed, while they are no day and no address yet. */
  readonly typedSource: Readonly<Partial<Record<SourcePart, string>>>;
  /** What the last action did. */
  readonly outcome: string;
  readonly copied: Outcome | undefined;
  /** True after another tab has changed the draft. */
  readonly isForeign: boolean;
  readonly canStore: boolean;
}

export const FRESH: View = {
  language: 'zh-Hans',
  order: 'text',
  panel: 'edit',
  typed: '',
  isAdding: false,
  problem: '',
  typedSource: {},
  outcome: '',
  copied: undefined,
  isForeign: false,
  canStore: true,
};

/** Where the focus goes after a change. */
export interface Focus {
  /** Selector of the control. */
  readonly on: string;
  /** Place of the cursor. */
  readonly cursor?: number | undefined;
}
