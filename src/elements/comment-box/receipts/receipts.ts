import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { html } from '../../../base/templates/html.js';
import { renderLazy } from '../../../base/templates/lazy.js';
import type { CommentSession } from '../../../comments/session.js';
import { LazyModule } from '../../../lazy-module.js';
import type { ReceiptPanel } from './receipt-panel.js';

const panel = new LazyModule(() => import('./receipt-panel.js'));

/** Section in which a reader looks up the status of a comment (查询回执). */
export class Receipts {
  readonly #element: CustomsElement;
  #panel: ReceiptPanel | undefined;
  /** True once the section has been opened. */
  #isAsked = false;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  render(session: CommentSession): TemplateResult {
    const element = this.#element;
    return html`<details class="receipts screen-only" part="receipts" @toggle=${this.#onToggle}>
      <summary>${element.msg('查询或撤回我的评论', { id: 'comments.receipts' })}</summary>
      ${
        this.#isAsked
          ? renderLazy(element, panel, ({ ReceiptPanel }) =>
              (this.#panel ??= new ReceiptPanel(element)).render(session),
            )
          : nothing
      }
    </details>`;
  }

  readonly #onToggle = (): void => {
    this.#isAsked = true;
    this.#element.requestUpdate();
  };
}
