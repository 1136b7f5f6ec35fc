import { nothing, type TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { str } from '../../base/language/strings.js';
import type { FieldProblem } from '../../comments/errors.js';
import { explainField, fieldLabel } from './explain.js';

/** A field of a form, as data. */
export interface Field {
  /** Also the id of the control. */
  readonly name: string;
  /** Default: a single line of text. */
  readonly kind?: 'lines' | 'check';
  /** Default: the label that belongs to `name`. */
  readonly label?: string;
  readonly isOptional?: boolean;
  readonly hint?: string;
  /** The text, or the state of the checkbox. */
  readonly value: string | boolean;
  readonly autocomplete?: 'nickname' | 'off';
  /** `digits`: a few digits. `code`: capital letters, without spell checking. */
  readonly input?: 'digits' | 'code';
  readonly onInput: (control: HTMLInputElement) => void;
}

/** The form around a field. */
export interface FormState {
  readonly element: CustomsElement;
  /** Problems of all fields. */
  readonly problems: readonly FieldProblem[];
  /** True if no field may change now. */
  readonly locked: boolean;
}

/** Renders label, hint, problem and control in this order, so each is spoken before the control. */
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

/** @param described - ids of the elements that describe the control */
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
