import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { focusOn, holdFocus } from '../../base/reader/focus.js';
import { str } from '../../base/language/strings.js';
import { renderTime } from '../../base/templates/time.js';
import type { CommentSession } from '../../comments/session.js';
import type { ReceiptLookup } from '../../comments/receipts.js';
import type { ReceiptStatus } from '../../comments/types.js';
import { CommentView } from './comment-view.js';
import { explainError } from './explain.js';
import { renderField } from './field.js';
import { rejectionLabel, statusLabel } from './status.js';

/** Looks up what became of a comment (查询回执), and withdraws it. */
export class ReceiptPanel {
  readonly #element: CustomsElement;
  readonly #comment: CommentView;
  #token = '';
  #isBlank = false;

  constructor(element: CustomsElement) {
    this.#element = element;
    this.#comment = new CommentView(element, () => undefined);
  }

  readonly #onSubmit = async (event: Event, receipts: ReceiptLookup): Promise<void> => {
    event.preventDefault();
    this.#isBlank = !this.#token.trim();
    this.#element.requestUpdate();
    if (this.#isBlank) return focusOn(this.#element, '#receipt');
    const moveFocus = holdFocus(this.#element);
    await receipts.look(this.#token);
    return moveFocus('.result');
  };

  readonly #onWithdraw = async (receipts: ReceiptLookup): Promise<void> => {
    if (receipts.withdrawal === 'running') return;
    const moveFocus = holdFocus(this.#element);
    await receipts.withdraw();
    await moveFocus(typeof receipts.withdrawal === 'object' ? '.withdrawal' : '.result');
  };

  readonly #ask = async (receipts: ReceiptLookup, asking: boolean): Promise<void> => {
    receipts.ask(asking);
    await focusOn(this.#element, asking ? '.withdrawal' : '.result button');
  };

  render({ receipts }: CommentSession): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const { state } = receipts;
    const problem = this.#isBlank ? msg('请填写', { id: 'comments.field.blank' }) : undefined;
    const onInput = (event: Event): void => {
      this.#token = (event.target as HTMLInputElement).value;
    };
    return html`<details class="receipts screen-only" part="receipts">
      <summary>${msg('查询或撤回我的评论', { id: 'comments.receipts' })}</summary>
      <form novalidate @submit=${(event: Event) => void this.#onSubmit(event, receipts)}>
        ${renderField({
          name: 'receipt',
          label: msg('回执编号', { id: 'comments.number' }),
          problem,
          control: (described) =>
            html`<input
              id="receipt"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              .value=${this.#token}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${described}
              @input=${onInput}
            />`,
        })}
        <div class="actions">
          <button part="look-up">
            ${
              state.kind === 'loading'
                ? msg('正在查询…', { id: 'comments.looking' })
                : msg('查询', { id: 'comments.look-up' })
            }
          </button>
        </div>
      </form>
      ${
        state.kind === 'failed'
          ? html`<div class="result error" role="alert" tabindex="-1">
              <p>${explainError(element, state.error)}</p>
            </div>`
          : nothing
      }
      ${state.kind === 'ready' ? this.#renderStatus(receipts, state.value) : nothing}
    </details>`;
  }

  readonly #renderStatus = (receipts: ReceiptLookup, status: ReceiptStatus): TemplateResult => {
    const element = this.#element;
    const { msg } = element;
    const { replies, reason, createdAt, updatedAt } = status;
    const isAnswered = status.status === 'published' && replies.length > 0;
    const why = reason && rejectionLabel(element, reason.code);
    return html`<div
      class="result"
      part="receipt"
      role="group"
      tabindex="-1"
      aria-labelledby="status"
    >
      <p>
        <span id="status" class="badge" part="badge"
          >${statusLabel(element, isAnswered ? 'answered' : status.status)}</span
        >
      </p>
      <dl>
        <div>
          <dt>${msg('提交时间', { id: 'comments.created' })}</dt>
          <dd>${renderTime(element, createdAt)}</dd>
        </div>
        <div>
          <dt>${msg('状态更新', { id: 'comments.updated' })}</dt>
          <dd>${renderTime(element, updatedAt)}</dd>
        </div>
      </dl>
      ${why ? html`<p>${msg(str`原因：${why}`, { id: 'comments.reason' })}</p>` : nothing}
      ${reason?.note ? html`<p><bdi class="lines">${reason.note}</bdi></p>` : nothing}
      ${
        replies.length
          ? html`<ul class="replies" role="list">
              ${replies.map((reply) => this.#comment.render(reply, {}))}
            </ul>`
          : nothing
      }
      ${status.status === 'withdrawn' ? nothing : this.#renderWithdrawal(receipts)}
    </div>`;
  };

  readonly #renderWithdrawal = (receipts: ReceiptLookup): TemplateResult => {
    const element = this.#element;
    const { msg } = element;
    const { withdrawal } = receipts;
    if (withdrawal === 'no') {
      return html`<div class="actions">
        <button part="withdraw" @click=${() => void this.#ask(receipts, true)}>
          ${msg('撤回评论', { id: 'comments.withdraw' })}
        </button>
      </div>`;
    }
    return html`<div class="withdrawal" role="group" tabindex="-1" aria-labelledby="withdrawal">
      <p id="withdrawal">
        ${msg('撤回后评论将被删除，不能恢复。', { id: 'comments.withdraw-notice' })}
      </p>
      ${
        typeof withdrawal === 'object'
          ? html`<p class="problem" role="alert">${explainError(element, withdrawal)}</p>`
          : nothing
      }
      <div class="actions">
        <button class="primary" part="withdraw" @click=${() => void this.#onWithdraw(receipts)}>
          ${msg('确认撤回', { id: 'comments.withdraw-confirm' })}
        </button>
        <button @click=${() => void this.#ask(receipts, false)}>
          ${msg('取消', { id: 'comments.cancel' })}
        </button>
      </div>
    </div>`;
  };
}
