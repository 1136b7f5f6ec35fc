import { nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import { langInside } from './lang-inside.js';

/** A choice of one item, or of none. */
export interface Choice {
  readonly label: string;
  /** Name of the field. */
  readonly name: string;
  /** Label of the option for no item; absent if an item is always chosen. */
  readonly noneLabel?: string;
  /** BCP 47 tag of the label for no item. */
  readonly language: string;
  /** BCP 47 tag of the items. */
  readonly lang: string;
  readonly items: readonly string[];
  /** Index of the chosen item; -1 for none. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Renders a choice as a labelled field; nothing if there is nothing to choose. */
export function renderChoice(choice: Choice): TemplateResult | typeof nothing {
  const { label, name, noneLabel, language, lang, items, chosen, onChoose } = choice;
  if (items.length < (noneLabel ? 1 : 2)) return nothing;
  const first = noneLabel ? 1 : 0;
  const onChange = (event: Event): void =>
    onChoose((event.target as HTMLSelectElement).selectedIndex - first);
  return html`<label class="field">
    ${label}
    <select name=${name} lang=${lang} @change=${onChange}>
      ${
        noneLabel
          ? html`<option lang=${langInside(language, lang)} .selected=${chosen < 0}>
              ${noneLabel}
            </option>`
          : nothing
      }
      ${items.map((item, index) => html`<option .selected=${index === chosen}>${item}</option>`)}
    </select>
  </label>`;
}
