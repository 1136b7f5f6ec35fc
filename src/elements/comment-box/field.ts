import { html, nothing, type TemplateResult } from 'lit';

/** One field of a form, as data. */
export interface Field {
  /** Also the id of its control. */
  readonly name: string;
  /** Default: one line of text. */
  readonly kind?: 'lines' | 'check';
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly problem: string | undefined;
  /** The text, or whether it is checked. */
  readonly value: string | boolean;
  /** Whether it cannot be changed at present. */
  readonly locked?: boolean;
  readonly autocomplete?: 'nickname' | 'off';
  /** `digits` are few; a `code` is in capital letters, and no word. */
  readonly input?: 'digits' | 'code';
  readonly onInput: (control: HTMLInputElement) => void;
}

/** A label, a hint, what is wrong, and the control, in this order: so each is heard before the control is used. */
export function renderField(field: Field): TemplateResult {
  const { name, kind, label, hint, problem } = field;
  const [hintId, problemId] = [`${name}-hint`, `${name}-problem`];
  const described = [hint ? hintId : '', problem ? problemId : ''].filter(Boolean).join(' ');
  const control = renderControl(field, described || nothing);
  return html`<div class="field ${problem ? 'wrong' : ''}" part="field">
    ${kind === 'check' ? nothing : html`<label for=${name}>${label}</label>`}
    ${hint ? html`<p id=${hintId} class="muted">${hint}</p>` : nothing}
    ${problem ? html`<p id=${problemId} class="problem" part="problem">${problem}</p>` : nothing}
    ${kind === 'check' ? html`<label class="consent">${control}<span>${label}</span></label>` : control}
  </div>`;
}

/** @param described - ids of what describes the control */
function renderControl(field: Field, described: string | typeof nothing): TemplateResult {
  const { name, kind, problem, value, locked = false, autocomplete, input } = field;
  const invalid = problem ? 'true' : nothing;
  const onInput = (event: Event): void => field.onInput(event.target as HTMLInputElement);
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
