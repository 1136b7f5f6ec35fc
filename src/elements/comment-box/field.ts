import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { str } from '../../base/language/strings.js';
import type { FieldProblem } from '../../comments/errors.js';
import { explainField, fieldLabel } from './explain.js';

/** One field of a form, as data. */
export interface Field {
  /** Also the id of its control. */
  readonly name: string;
  /** Default: one line of text. */
  readonly kind?: 'lines' | 'check';
  /** Default: the name of the field in words. */
  readonly label?: string;
  readonly isOptional?: boolean;
  readonly hint?: string;
  /** The text, or whether it is checked. */
  readonly value: string | boolean;
  readonly autocomplete?: 'nickname' | 'off';
  /** `digits` are few; a `code` is in capital letters, and no word. */
  readonly input?: 'digits' | 'code';
  readonly onInput: (control: HTMLInputElement) => void;
}

/** The form around a field. */
export interface FormState {
  readonly element: CustomsElement;
  /** What has to be corrected, in all fields. */
  readonly problems: readonly FieldProblem[];
  /** Whether nothing can be changed at present. */
  readonly locked: boolean;
}

/** A label, a hint, what is wrong, and the control, in this order: so each is heard before the control is used. */
export function renderField(
  { element, problems, locked }: FormState,
  field: Field,
): TemplateResult {
  const { name, kind, isOptional, hint } = field;
  const found = problems.find((one) => one.field === name);
  const problem = found && explainField(element, found);
  const named = field.label ?? fieldLabel(element, name);
  const label = isOptional
    ? element.msg(str`${named}（选填）`, { id: 'comments.optional' })
    : named;
  const [hintId, problemId] = [`${name}-hint`, `${name}-problem`];
  const described = [hint ? hintId : '', problem ? problemId : ''].filter(Boolean).join(' ');
  const control = renderControl(field, problem ? 'true' : nothing, described || nothing, locked);
  return html`<div class="field ${problem ? 'wrong' : ''}" part="field">
    ${kind === 'check' ? nothing : html`<label for=${name}>${label}</label>`}
    ${hint ? html`<p id=${hintId} class="muted">${hint}</p>` : nothing}
    ${problem ? html`<p id=${problemId} class="problem" part="problem">${problem}</p>` : nothing}
    ${kind === 'check' ? html`<label class="consent">${control}<span>${label}</span></label>` : control}
  </div>`;
}

/** @param described - ids of what describes the control */
function renderControl(
  { name, kind, value, autocomplete, input, onInput: take }: Field,
  invalid: string | typeof nothing,
  described: string | typeof nothing,
  locked: boolean,
): TemplateResult {
  const onInput = (event: Event): void => take(event.target as HTMLInputElement);
  switch (kind) {
    case 'lines':
      return html`<textarea
        id=${name}
        part="body"
        rows="5"
        .value=${value}
        ?readonly=${locked}
        aria-invalid=${invalid}
        aria-describedby=${described}
        @input=${onInput}
      ></textarea>`;
    case 'check':
      return html`<input
        id=${name}
        type="checkbox"
        .checked=${value}
        aria-invalid=${invalid}
        aria-describedby=${described}
        @click=${(event: Event) => locked && event.preventDefault()}
        @change=${onInput}
      />`;
    default:
      return html`<input
        id=${name}
        class=${input === 'digits' ? 'short' : nothing}
        inputmode=${input === 'digits' ? 'numeric' : nothing}
        autocomplete=${autocomplete ?? nothing}
        autocapitalize=${input === 'code' ? 'characters' : nothing}
        spellcheck=${input === 'code' ? 'false' : nothing}
        .value=${value}
        ?readonly=${locked}
        aria-invalid=${invalid}
        aria-describedby=${described}
        @input=${onInput}
      />`;
  }
}
