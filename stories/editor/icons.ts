/* Icons of the editor, in the style of those of the elements. */
import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Arrows. */
export const upIcon = icon('M12 20V5m-6 6 6-6 6 6');
export const downIcon = icon('M12 4v15m-6-6 6 6 6-6');
/** Two lines that part. */
export const splitIcon = icon('M4 12h16M8 7l4-4 4 4m-8 10 4 4 4-4');
/** Two lines that meet. */
export const mergeIcon = icon('M4 12h16M8 3l4 4 4-4m-8 18 4-4 4 4');
/** A bin. */
export const removeIcon = icon('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13m-7 4v5m4-5v5');
/** An arrow that turns back. */
export const undoIcon = icon('M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3');
/** The same, forward. */
export const redoIcon = icon('m15 14 5-5-5-5m5 5H10a6 6 0 0 0 0 12h3');
/** A plus sign. */
export const addIcon = icon('M12 5v14M5 12h14');
/** Six dots, where a row can be grasped. */
export const gripIcon = icon('M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01');
/** A clipboard. */
export const pasteIcon = icon('M9 5H6v16h12V5h-3M9 3h6v4H9zm0 9h6m-6 4h6');
/** A page with a pencil. */
export const blankIcon = icon('M4 20h16M14 5l4 4L9 18l-5 1 1-5z');
