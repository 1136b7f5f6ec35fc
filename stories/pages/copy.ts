/* Copying and downloading of texts, with an outcome that everybody notices. */
import { html, nothing, type TemplateResult } from 'lit';
import { copyIcon, downloadIcon } from '../../src/base/templates/icons.js';
import type { CommonTexts } from './texts.js';

/** `selected`: the browser does not allow copying, so the text is selected for the keyboard. */
export type Outcome = 'done' | 'selected';

/** What was copied last, by the id of its place. */
export interface Copied {
  readonly id?: string;
  readonly outcome?: Outcome;
}

/** Copies a text. Without permission, selects the element that shows it. */
export async function copyText(id: string, text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return { id, outcome: 'done' };
  } catch {
    const place = document.getElementById(id);
    if (place) getSelection()?.selectAllChildren(place);
    return { id, outcome: 'selected' };
  }
}

/** Saves a text as a file of the visitor. */
export function downloadText(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** Says what became of copying. */
export const outcomeOf = (texts: CommonTexts, outcome: Outcome | undefined): TemplateResult =>
  html`<p class="outcome" role="status">
    ${outcome === 'done' ? texts.copied : outcome === 'selected' ? texts.selected : ''}
  </p>`;

/** A text to copy, and to download if it is a whole file. */
export interface Block {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly outcome?: Outcome | undefined;
  readonly texts: CommonTexts;
  readonly onCopy: (id: string, code: string) => void;
  readonly onDownload?: (() => void) | undefined;
}

/** Renders a text with its buttons. */
export function block(given: Block): TemplateResult {
  const { id, label, code, outcome, texts, onCopy, onDownload } = given;
  return html`<div class="block">
    <div class="block-head">
      <h3 id="${id}-label">${label}</h3>
      ${outcomeOf(texts, outcome)}
      <div class="block-actions">
        ${
          onDownload
            ? html`<button type="button" aria-describedby="${id}-label" @click=${onDownload}>
                ${downloadIcon} ${texts.download}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="primary"
          aria-describedby="${id}-label"
          @click=${() => onCopy(id, code)}
        >
          ${copyIcon} ${texts.copy}
        </button>
      </div>
    </div>
    <pre
      tabindex="0"
      role="region"
      aria-labelledby="${id}-label"
    ><code id=${id}>${code}</code></pre>
  </div>`;
}
