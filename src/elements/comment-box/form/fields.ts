import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../base/reader/announcer.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { focusOn } from '../../../base/reader/focus.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import type { Submission } from '../../../comments/submission.js';
import type { Capabilities } from '../../../comments/types.js';
import { authorOf, fieldLabel } from '../explain.js';
import { type Field, renderField } from '../field.js';
import { countCharacters } from './check-draft.js';

/** Characters left from which on their number is spoken. */
const NEARLY_FULL = 100;

/** Milliseconds without a key after which the number of characters left is spoken. */
const PAUSE = 1000;

/** What is wrong with a field, in words. */
export type ProblemOf = (field: string) => string | undefined;

/** The fields of the form that belong to the draft, with the number of characters that are left. */
export class DraftFields {
  readonly #element: CustomsElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  /** Says nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Whom the comment answers; nothing for one that answers nobody. */
  renderParent(submission: Submission): TemplateResult | typeof nothing {
    const element = this.#element;
    const { parent } = submission.draft;
    if (!parent) return nothing;
    const name = authorOf(element, parent.authorName);
    const onCancel = (): void => {
      submission.edit({ parent: undefined });
      void focusOn(element, '#body');
    };
    return html`<p class="parent" part="reply-to">
      ${element.msg(str`回复：${name}`, { id: 'comments.reply-to' })}
      <button type="button" class="quiet" @click=${onCancel}>
        ${element.msg('取消回复', { id: 'comments.reply-cancel' })}
      </button>
    </p>`;
  }

  /** The text, the name and the contact. */
  render(
    submission: Submission,
    capabilities: Capabilities,
    problemOf: ProblemOf,
  ): (TemplateResult | typeof nothing)[] {
    const [body, ...others] = this.#fields(submission, capabilities, problemOf);
    const left = capabilities.limits.body - countCharacters(submission.draft.body);
    return [
      renderField(body!),
      html`<p class="count ${left < 0 ? 'over' : 'muted'}" part="characters">
        ${this.#room(left)}
      </p>`,
      ...others.map(renderField),
    ];
  }

  /** @param version - of the privacy notice */
  renderConsent(submission: Submission, version: string, problemOf: ProblemOf): TemplateResult {
    return renderField({
      name: 'consent',
      kind: 'check',
      label: this.#element.msg('我已阅读并同意上述个人信息处理告知', { id: 'comments.consent' }),
      problem: problemOf('consent'),
      value: submission.draft.consent?.version === version,
      locked: submission.locked,
      onInput: ({ checked }) => {
        const consent = checked ? { version, at: new Date().toISOString() } : undefined;
        submission.edit({ consent });
      },
    });
  }

  /** The rows of the form, from the first to the last. */
  #fields(
    submission: Submission,
    { limits, contact }: Capabilities,
    problemOf: ProblemOf,
  ): Field[] {
    const element = this.#element;
    const { msg } = element;
    const { draft, locked } = submission;
    const row = (name: string, value: string, more: Partial<Field>): Field => {
      const label = fieldLabel(element, name);
      return {
        name,
        label: msg(str`${label}（选填）`, { id: 'comments.optional' }),
        problem: problemOf(name),
        value,
        locked,
        onInput: ({ value }) => submission.edit({ [name]: value }),
        ...more,
      };
    };
    const onBody = ({ value: body }: HTMLInputElement): void => {
      submission.edit({ body });
      this.#speakLater(body, limits.body);
    };
    const label = fieldLabel(element, 'body');
    const hint = msg('请勿填写身份证号、电话等个人信息', { id: 'comments.body-hint' });
    const contactHint = msg('只供工作人员联系您，不会公开', { id: 'comments.contact-hint' });
    const fields = [
      row('body', draft.body, { kind: 'lines', label, hint, onInput: onBody }),
      row('authorName', draft.authorName, { autocomplete: 'nickname' }),
      row('contact', submission.contact, { autocomplete: 'off', hint: contactHint }),
    ];
    return contact === 'off' ? fields.slice(0, 2) : fields;
  }

  #speakLater(body: string, limit: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const left = limit - countCharacters(body);
      if (left <= NEARLY_FULL) announce(this.#room(left), this.#element.localization.language);
    }, PAUSE);
  }

  /** How much more can be written, in words. */
  #room(left: number): string {
    const { msg, localization } = this.#element;
    const count = formatNumber(localization.language, Math.abs(left));
    return left < 0
      ? msg(str`已超出 ${count} 个字`, { id: 'comments.over' })
      : msg(str`还可以输入 ${count} 个字`, { id: 'comments.left' });
  }
}
