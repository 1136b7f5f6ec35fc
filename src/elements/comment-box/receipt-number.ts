import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import type { Portable } from '../../base/templates/take-away-controller.js';
import { copyMessage } from '../../base/reader/copy-message.js';
import { html } from '../../base/templates/html.js';
import { copyIcon } from '../../base/templates/icons.js';

/** Renders receipt numbers with a copy button, and remembers which one was copied. */
export class ReceiptNumber {
  readonly #element: CustomsElement & Portable;
  readonly #changed: () => void;
  #copied: { readonly token: string; readonly done: boolean } | undefined;

  /** @param changed - called when the number has to render again */
  constructor(element: CustomsElement & Portable, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /** Renders the number on its own line. */
  render(token: string): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const copied = this.#copied?.token === token ? this.#copied : undefined;
    return html`<p class="number">
      <span>${msg('回执编号', { id: 'comments.number' })}</span>
      <code part="receipt-number">${token}</code>
      <button
        type="button"
        part="copy"
        aria-label=${msg('复制回执编号', { id: 'comments.copy-number' })}
        @click=${() => void this.#copy(token)}
      >
        ${copyIcon}${msg('复制', { id: 'comments.copy' })}
      </button>
      ${
        copied
          ? html`<span class="muted" part="feedback">${copyMessage(element, copied.done)}</span>
              ${copied.done ? nothing : element.takeAway.render(true)}`
          : nothing
      }
    </p>`;
  }

  async #copy(token: string): Promise<void> {
    this.#copied = { token, done: await this.#element.takeAway.copy(token) };
    this.#changed();
  }
}
