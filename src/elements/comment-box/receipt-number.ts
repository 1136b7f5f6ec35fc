import { html, type TemplateResult } from 'lit';
import { copyFrom } from '../../base/actions.js';
import type { CustomsElement } from '../../base/customs-element.js';
import { copyIcon } from '../../base/icons.js';

/** A receipt number, and the button that copies it. */
export function renderReceiptNumber(element: CustomsElement, token: string): TemplateResult {
  const { msg } = element;
  return html`<p class="number">
    <span>${msg('回执编号', { id: 'comments.number' })}</span>
    <code part="receipt-number">${token}</code>
    <button
      type="button"
      part="copy"
      aria-label=${msg('复制回执编号', { id: 'comments.copy-number' })}
      @click=${() => void copyFrom(element, token)}
    >
      ${copyIcon}${msg('复制', { id: 'comments.copy' })}
    </button>
  </p>`;
}
