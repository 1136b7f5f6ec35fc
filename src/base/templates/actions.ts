import { nothing, type TemplateResult } from 'lit';
import type { Portable } from '../reader/take-away-controller.js';
import type { Localized } from '../language/localization.js';
import { copyMessage } from '../reader/copy-message.js';
import { html } from './html.js';
import { printIcon } from './icons.js';
import { renderMissing } from './lazy.js';

/** Renders the print button, and a message if the code for printing failed to load. */
export const renderPrintButton = (element: Portable): TemplateResult =>
  html`<button @click=${() => void element.takeAway.print()}>
      ${printIcon}${element.msg('打印', { id: 'print' })}
    </button>
    ${renderMissing(element, element.takeAway)}`;

/** Renders whether copying worked; nothing before the first attempt. */
export const renderFeedback = (
  element: Localized,
  copied: boolean | undefined,
): TemplateResult | typeof nothing =>
  copied === undefined
    ? nothing
    : html`<p class="feedback muted" part="feedback">${copyMessage(element, copied)}</p>`;
