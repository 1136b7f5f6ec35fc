/* What every part of the page is given. */
import type { Host } from './host.js';
import type { PassageActions } from './passage-actions.js';
import type { WorkActions } from './work-actions.js';

export interface Context extends Pick<
  Host,
  | 'work'
  | 'agency'
  | 'json'
  | 'problems'
  | 'view'
  | 'texts'
  | 'common'
  | 'day'
  | 'canUndo'
  | 'canRedo'
> {
  /** What the author does with passages. */
  readonly edit: PassageActions;
  /** What the author does with the whole. */
  readonly act: WorkActions;
}
