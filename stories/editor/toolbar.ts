/* Undo, redo, clear, and what the last action did; stays in sight. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from './context.js';
import { redoIcon, removeIcon, undoIcon } from './icons.js';
import type { View } from './view.js';
import { isEmpty } from './work.js';

/** Renders the tools. Buttons that can do nothing stay focusable, so that the focus is not lost. */
export function toolbar(context: Context): TemplateResult {
  const { texts, view, work, canUndo, canRedo, act } = context;
  const tool = (
    id: string,
    label: string,
    icon: TemplateResult,
    canRun: boolean,
    run: () => void,
  ): TemplateResult =>
    html`<button type="button" id=${id} aria-disabled=${canRun ? nothing : 'true'} @click=${run}>
      ${icon} <span>${label}</span>
    </button>`;
  const panel = (name: View['panel'], label: string): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${view.panel === name ? 'true' : 'false'}
      @click=${() => act.show({ panel: name })}
    >
      ${label}
    </button>`;
  const isFirst = isEmpty(work);
  // The place of the outcome is always there, so that screen readers speak what comes in.
  return html`<div class=${isFirst && !canUndo && !canRedo ? 'toolbar idle' : 'toolbar'}>
    <div class="tools" role="group" aria-label=${texts.toolbar}>
      ${tool('undo', texts.undo, undoIcon, canUndo, () => act.undo())}
      ${tool('redo', texts.redo, redoIcon, canRedo, () => act.redo())}
      ${isFirst ? nothing : tool('clear', texts.clear, removeIcon, true, () => act.clear())}
    </div>
    ${
      isFirst
        ? nothing
        : html`<div class="panels" role="group" aria-label=${texts.panels}>
            ${panel('edit', texts.edit)} ${panel('preview', texts.preview)}
          </div>`
    }
    <p class="outcome" role="status">${view.outcome}</p>
  </div>`;
}
