import { nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { str } from '../../../base/language/strings.js';
import { focusOn, holdFocus } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderTime } from '../../../base/templates/time.js';
import { asProviderError, type ProviderError } from '../../../comments/errors.js';
import type { CommentSession } from '../../../comments/session.js';
import type { ReceiptStatus } from '../../../comments/types.js';
import { Loader } from '../../../loader.js';
import { CommentView } from '../comment-view.js';
import { explainError, explanations, statusLabel } from '../explain.js';
import { renderField } from '../field.js';
import { rejectionLabel } from '../reasons.js';

/** Looks up the status of a comment, and withdraws it. Loads when a reader opens the section. */
export class ReceiptPanel {
  readonly #element: CustomsElement;
  readonly #comment: CommentView;
  readonly #status: Loader<ReceiptStatus, ProviderError>;
  /** Text of the field. */
  #typed = '';
  /** Receipt number that was looked up last. */
  #token = '';
  #isBlank = false;
  /** State of the withdrawal. `asking`: waits for confirmation. */
  #withdrawal: 'no' | 'asking' | 'running' | ProviderError = 'no';
  /** Number of changes of these fields, and of expanded comments. */
  #revision = 0;

  constructor(element: CustomsElement) {
    this.#element = element;
    this.#comment = new CommentView(element, this.#changed);
    this.#status = new Loader(asProviderError, this.#changed);
  }

  /** Renders only after a change, because each key press renders the box. */
  render(session: CommentSession): unknown {
    const { language } = this.#element.localization;
    // Ages are in minutes.
    const minute = Math.floor(Date.now() / 60_000);
    const inputs = [this.#revision, explanations.module, language, minute];
    return guard([session, ...inputs], () => this.#renderPanel(session));
  }

  readonly #changed = (): void => {
    this.#revision += 1;
    this.#element.requestUpdate();
  };

  readonly #stop = (): void => {
    if (this.#status.cancel()) this.#changed();
  };

  async #onSubmit(event: Event, session: CommentSession): Promise<void> {
    event.preventDefault();
    this.#isBlank = !this.#typed.trim();
    this.#changed();
    if (this.#isBlank) return focusOn(this.#element, '#receipt');
    this.#withdrawal = 'no';
    const moveFocus = holdFocus(this.#element);
    const token = (this.#token = this.#typed.trim());
    session.ends.add(this.#stop);
    await this.#status.load((signal) => session.status(token, signal));
    return moveFocus('.result');
  }

  async #ask(asking: boolean): Promise<void> {
    this.#withdrawal = asking ? 'asking' : 'no';
    this.#changed();
    await focusOn(this.#element, asking ? '.withdrawal' : '.result button');
  }

  async #onWithdraw(session: CommentSession): Promise<void> {
    if (this.#withdrawal === 'running') return;
    this.#withdrawal = 'running';
    const moveFocus = holdFocus(this.#element);
    const error = await session.withdraw(this.#token).catch(asProviderError);
    // Another receipt may have been looked up meanwhile.
    if (this.#withdrawal !== ('running' as string)) return;
    if (!error) await this.#status.retry();
    this.#withdrawal = error ?? 'no';
    this.#changed();
    await moveFocus(error ? '.withdrawal' : '.result');
  }

  #renderPanel(session: CommentSession): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const status = this.#status.state;
    const problems = this.#isBlank ? [{ field: 'receipt', key: 'blank' }] : [];
    const form = { element, problems, locked: false };
    return html`<form novalidate @submit=${(event: Event) => void this.#onSubmit(event, session)}>
        ${renderField(form, {
          name: 'receipt',
          value: this.#typed,
          autocomplete: 'off',
          input: 'code',
          onInput: ({ value }) => (this.#typed = value),
        })}
        <div class="actions">
          <button part="look-up">
            ${
              status.kind === 'loading'
                ? msg('正在查询…', { id: 'comments.looking' })
                : msg('查询', { id: 'comments.look-up' })
            }
          </button>
        </div>
      </form>
      ${
        status.kind === 'failed'
          ? html`<div class="result error" role="alert" tabindex="-1">
              <p>${explainError(element, status.error)}</p>
            </div>`
          : nothing
      }
      ${status.kind === 'ready' ? this.#renderStatus(session, status.value) : nothing}`;
  }

  #renderStatus(session: CommentSession, status: ReceiptStatus): TemplateResult {
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
      ${this.#comment.renderReplies(replies, (reply) => this.#comment.render(reply))}
      ${status.status === 'withdrawn' ? nothing : this.#renderWithdrawal(session)}
    </div>`;
  }

  #renderWithdrawal(session: CommentSession): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const withdrawal = this.#withdrawal;
    if (withdrawal === 'no') {
      return html`<div class="actions">
        <button part="withdraw" @click=${() => void this.#ask(true)}>
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
        <button class="primary" part="withdraw" @click=${() => void this.#onWithdraw(session)}>
          ${msg('确认撤回', { id: 'comments.withdraw-confirm' })}
        </button>
        <button @click=${() => void this.#ask(false)}>
          ${msg('取消', { id: 'comments.cancel' })}
        </button>
      </div>
    </div>`;
  }
}
