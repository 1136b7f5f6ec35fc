import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../language/localization.js';
import { copyMessage, printElement } from '../reader/actions.js';
import { printIcon } from './icons.js';

/** The button that prints an element. */
export const renderPrintButton = (element: HTMLElement & Localized): TemplateResult =>
  html`<button @click=${() => printElement(element)}>
    ${printIcon}${element.msg('打印', { id: 'print' })}
  </button>`;

/** The words that say whether copying worked; nothing before it was tried. */
export const renderFeedback = (
  element: Localized,
  copied: boolean | undefined,
): TemplateResult | typeof nothing =>
  copied === undefined
    ? nothing
    : html`<p class="feedback muted" part="feedback">${copyMessage(element, copied)}</p>`;
