import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import type { Portable } from '../../../base/templates/take-away-controller.js';
import { announce } from '../../../base/reader/announcer.js';
import { emit } from '../../../base/reader/events.js';
import { focusOn, holdFocus } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderHeading } from '../../../base/templates/heading.js';
import { renderLazy } from '../../../base/templates/lazy.js';
import type { FieldProblem, ProviderError } from '../../../comments/errors.js';
import type { CommentSession } from '../../../comments/session.js';
import type { Submission } from '../../../comments/submission.js';
import type { Capabilities, CommentRecord } from '../../../comments/types.js';
import { threadOf } from '../../../comments/thread-key.js';
import { LazyModule } from '../../../lazy-module.js';
import { explanations } from '../explain.js';
import { CaptchaField } from './captcha-field.js';
import { checkDraft, DraftFields } from './fields.js';
import {
  renderClosed,
  renderFailed,
  renderKept,
  renderLoading,
  renderSignedOut,
  renderWithoutNotice,
} from './obstacles.js';
import type { Outcome } from './outcome.js';
import { renderNotice } from './privacy-notice.js';

/** Code that renders the outcome of a comment. */
const sent = new LazyModule(() => import('./sent.js'));

type Box = CustomsElement & Portable & { readonly thread: string };

/** The form (发表评论) and the outcome of the comment. The typed content is in the session. */
export class CommentForm {
  readonly #element: Box;
  readonly #fields: DraftFields;
  readonly #captcha: CaptchaField;
  #outcome: Outcome | undefined;
  /** Problems to correct, in the order of the fields. */
  #problems: readonly FieldProblem[] = [];
  /** Where the focus was when the form was last sent. */
  #moveFocus: ReturnType<typeof holdFocus> | undefined;

  constructor(element: Box) {
    this.#element = element;
    this.#fields = new DraftFields(element);
    this.#captcha = new CaptchaField(element);
  }

  /** Stops everything that would outlive the form. */
  stop(): void {
    this.#fields.stop();
    this.#captcha.stop();
  }

  /** Makes the draft a reply and focuses it. While a comment is being sent, focuses the outcome. */
  replyTo(submission: Submission, { id, authorName }: CommentRecord): void {
    submission.edit({ parent: { id, authorName } });
    void focusOn(this.#element, submission.locked ? '.outcome' : '#body');
  }

  /** Focuses the outcome, unless the reader has moved on or sent it in an earlier visit. */
  async accepted(submission: Submission): Promise<void> {
    await this.#announceOutcome(submission);
    await this.#moveFocus?.('.outcome');
  }

  /** Shows and focuses the refused fields. Problems without a field get a general message. */
  async failed(submission: Submission, { fields }: ProviderError): Promise<void> {
    if (submission.state.kind !== 'refused') return this.#announceOutcome(submission);
    const root = this.#element.renderRoot as ShadowRoot;
    await this.#captcha.drawn();
    return this.#show(fields.filter(({ field }) => root.getElementById(field)));
  }

  /**
   * Renders the form under its heading, or why there is none, and the outcome of the comment.
   *
   * @param hasLeftDraft - true if a text of the reader is in the draft of another page
   */
  render(session: CommentSession, hasLeftDraft: boolean): TemplateResult {
    const left = hasLeftDraft
      ? renderLazy(this.#element, sent, ({ renderLeft }) => renderLeft(this.#element))
      : nothing;
    return html`${left}${this.#renderSection(session)}${this.#renderOutcome(session)}`;
  }

  /** Announces the outcome, because the focus may not move there. */
  async #announceOutcome({ state }: Submission): Promise<void> {
    const heading = (await sent.bring())?.outcomeHeading(this.#element, state);
    // The code that renders it may have loaded just now.
    this.#element.requestUpdate();
    if (heading) announce(this.#element, heading);
  }

  async #show(problems: readonly FieldProblem[]): Promise<void> {
    this.#problems = problems;
    await Promise.all([sent.bring(), explanations.bring()]);
    this.#element.requestUpdate();
    await this.#moveFocus?.('.summary');
  }

  /** Loads the code for sending while the author writes. */
  readonly #onFocus = (): void => {
    void sent.bring();
    void explanations.bring();
  };

  #onSubmit(
    event: Event,
    { submission, requirements, settings }: CommentSession,
    capabilities: Capabilities,
  ): void {
    event.preventDefault();
    const element = this.#element;
    if (settings.thread !== threadOf(element)) {
      // The page has gone elsewhere just now. The box follows, and says so.
      element.requestUpdate();
      return;
    }
    const { draft, contact, locked } = submission;
    if (locked) {
      void focusOn(element, '.outcome');
      return;
    }
    this.#moveFocus = holdFocus(element);
    const { body, authorName, consent, parent } = draft;
    const { captcha, isReplaced, consentVersion } = requirements;
    const agreed = consent?.version === consentVersion;
    const code = captcha?.kind === 'code' && !isReplaced ? captcha.typed : undefined;
    const values = { body, authorName, contact, agreed, code };
    void this.#show(checkDraft(values, capabilities));
    if (this.#problems.length) return;
    const detail = { body, authorName, parentId: parent?.id ?? null };
    if (emit(element, 'customs-comment-submit', detail, true)) {
      void submission.submit(element.localization.wanted);
    }
  }

  #renderSection(session: CommentSession): TemplateResult | typeof nothing {
    const element = this.#element;
    const { state } = session.requirements.capabilities;
    if (!session.settings.provider.submit) return nothing;
    if (state.kind === 'ready' && !state.value.open) {
      return html`${renderClosed(element)} ${renderKept(element, session)}`;
    }
    const isLoading = state.kind === 'loading' || state.kind === 'idle';
    const heading = element.msg('发表评论', { id: 'comments.post' });
    return html`<div class="screen-only" aria-busy=${isLoading}>
      <div id="form-heading">${renderHeading(element.level + 1, heading, 'subheading')}</div>
      ${state.kind === 'ready' ? this.#renderForm(session, state.value) : html`<slot></slot>`}
      ${isLoading ? renderLoading(element) : nothing}
      ${state.kind === 'failed' ? renderFailed(element, session, state.error) : nothing}
    </div>`;
  }

