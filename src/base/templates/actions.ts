import { html, nothing, type TemplateResult } from 'lit';
import type { Portable } from '../reader/take-away-controller.js';
import type { Localized } from '../language/localization.js';
import { copyMessage } from '../reader/copy-message.js';
import { printIcon } from './icons.js';
import { renderMissing } from './lazy.js';

/** The button that prints an element, and after it that what readers take away with did not come. */
export const renderPrintButton = (element: Portable): TemplateResult =>
  html`<button @click=${() => void element.takeAway.print()}>
      ${printIcon}${element.msg('打印', { id: 'print' })}
    </button>
    ${renderMissing(element, element.takeAway)}`;

/** The words that say whether copying worked; nothing before it was tried. */
export const renderFeedback = (
  element: Localized,
  copied: boolean | undefined,
): TemplateResult | typeof nothing =>
  copied === undefined
    ? nothing
    : html`<p class="feedback muted" part="feedback">${copyMessage(element, copied)}</p>`;
