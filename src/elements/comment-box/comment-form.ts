import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../base/reader/announcer.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { emit } from '../../base/reader/events.js';
import { focusOn, holdFocus } from '../../base/reader/focus.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { warnOnce } from '../../warnings.js';
import type { FieldProblem } from '../../comments/errors.js';
import type { CommentSession } from '../../comments/session.js';
import type { Capabilities, CommentRecord } from '../../comments/types.js';
import { CaptchaField } from './captcha-field.js';
import { checkDraft, countCharacters } from './check-draft.js';
import { renderSummary } from './error-summary.js';
import { explainField, fieldLabel } from './explain.js';
import { renderField } from './field.js';
import { renderNotice } from './privacy-notice.js';
import { renderParent } from './reply-to.js';
import { renderSignIn } from './sign-in.js';
import { slotted } from './slotted.js';

/** Characters left from which on their number is spoken. */
const NEARLY_FULL = 100;

/** Milliseconds without a key after which the number of characters left is spoken. */
const PAUSE = 1000;

interface Shown {
  readonly session: CommentSession;
  readonly capabilities: Capabilities;
}

/** The version of the notice to agree to; `undefined` when there is no notice, neither of the engine nor of the page. */
const consentVersion = (element: Element, { consent }: Capabilities): string | undefined =>
  consent?.version ?? (slotted(element, 'notice').length ? 'page' : undefined);

/** The form (发表评论). What is typed lives in the session; here is only what was found wrong with it. */
export class CommentForm {
  /** What to correct, in the order of the fields. */
  #problems: readonly FieldProblem[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since the last time somebody sent the form. */
  #moveFocus: ReturnType<typeof holdFocus> | undefined;

  readonly #element: CustomsElement;
  readonly #captcha: CaptchaField;

  constructor(element: CustomsElement) {
    this.#element = element;
    this.#captcha = new CaptchaField(element);
  }

  /** Ends what would go on without the form. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#captcha.stop();
  }

  /** Makes the draft a reply and leads to it; while one is on its way, leads to what becomes of that. */
  replyTo({ submission }: CommentSession, { id, authorName }: CommentRecord): void {
    submission.edit({ parent: { id, authorName } });
    void focusOn(this.#element, submission.locked ? '.outcome' : '#body');
  }

  /** Shows what the engine refused, and leads to it; what has no field of its own is said in general. */
  refused(fields: readonly FieldProblem[]): void {
    const root = this.#element.renderRoot as ShadowRoot;
    this.#show(fields.filter(({ field }) => root.getElementById(field)));
  }

  /** Leads to what became of the comment, unless the reader has gone on, or has not sent it in this visit. */
  settled(): void {
    void this.#moveFocus?.('.outcome');
  }

  readonly #show = (problems: readonly FieldProblem[]): void => {
    this.#problems = problems;
    this.#element.requestUpdate();
    void this.#moveFocus?.('.summary');
  };

  readonly #submit = (event: Event, { session, capabilities }: Shown): void => {
    event.preventDefault();
    const element = this.#element;
    const { submission, captcha } = session;
    const { draft, contact, locked } = submission;
    if (locked) {
      void focusOn(element, '.outcome');
      return;
    }
    this.#moveFocus = holdFocus(element);
    const { body, authorName, consent, parent } = draft;
    const version = consentVersion(element, capabilities);
    const values = {
      body,
      authorName,
      contact,
      agreed: consent?.version === version,
      code:
        captcha?.kind === 'code' && !session.listener.thirdPartyCaptcha().length
          ? captcha.typed
          : undefined,
    };
    this.#show(checkDraft(values, capabilities));
    if (this.#problems.length) return;
    const detail = { body, authorName, parentId: parent?.id ?? null };
    if (emit(element, 'customs-comment-submit', detail, true)) {
      void submission.submit(element.localization.wanted);
    }
  };