  #renderForm(session: CommentSession, capabilities: Capabilities): TemplateResult {
    const element = this.#element;
    const { submission, drafts, requirements } = session;
    const version = requirements.consentVersion;
    if (version === undefined) {
      return html`${renderWithoutNotice(element)} ${renderKept(element, session)}`;
    }
    const isSending = submission.state.kind === 'sending';
    const form = { element, problems: this.#problems, locked: submission.locked };
    return html`<form
      part="form"
      class="form screen-only"
      novalidate
      aria-labelledby="form-heading"
      @focusin=${this.#onFocus}
      @submit=${(event: Event) => this.#onSubmit(event, session, capabilities)}
    >
      ${renderSignedOut(element, requirements)} ${this.#fields.renderParent(submission)}
      ${this.#renderSummary(session)} ${this.#fields.render(form, submission, capabilities)}
      ${renderNotice(element, capabilities)}
      ${this.#fields.renderConsent(form, submission, version)}
      ${this.#captcha.renderSlot(form, requirements)}
      <div class="actions">
        <button
          class="primary ${isSending ? 'sending' : ''}"
          part="submit"
          aria-disabled=${submission.locked}
        >
          ${
            isSending
              ? element.msg('正在提交…', { id: 'comments.sending' })
              : element.msg('发表评论', { id: 'comments.post' })
          }
        </button>
        ${
          drafts.isFleeting
            ? html`<p class="muted" role="status">
                ${element.msg('此浏览器无法保存草稿，离开本页前请自行复制', { id: 'comments.fleeting' })}
              </p>`
            : nothing
        }
      </div>
    </form>`;
  }

  #renderSummary(session: CommentSession): unknown {
    const problems = this.#problems;
    if (session.submission.state.kind !== 'refused' && !problems.length) return nothing;
    return renderLazy(this.#element, sent, ({ renderSummary }) =>
      renderSummary(this.#element, session, problems),
    );
  }

  #renderOutcome(session: CommentSession): unknown {
    const { kind } = session.submission.state;
    if (kind !== 'accepted' && kind !== 'unconfirmed') return nothing;
    return renderLazy(this.#element, sent, ({ Outcome }) =>
      (this.#outcome ??= new Outcome(this.#element)).render(session),
    );
  }
}
