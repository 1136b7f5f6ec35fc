/* One passage: what it is, its text, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ROLES, type Passage, type Role } from '../../src/agency/read-text/read-text.js';
import type { Context } from './context.js';
import { onPassageKey, onPassagePaste } from './keys.js';
import { downIcon, gripIcon, mergeIcon, removeIcon, splitIcon, upIcon } from './icons.js';
import { placeOf, type Tool } from './passage-actions.js';

/** Lines that a text needs where the browser does not fit fields to their content. */
const linesOf = (text: string): number =>
  Math.min(
    14,
    text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 34), 0),
  );

const valueOf = ({ target }: Event): string =>
  (target as HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement).value;

/** Renders the sentence that a value was taken out of, with its words marked. */
function origin({ text, from = '' }: Passage, { texts }: Context): TemplateResult | typeof nothing {
  if (!from) return nothing;
  if (from === text) return html`<p class="from hint">${texts.fromWhole}</p>`;
  const start = text ? from.toLowerCase().indexOf(text.toLowerCase()) : -1;
  const end = start + text.length;
  return html`<p class="from">
    <span class="hint">${texts.from}</span
    >${start < 0 ? from : html`${from.slice(0, start)}<mark>${from.slice(start, end)}</mark>${from.slice(end)}`}
  </p>`;
}

function roleSelect(
  { id, role }: Passage,
  place: number,
  { texts, edit }: Context,
): TemplateResult {
  return html`<select
    class="role"
    data-part="role"
    aria-label=${texts.is(place)}
    @change=${(event: Event) => edit.setRole(id, valueOf(event) as Role)}
  >
    ${ROLES.map(
      (one) =>
        html`<option value=${one} .selected=${live(one === role)}>${texts.roles[one]}</option>`,
    )}
  </select>`;
}

function tools(passage: Passage, place: number, { texts, edit }: Context): TemplateResult {
  const { id } = passage;
  const tool = (part: Tool, icon: TemplateResult, onClick: (event: Event) => void) =>
    html`<button
      type="button"
      class="tool"
      data-part=${part}
      title=${texts.parts[part]}
      aria-label=${texts.parts[part]}
      @click=${onClick}
    >
      ${icon}
    </button>`;
  const split = ({ currentTarget }: Event): void => {
    const own = (currentTarget as HTMLElement).closest('.passage')?.querySelector('textarea');
    edit.split(id, own?.selectionStart ?? 0);
  };
  const move = (part: Tool, by: 1 | -1): void => edit.move(id, by, { on: placeOf(id, part) });
  return html`<div class="tools" role="group" aria-label=${texts.tools(place)}>
    ${tool('up', upIcon, () => move('up', -1))} ${tool('down', downIcon, () => move('down', 1))}
    ${
      passage.from
        ? nothing
        : html`${tool('split', splitIcon, split)} ${tool('merge', mergeIcon, () => edit.merge(id))}`
    }
    ${tool('remove', removeIcon, () => edit.remove(id))}
  </div>`;
}

/**
 * Renders a passage.
 *
 * @param place - its place in the list, counted from 1
 * @param asks - whether it says what it is; in the list of a field, the list says it
 */
export function row(
  passage: Passage,
  place: number,
  context: Context,
  asks: boolean,
): TemplateResult {
  const { texts, edit, act } = context;
  const { id, text, role, address = '' } = passage;
  return html`<li class="passage" id="passage-${id}" data-role=${role}>
    <div class="passage-head">
      <span class="grip" draggable="true" title=${texts.drag} aria-hidden="true">${gripIcon}</span>
      <span class="place" aria-hidden="true">${place}</span>
      ${asks ? roleSelect(passage, place, context) : nothing} ${tools(passage, place, context)}
    </div>
    ${origin(passage, context)}
    <textarea
      data-part="text"
      rows=${linesOf(text)}
      aria-label=${texts.text(place, texts.roles[role])}
      .value=${live(text)}
      @input=${(event: Event) => edit.write(id, { text: valueOf(event) })}
      @keydown=${(event: KeyboardEvent) => onPassageKey(event, passage, edit)}
      @paste=${(event: ClipboardEvent) => onPassagePaste(event, passage, edit)}
      @blur=${() => act.settle()}
    ></textarea>
    ${
      role === 'link'
        ? html`<label class="address"
            ><span>${texts.linkAddress}</span
            ><input
              data-part="address"
              type="text"
              inputmode="url"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              .value=${live(address)}
              @input=${(event: Event) => edit.write(id, { address: valueOf(event) })}
              @blur=${() => act.settle()}
          /></label>`
        : nothing
    }
  </li>`;
}
