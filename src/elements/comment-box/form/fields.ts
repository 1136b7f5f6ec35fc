import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import { announce } from '../../../base/reader/announcer.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { focusOn } from '../../../base/reader/focus.js';
import { countCharacters } from '../../../base/language/graphemes.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import type { FieldProblem } from '../../../comments/errors.js';
import type { Submission } from '../../../comments/submission.js';
import type { Capabilities } from '../../../comments/types.js';
import { authorOf, explainField } from '../explain.js';
import { type FormState, renderField } from '../field.js';

/** From this number of characters left, the number is announced. */
const NEARLY_FULL = 100;

/** Milliseconds without a key press before the number of characters left is announced. */
const PAUSE = 1000;

/** A visible character: no white space, control, format character or blank letter. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** UTF-16 units from which an exact count would only slow down typing. */
const FAR_TOO_LONG = 100_000;

/** Counts characters without white space at both ends, which is not stored. */
function lengthOf(text: string): number {
  const { length } = text;
  return length > FAR_TOO_LONG ? length : countCharacters(text.trim());
}

/** Key of the problem that a text has too many bytes. */
const HEAVY = 'too-many-bytes';

/** Counts the bytes in UTF-8 of a text without white space at both ends. Under Jest, jsdom has no `TextEncoder`. */
const bytesOf = (text: string): number => new Blob([text.trim()]).size;

/** Bytes of a Chinese character in UTF-8. */
const CHINESE = 3;

/**
 * Says how many more characters the text may have; fewer than none if it is too long. Emoji and
 * marks can use up the bytes first: then Chinese characters are counted that fit into the rest.
 */
function roomFor(text: string, { body, bodyBytes = Infinity }: Limits): Room {
  const left = body - lengthOf(text);
  const bytes = bodyBytes - bytesOf(text);
  const isHeavy = left >= 0 && bytes < 0;
  return { isHeavy, left: Math.min(left, Math.floor(bytes / CHINESE)) };
}

type Limits = Capabilities['limits'];

/** What a text still has room for. */
interface Room {
  readonly left: number;
  /** True if the text has too many bytes for so few characters. */
  readonly isHeavy: boolean;
}

/** Content of the form. */
interface FormValues {
  readonly body: string;
  readonly authorName: string;
  readonly contact: string;
  /** Consent to the privacy notice. */
  readonly agreed: boolean;
  /** Typed digits; `undefined` if none are required. */
  readonly code: string | undefined;
}

/** Lists what to correct before the form can be sent, in the order of its fields. */
export function checkDraft(values: FormValues, { limits }: Capabilities): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, key: string, limit?: number): void =>
    void problems.push({ field, key, limit });
  if (!VISIBLE.test(values.body)) add('body', 'blank');
  if (roomFor(values.body, limits).isHeavy) add('body', HEAVY);
  for (const field of ['body', 'authorName', 'contact'] as const) {
    if (lengthOf(values[field]) > limits[field]) add(field, 'too-long', limits[field]);
  }
  if (!values.agreed) add('consent', 'required');
  if (values.code !== undefined && !values.code.trim()) add('captcha', 'missing');
  return problems;
}

/** Fields of the form that belong to the draft, with the number of characters left. */
export class DraftFields {
  readonly #element: CustomsElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: CustomsElement) {
    this.#element = element;
  }

  /** Cancels a pending announcement. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Renders the author that the comment replies to; nothing for other comments. */
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

  /** Renders the text, the name and the contact. */
  render(form: FormState, submission: Submission, capabilities: Capabilities): TemplateResult {
    const { msg } = this.#element;
    const { draft, contact } = submission;
    const { limits } = capabilities;
    const room = roomFor(draft.body, limits);
    return html`${renderField(form, {
        name: 'body',
        kind: 'lines',
        hint: msg('请勿填写身份证号、电话等个人信息', { id: 'comments.body-hint' }),
        value: draft.body,
        onInput: ({ value: body }) => {
          submission.edit({ body });
          this.#speakLater(body, limits);
        },
      })}
      <p class="count ${room.left < 0 ? 'over' : 'muted'}" part="characters">${this.#say(room)}</p>
      ${renderField(form, {
        name: 'authorName',
        isOptional: true,
        value: draft.authorName,
        autocomplete: 'nickname',
        onInput: ({ value: authorName }) => submission.edit({ authorName }),
      })}
      ${
        capabilities.contact === 'off'
          ? nothing
          : renderField(form, {
              name: 'contact',
              isOptional: true,
              hint: msg('只供工作人员联系您，不会公开', { id: 'comments.contact-hint' }),
              value: contact,
              autocomplete: 'off',
              onInput: ({ value: contact }) => submission.edit({ contact }),
            })
      }`;
  }

  /**
   * Renders the consent to the privacy notice.
   *
   * @param version - version of the notice
   */
  renderConsent(form: FormState, submission: Submission, version: string): TemplateResult {
    return renderField(form, {
      name: 'consent',
      kind: 'check',
      label: this.#element.msg('我已阅读并同意上述个人信息处理告知', { id: 'comments.consent' }),
      value: submission.draft.consent?.version === version,
      onInput: ({ checked }) => {
        const consent = checked ? { version, at: new Date().toISOString() } : undefined;
        submission.edit({ consent });
      },
    });
  }

  #speakLater(body: string, limits: Limits): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const room = roomFor(body, limits);
      if (room.left <= NEARLY_FULL) announce(this.#element, this.#say(room));
    }, PAUSE);
  }

  /** Says how many characters are left, or what is too much. */
  #say({ left, isHeavy }: Room): string {
    const { msg, localization } = this.#element;
    if (isHeavy) return explainField(this.#element, { field: 'body', key: HEAVY });
    const count = formatNumber(localization.language, Math.abs(left));
    return left < 0
      ? msg(str`已超出 ${count} 个字`, { id: 'comments.over' })
      : msg(str`还可以输入 ${count} 个字`, { id: 'comments.left' });
  }
}
