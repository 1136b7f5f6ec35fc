/* Fields of a form, each with its label, description and error. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What every field has. */
export interface Field {
  readonly id: string;
  readonly name?: string | undefined;
  readonly label: string;
  /** What the field is called in code, beside its label. */
  readonly code?: string | undefined;
  readonly hint?: unknown;
  /** Language of the hint, if it is not the page's. */
  readonly hintLang?: string | undefined;
  /** What is wrong with the value. */
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export interface TextField extends Field {
  readonly type?: 'text' | 'number' | 'url' | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;

/** Renders label and description above a control, and the error below it. */
export function field(
  { id, label, code, hint, hintLang, fault }: Omit<Field, 'onInput' | 'value' | 'name'>,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>${code ? html` <code class="name">${code}</code>` : nothing}
    ${hint ? html`<p class="hint" id="${id}-hint" lang=${hintLang ?? nothing}>${hint}</p>` : nothing}
    ${control}
    <p class="fault" id="${id}-fault" role="status">${fault ?? ''}</p>
  </div>`;
}

/** Ids of what describes a field. */
export const describedBy = ({ id, hint }: Pick<Field, 'id' | 'hint'>): string =>
  `${hint ? `${id}-hint ` : ''}${id}-fault`;

/** Renders a line of text. */
export function textField(given: TextField): TemplateResult {
  const { id, name, type = 'text', min, max, value, fault, onInput } = given;
  return field(
    given,
    html`<input
      id=${id}
      name=${name ?? nothing}
      type=${type}
      inputmode=${type === 'number' ? 'numeric' : nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby=${describedBy(given)}
      aria-invalid=${fault ? 'true' : nothing}
      .value=${live(value)}
      @input=${(event: Event) => onInput(valueOf(event))}
    />`,
  );
}

/** Renders a list to choose from. */
export function selectField(
  given: Field & { readonly options: readonly (readonly [value: string, label: string])[] },
): TemplateResult {
  const { id, name, value, fault, options, onInput } = given;
  return field(
    given,
    html`<select
      id=${id}
      name=${name ?? nothing}
      aria-describedby=${describedBy(given)}
      aria-invalid=${fault ? 'true' : nothing}
      @change=${(event: Event) => onInput(valueOf(event))}
    >
      ${options.map(
        ([key, label]) =>
          html`<option value=${key} .selected=${live(key === value)}>${label}</option>`,
      )}
    </select>`,
  );
}

/** Renders a check box with its label. */
export function checkField({
  name,
  label,
  code,
  hint,
  hintLang,
  checked,
  onChange,
}: Pick<Field, 'label' | 'code' | 'hint' | 'hintLang'> & {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): TemplateResult {
  return html`<div class="field">
    <label class="option check"
      ><input
        type="checkbox"
        name=${name}
        .checked=${live(checked)}
        @change=${({ target }: Event) => onChange((target as HTMLInputElement).checked)}
      /><span
        ><strong>${label}</strong>${code ? html` <code class="name">${code}</code>` : nothing}
        ${hint ? html`<span class="hint" lang=${hintLang ?? nothing}>${hint}</span>` : nothing}</span
      ></label
    >
  </div>`;
}