  readonly #onBody = (event: Event, { session, capabilities }: Shown): void => {
    const body = (event.target as HTMLTextAreaElement).value;
    session.submission.edit({ body });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const left = capabilities.limits.body - countCharacters(body);
      if (left <= NEARLY_FULL) announce(this.#room(left), this.#element.localization.language);
    }, PAUSE);
  };

  readonly #onConsent = (event: Event, { session, capabilities }: Shown): void => {
    const box = event.target as HTMLInputElement;
    const { submission } = session;
    if (submission.locked) box.checked = !box.checked;
    const version = consentVersion(this.#element, capabilities)!;
    const consent = box.checked ? { version, at: new Date().toISOString() } : undefined;
    submission.edit({ consent });
  };

  /** How much more can be written, in words. */
  readonly #room = (left: number): string => {
    const { msg, localization } = this.#element;
    const count = formatNumber(localization.language, Math.abs(left));
    return left < 0
      ? msg(str`已超出 ${count} 个字`, { id: 'comments.over' })
      : msg(str`还可以输入 ${count} 个字`, { id: 'comments.left' });
  };

  readonly #problemOf = (field: string): string | undefined => {
    const problem = this.#problems.find((one) => one.field === field);
    return problem && explainField(this.#element, problem);
  };

  render(session: CommentSession, capabilities: Capabilities): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const shown = { session, capabilities };
    const { submission } = session;
    const { locked, state } = submission;
    const version = consentVersion(element, capabilities);
    if (version === undefined) return this.#renderWithoutNotice();
    return html`<form
      part="form"
      class="form screen-only"
      novalidate
      aria-labelledby="form-heading"
      @submit=${(event: Event) => this.#submit(event, shown)}
    >
      ${this.#renderSignedOut(session)} ${renderParent(element, submission)}
      ${renderSummary(element, session, this.#problems)} ${this.#renderBody(shown)}
      ${this.#renderName(shown)} ${this.#renderContact(shown)}
      ${renderNotice(element, capabilities)} ${this.#renderConsent(shown)}
      ${this.#renderCaptcha(session)}
      <div class="actions">
        <button
          class="primary ${state.kind === 'sending' ? 'sending' : ''}"
          part="submit"
          aria-disabled=${locked}
        >
          ${
            state.kind === 'sending'
              ? msg('正在提交…', { id: 'comments.sending' })
              : msg('发表评论', { id: 'comments.post' })
          }
        </button>
        ${
          submission.fleeting
            ? html`<p class="muted" role="status">
                ${msg('此浏览器无法保存草稿，离开本页前请自行复制', { id: 'comments.fleeting' })}
              </p>`
            : nothing
        }
      </div>
    </form>`;
  }

  /** The slot is there before it is filled, unless its content is of no use to the engine. */
  readonly #renderCaptcha = ({
    captcha,
    listener,
    submission,
  }: CommentSession): TemplateResult | typeof nothing => {
    const isReplaced = listener.thirdPartyCaptcha().length > 0;
    const own =
      captcha && !isReplaced
        ? this.#captcha.render(captcha, this.#problemOf('captcha'), submission.locked)
        : nothing;
    const isIgnored = !isReplaced && slotted(this.#element, 'captcha').length > 0;
    return isIgnored ? own : html`<slot name="captcha">${own}</slot>`;
  };

  readonly #renderSignedOut = (session: CommentSession): TemplateResult | typeof nothing => {
    if (!session.isSignedOut) return nothing;
    const element = this.#element;
    return html`<div class="actions" part="signed-out">
      <p>${element.msg('登录后才能发表评论。', { id: 'comments.signed-out' })}</p>
      ${renderSignIn(element, session)}
    </div>`;
  };

  /** Personal data may not be collected before its handling was explained (个人信息保护法 art. 17). */
  readonly #renderWithoutNotice = (): TemplateResult => {
    const element = this.#element;
    warnOnce(
      `<${element.localName}>: the engine brings no privacy notice; put one into the slot "notice".`,
    );
    return html`<p class="muted" part="closed">
        ${element.msg('评论目前关闭', { id: 'comments.closed' })}
      </p>
      <slot name="notice" @slotchange=${() => element.requestUpdate()}></slot>`;
  };

  readonly #renderBody = (shown: Shown): TemplateResult => {
    const element = this.#element;
    const { submission } = shown.session;
    const { body } = submission.draft;
    const left = shown.capabilities.limits.body - countCharacters(body);
    const problem = this.#problemOf('body');
    return html`${renderField({
        name: 'body',
        label: fieldLabel(element, 'body'),
        hint: element.msg('请勿填写身份证号、电话等个人信息', { id: 'comments.body-hint' }),
        problem,
        control: (described) =>
          html`<textarea
            id="body"
            part="body"
            rows="5"
            .value=${body}
            ?readonly=${submission.locked}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${described}
            @input=${(event: Event) => this.#onBody(event, shown)}
          ></textarea>`,
      })}
      <p class="count ${left < 0 ? 'over' : 'muted'}" part="characters">${this.#room(left)}</p>`;
  };

  readonly #renderName = ({ session: { submission } }: Shown): TemplateResult =>
    this.#renderInput('authorName', submission.draft.authorName, submission.locked, {
      autocomplete: 'nickname',
      onInput: (authorName) => submission.edit({ authorName }),
    });

  readonly #renderContact = ({
    session: { submission },
    capabilities,
  }: Shown): TemplateResult | typeof nothing =>
    capabilities.contact === 'off'
      ? nothing
      : this.#renderInput('contact', submission.contact, submission.locked, {
          hint: this.#element.msg('只供工作人员联系您，不会公开', {
            id: 'comments.contact-hint',
          }),
          autocomplete: 'off',
          onInput: (contact) => submission.editContact(contact),
        });

  readonly #renderInput = (
    name: 'authorName' | 'contact',
    value: string,
    locked: boolean,
    options: {
      readonly hint?: string;
      readonly autocomplete: 'nickname' | 'off';
      readonly onInput: (value: string) => void;
    },
  ): TemplateResult => {
    const problem = this.#problemOf(name);
    const label = fieldLabel(this.#element, name);
    return renderField({
      name,
      label: this.#element.msg(str`${label}（选填）`, { id: 'comments.optional' }),
      hint: options.hint,
      problem,
      control: (described) =>
        html`<input
          id=${name}
          autocomplete=${options.autocomplete}
          .value=${value}
          ?readonly=${locked}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${described}
          @input=${(event: Event) => options.onInput((event.target as HTMLInputElement).value)}
        />`,
    });
  };

  readonly #renderConsent = (shown: Shown): TemplateResult => {
    const { msg } = this.#element;
    const { draft } = shown.session.submission;
    const problem = this.#problemOf('consent');
    const agreed = draft.consent?.version === consentVersion(this.#element, shown.capabilities);
    return html`<div class="field ${problem ? 'wrong' : ''}" part="field">
      ${problem ? html`<p id="consent-problem" class="problem" part="problem">${problem}</p>` : nothing}
      <label class="consent">
        <input
          id="consent"
          type="checkbox"
          .checked=${agreed}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'consent-problem' : nothing}
          @change=${(event: Event) => this.#onConsent(event, shown)}
        />
        <span>${msg('我已阅读并同意上述个人信息处理告知', { id: 'comments.consent' })}</span>
      </label>
    </div>`;
  };
}
