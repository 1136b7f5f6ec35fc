/* Choices of one among several, as radio buttons or as a list. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One choice: its value, its name and, on a card, a line about it. */
export type Option<Value extends string> = readonly [value: Value, label: string, hint?: string];

/** Makes choices of a table of words: a name, or a name and a line about it. */
export const optionsOf = <Value extends string>(
  words: Readonly<Record<Value, string | readonly string[]>>,
): readonly Option<Value>[] =>
  (Object.entries(words) as [Value, string | readonly string[]][]).map(([value, text]) => {
    const [label = '', hint = ''] = typeof text === 'string' ? [text] : text;
    return [value, label, hint];
  });

export interface Radios<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  /** In one row, without lines about the choices. */
  readonly small?: boolean;
  /** Leaves the legend to screen readers, because a heading says it. */
  readonly hidden?: boolean;
}

/** Renders a group of radio buttons, as cards or in one row. */
export function radios<Value extends string>(group: Radios<Value>): TemplateResult {
  const { name, legend, value, options, onChange, small = false, hidden = false } = group;
  return html`<fieldset class=${small ? 'segments' : 'cards'}>
    <legend class=${hidden ? 'visually-hidden' : ''}>${legend}</legend>
    <div>
      ${options.map(
        ([key, label, hint]) =>
          html`<label class="option"
            ><input
              type="radio"
              name=${name}
              value=${key}
              .checked=${live(key === value)}
              @change=${() => onChange(key)}
            /><span
              ><strong>${label}</strong
              >${hint ? html`<span class="hint">${hint}</span>` : nothing}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`;
}
