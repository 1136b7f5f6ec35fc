import { nothing, type TemplateResult } from 'lit';
import { copyMessage } from '../reader/copy-message.js';
import { html } from './html.js';
import { printIcon } from './icons.js';
import { renderMissing } from './lazy.js';
import type { Portable } from './take-away-controller.js';

/** Renders the print button, and what remains for the reader after a print or a file. */
export const renderPrintButton = (element: Portable): TemplateResult =>
  html`<button @click=${() => void element.takeAway.print()}>
      ${printIcon}${element.msg('打印', { id: 'print' })}
    </button>
    ${renderMissing(element, element.takeAway)} ${element.takeAway.render(false)}`;

/** Renders whether copying worked, else the text to copy; nothing before the first attempt. */
export const renderFeedback = (
  element: Portable,
  copied: boolean | undefined,
): TemplateResult | typeof nothing =>
  copied === undefined
    ? nothing
    : html`<p class="feedback muted" part="feedback">${copyMessage(element, copied)}</p>
        ${copied ? nothing : element.takeAway.render(true)}`;
