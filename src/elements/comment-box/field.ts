import { html, nothing, type TemplateResult } from 'lit';

/** One field of the form. */
export interface Field {
  /** Also the id of its control. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly problem: string | undefined;
  /** Draws the control; `described` are the ids of what describes it. */
  readonly control: (described: string | typeof nothing) => TemplateResult;
}

/** A label, a hint, what is wrong, and the control, in this order: so each is heard before the control is used. */
export function renderField({ name, label, hint, problem, control }: Field): TemplateResult {
  const hintId = `${name}-hint`;
  const problemId = `${name}-problem`;
  const described = [hint ? hintId : '', problem ? problemId : ''].filter(Boolean).join(' ');
  return html`<div class="field ${problem ? 'wrong' : ''}" part="field">
    <label for=${name}>${label}</label>
    ${hint ? html`<p id=${hintId} class="muted">${hint}</p>` : nothing}
    ${problem ? html`<p id=${problemId} class="problem" part="problem">${problem}</p>` : nothing}
    ${control(described || nothing)}
  </div>`;
}
