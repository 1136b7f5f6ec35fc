import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { str } from '../../../base/language/strings.js';
import { announce } from '../../../base/reader/announcer.js';
import { focusOn } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderLazy } from '../../../base/templates/lazy.js';
import type { CommentSession } from '../../../comments/session.js';
import type { CommentRecord } from '../../../comments/types.js';
import { LazyModule } from '../../../lazy-module.js';
import type { ReportForm } from './report-form.js';

const form = new LazyModule(() => import('./report-form.js'));

/** Reports comments to the moderators. One form is open at a time. */
export class Reports {
  readonly #element: CustomsElement;
  readonly #changed: () => void;
  readonly #reported = new Set<string>();
  #form: ReportForm | undefined;
  #open: string | undefined;
  #opener: HTMLElement | undefined;

  /** @param changed - called when the forms have to render again */
  constructor(element: CustomsElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /**
   * Renders the button that opens the form.
   *
   * @param name - name of the author, which distinguishes the buttons
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
      @click=${(event: Event) => isReported || void this.#show(event, id)}
    >
      ${isReported ? this.#thanks() : msg('举报', { id: 'comments.report' })}
    </button>`;
  }

  /** Renders the form if it is open for this comment. */
  renderForm({ id }: CommentRecord, session: CommentSession, reasons: readonly string[]): unknown {
    if (this.#open !== id) return nothing;
    const { msg } = this.#element;
    return renderLazy({ msg, requestUpdate: this.#changed }, form, ({ ReportForm }) =>
      (this.#form ??= new ReportForm(this.#element, this.#changed, this.#end)).render(
        id,
        reasons,
        session,
      ),
    );
  }

  async #show(event: Event, id: string): Promise<void> {
    this.#opener = event.currentTarget as HTMLElement;
    await form.bring();
    this.#open = this.#open === id ? undefined : id;
    this.#changed();
    await focusOn(this.#element, '.report');
  }

  /** Closes the form of a comment, unless another one is open now. */
  readonly #end = async (id: string, isReported: boolean): Promise<void> => {
    if (isReported) {
      this.#reported.add(id);
      announce(this.#element, this.#thanks());
    }
    const isOpen = this.#open === id;
    if (isOpen) this.#open = undefined;
    this.#changed();
    if (!isOpen) return;
    await this.#element.updateComplete;
    this.#opener?.focus();
  };

  #thanks(): string {
    return this.#element.msg('已举报', { id: 'comments.reported' });
  }
}
