/* Keys of the page. Editing passages works as in a word processor. */
import type { Passage } from '../../src/agency/read-text/read-text.js';
import { placeOf, type PassageActions } from './passage-actions.js';
import type { WorkActions } from './work-actions.js';

/** A control in which the browser itself undoes typing. */
const TYPED = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])';

/** Enter splits, Backspace at the start joins, Alt and an arrow move. */
export function onPassageKey(event: KeyboardEvent, passage: Passage, edit: PassageActions): void {
  const { id, from } = passage;
  const { selectionStart: start, selectionEnd: end } = event.target as HTMLTextAreaElement;
  // An input method uses these keys itself while it composes.
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  if (event.altKey && isArrow) {
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    edit.move(id, by, { on: placeOf(id, 'text'), cursor: start });
  } else if (event.altKey || from) {
    return;
  } else if (event.key === 'Enter' && !event.shiftKey && start === end) {
    event.preventDefault();
    edit.split(id, start, { atEdge: true });
  } else if (event.key === 'Backspace' && start === 0 && end === 0) {
    event.preventDefault();
    edit.merge(id);
  }
}

/** Several lines that are pasted become passages of the same kind. */
export function onPassagePaste(
  event: ClipboardEvent,
  { id, role, from }: Passage,
  edit: PassageActions,
): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const filled = lines.filter(Boolean);
  // The lines of a source and of an outline of ranks belong together.
  if (filled.length < 2 || from || role === 'source' || role === 'ranks') return;
  event.preventDefault();
  const { selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
  edit.pasteLines(id, selectionStart, selectionEnd, filled);
}

/**
 * Ctrl+Z undoes and Ctrl+Shift+Z or Ctrl+Y redoes. In a text field, the browser does that for what
 * was typed there last.
 *
 * @param isTyping - true while the last step is what was typed in a field
 */
export function onPageKey(event: KeyboardEvent, act: WorkActions, isTyping: boolean): void {
  const key = event.key.toLowerCase();
  const isUndo = key === 'z' && !event.shiftKey;
  const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !(isUndo || isRedo)) return;
  const isTyped = (event.target as HTMLElement).matches(TYPED);
  if (isTyped && isTyping) return;
  event.preventDefault();
  if (isUndo) act.undo();
  else act.redo();
}
