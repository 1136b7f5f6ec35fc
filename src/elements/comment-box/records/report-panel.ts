import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../base/reader/announcer.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { focusOn } from '../../../base/reader/focus.js';
import { str } from '../../../base/language/strings.js';
import { asProviderError, type ProviderError } from '../../../comments/errors.js';
import type { CommentSession } from '../../../comments/session.js';
import type { CommentRecord } from '../../../comments/types.js';
import { explainError, rejectionLabel } from '../explain.js';

/** Reports a comment to the moderators; one panel is open at a time. */
export class ReportPanel {
  readonly #element: CustomsElement;
  readonly #changed: () => void;
  readonly #reported = new Set<string>();
  readonly #sending = new Set<string>();
  #open: string | undefined;
  #error: ProviderError | undefined;
  #opener: HTMLElement | undefined;

  /** @param changed - called when there is something else to show */
  constructor(element: CustomsElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /**
   * The button that opens the panel.
   *
   * @param name - of the author, which tells one button from the next
   */
  renderButton({ id }: CommentRecord, name: string): TemplateResult {
    const { msg } = this.#element;
    const isReported = this.#reported.has(id);
    return html`<button
      class="quiet"
      part="report"
      aria-label=${
        isReported ? nothing : msg(str`举报 ${name} 的评论`, { id: 'comments.report-name' })
      }
      aria-expanded=${this.#open === id}
      aria-disabled=${isReported}
      @click=${(event: Event) => isReported || this.#show(event, id)}
    >
      ${isReported ? this.#thanks() : msg('举报', { id: 'comments.report' })}
    </button>`;
  }

  /** The reasons to choose from, when the panel of this comment is open. */
  renderPanel(
    { id }: CommentRecord,
    session: CommentSession,
    reasons: readonly string[],
  ): TemplateResult | typeof nothing {
    if (this.#open !== id) return nothing;
    const element = this.#element;
    const { msg } = element;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') void this.#close();
    };
    return html`<form
      class="report"
      part="report-panel"
      tabindex="-1"
      aria-labelledby="report-heading"
      @submit=${(event: Event) => void this.#onSubmit(event, session)}
      @keydown=${onKeyDown}
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
      ${
        this.#error
          ? html`<p class="problem" role="alert">${explainError(element, this.#error)}</p>`
          : nothing
      }
      <div class="actions">
        <button class="primary">${msg('提交举报', { id: 'comments.report-send' })}</button>
        <button type="button" @click=${() => void this.#close()}>
          ${msg('取消', { id: 'comments.cancel' })}
        </button>
      </div>
    </form>`;
  }

  #show(event: Event, id: string): void {
    this.#opener = event.currentTarget as HTMLElement;
    this.#open = this.#open === id ? undefined : id;
    this.#error = undefined;
    this.#changed();
    void focusOn(this.#element, '.report');
  }

  async #close(): Promise<void> {
    this.#open = undefined;
    this.#changed();
    await this.#element.updateComplete;
    this.#opener?.focus();
  }

  async #onSubmit(event: Event, session: CommentSession): Promise<void> {
    event.preventDefault();
    const id = this.#open!;
    if (this.#sending.has(id)) return;
    this.#sending.add(id);
    const reason = new FormData(event.target as HTMLFormElement).get('reason') as string;
    const error = await session.report(id, reason).catch(asProviderError);
    this.#sending.delete(id);
    if (!error) this.#reported.add(id);
    // Another panel may be open by now.
    const isOpen = this.#open === id;
    if (error && isOpen) this.#error = error;
    this.#changed();
    if (error) return;
    announce(this.#thanks(), this.#element.localization.language);
    if (isOpen) await this.#close();
  }

  #thanks(): string {
    return this.#element.msg('已举报', { id: 'comments.reported' });
  }
}
