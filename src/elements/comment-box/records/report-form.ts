import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { onEscape } from '../../../base/reader/escape.js';
import { asProviderError, type ProviderError } from '../../../comments/errors.js';
import type { CommentSession } from '../../../comments/session.js';
import { explainError } from '../explain.js';
import { rejectionLabel } from '../reasons.js';

/** Form in which a reader reports a comment. The code loads when a reader opens it. */
export class ReportForm {
  readonly #element: CustomsElement;
  readonly #changed: () => void;
  readonly #end: (id: string, isReported: boolean) => Promise<void>;
  /** Comments whose reports are being sent. */
  readonly #sending = new Set<string>();
  /** The last report that failed. */
  #failure: { readonly id: string; readonly error: ProviderError } | undefined;

  /**
   * @param changed - called when the form has to render again
   * @param end - called when the form of a comment has to close
   */
  constructor(
    element: CustomsElement,
    changed: () => void,
    end: (id: string, isReported: boolean) => Promise<void>,
  ) {
    this.#element = element;
    this.#changed = changed;
    this.#end = end;
  }

  render(id: string, reasons: readonly string[], session: CommentSession): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const error = this.#failure?.id === id ? this.#failure.error : undefined;
    const onClose = (): void => {
      this.#failure = undefined;
      void this.#end(id, false);
    };
    return html`<form
      class="report"
      part="report-panel"
      tabindex="-1"
      aria-labelledby="report-heading"
      @submit=${(event: Event) => void this.#onSubmit(event, id, session)}
      @keydown=${onEscape(onClose)}
    >
      <fieldset>
        <legend id="report-heading">${msg('举报原因', { id: 'comments.report-reason' })}</legend>
        ${reasons.map(
          (reason, index) =>
            html`<label class="consent">
              <input type="radio" name="reason" value=${reason} ?checked=${index === 0} />
              <span>${rejectionLabel(element, reason)}</span>
            </label>`,
        )}
      </fieldset>
      ${error ? html`<p class="problem" role="alert">${explainError(element, error)}</p>` : nothing}
      <div class="actions">
        <button class="primary">${msg('提交举报', { id: 'comments.report-send' })}</button>
        <button type="button" @click=${onClose}>${msg('取消', { id: 'comments.cancel' })}</button>
      </div>
    </form>`;
  }

  async #onSubmit(event: Event, id: string, session: CommentSession): Promise<void> {
    event.preventDefault();
    if (this.#sending.has(id)) return;
    this.#sending.add(id);
    const reason = new FormData(event.target as HTMLFormElement).get('reason') as string;
    const error = await session.report(id, reason).catch(asProviderError);
    this.#sending.delete(id);
    this.#failure = error ? { id, error } : undefined;
    if (error) this.#changed();
    else await this.#end(id, true);
  }
}
