/* Copying and downloading of texts, with an outcome that everybody notices. */
import { html, nothing, type TemplateResult } from 'lit';
import { copyIcon, downloadIcon } from '../../src/base/templates/icons.js';
import type { CommonTexts } from './texts.js';

/** `selected`: the browser does not allow copying, so the text is selected for the keyboard. */
export type Outcome = 'done' | 'selected';

/** What was copied or downloaded last, by the id of its place. */
export interface Copied {
  readonly id?: string;
  readonly outcome?: Outcome | undefined;
  /** Name of the file that was downloaded. */
  readonly file?: string;
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

function outcomeText(texts: CommonTexts, { outcome, file }: Copied): string {
  if (file) return texts.downloaded(file);
  return outcome === 'done' ? texts.copied : outcome === 'selected' ? texts.selected : '';
}

/** Says what became of copying or downloading. */
export const outcomeOf = (texts: CommonTexts, copied: Copied): TemplateResult =>
  html`<p class="outcome" role="status">${outcomeText(texts, copied)}</p>`;

/** A text to copy, and to download if it is a whole file. */
export interface Block {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly outcome?: Outcome | undefined;
  /** Name of the file, and if it was downloaded. */
  readonly file?: { readonly name: string; readonly isDownloaded: boolean };
  readonly texts: CommonTexts;
  readonly onCopy: (id: string, code: string) => void;
  readonly onDownload?: (() => void) | undefined;
}

/** Renders a text with its buttons. */
export function block(given: Block): TemplateResult {
  const { id, label, code, outcome, file, texts, onCopy, onDownload } = given;
  return html`<div class="block">
    <div class="block-head">
      <h3 id="${id}-label">${label}</h3>
      ${outcomeOf(texts, file?.isDownloaded ? { file: file.name } : { outcome })}
      <div class="block-actions">
        ${
          file
            ? html`<button type="button" aria-describedby="${id}-label" @click=${onDownload}>
                ${downloadIcon} ${texts.download(file.name)}
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
