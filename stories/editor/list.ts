/* The passages, in the order of the text or field by field. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Passage, Role } from '../../src/agency/read-text/read-text.js';
import { radios } from '../pages/choices.js';
import { field, textField } from '../pages/fields.js';
import { live } from 'lit/directives/live.js';
import type { Context } from './context.js';
import type { Dragging } from './drag.js';
import { addIcon } from './icons.js';
import { row } from './row.js';
import { FORM_ROLES, LIST_ROLES, ofField } from './shown.js';

/** Fields with more than a line of text. */
const LONG: readonly Role[] = ['summary', 'ranks', 'address', 'opening-hours'];

type Placed = readonly [passage: Passage, place: number];

/** Splits the passages into those in use and those between them. */
function runsOf(passages: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const placed of passages) {
    const last = runs.at(-1);
    const isUnused = placed[0].role === 'unused';
    if (last && (last[0]?.[0].role === 'unused') === isUnused) last.push(placed);
    else runs.push([placed]);
  }
  return runs;
}

function rows(placed: readonly Placed[], context: Context, drag: Dragging, asks = true) {
  return html`<ol
    class="passages"
    @dragstart=${drag.start}
    @dragover=${drag.over}
    @drop=${drag.drop}
    @dragend=${drag.end}
  >
    ${repeat(
      placed,
      ([{ id }]) => id,
      ([passage, place]) => row(passage, place, context, asks),
    )}
  </ol>`;
}

/** What a passage at the end most likely is. */
const lastRole = (passages: readonly Passage[]): Role =>
  passages.filter(({ role, from }) => role !== 'unused' && !from).at(-1)?.role ?? 'overview';

function inTextOrder(context: Context, drag: Dragging): TemplateResult {
  const { texts, work } = context;
  const placed = work.passages.map((passage, index): Placed => [passage, index + 1]);
  return html`${repeat(
      runsOf(placed),
      (run) => run[0]?.[0].id,
      (run) =>
        run[0]?.[0].role === 'unused'
          ? html`<details class="unused">
              <summary>${texts.unused(run.length)}</summary>
              <p class="hint">${texts.unusedHint}</p>
              ${rows(run, context, drag)}
            </details>`
          : rows(run, context, drag),
    )}
    <div class="actions">
      <button type="button" id="add" @click=${() => context.edit.add(lastRole(work.passages))}>
        ${addIcon} ${texts.addPassage}
      </button>
    </div>`;
}

function formField(role: Role, { texts, work, act }: Context): TemplateResult {
  const id = `field-${role}`;
  const label = texts.roles[role];
  const value = work.passages.find((passage) => passage.role === role)?.text ?? '';
  const given = { id, label, hint: texts.roleHints[role] };
  const onInput = (text: string): void => act.setField(role, text);
  if (!LONG.includes(role)) {
    return html`<div @focusout=${() => act.settle()}>
      ${textField({ ...given, value, onInput })}
    </div>`;
  }
  return field(
    given,
    html`<textarea
      id=${id}
      rows="3"
      aria-describedby="${given.hint ? `${id}-hint ` : ''}${id}-fault"
      .value=${live(value)}
      @input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
      @blur=${() => act.settle()}
    ></textarea>`,
  );
}

function listField(role: Role, context: Context, drag: Dragging): TemplateResult {
  const { texts, work, edit } = context;
  const passages = ofField(work.passages, role);
  const placed = passages.map((passage, index): Placed => [passage, index + 1]);
  const add = (one: Role): TemplateResult =>
    html`<button type="button" id="add-${one}" @click=${() => edit.add(one, passages.at(-1)?.id)}>
      ${addIcon} ${texts.add(texts.roles[one])}
    </button>`;
  return html`<section class="list-field" aria-labelledby="list-${role}">
    <h3 id="list-${role}">${texts.roles[role]}</h3>
    <p class="hint">${texts.roleHints[role]}</p>
    ${placed.length ? rows(placed, context, drag, role === 'link') : nothing}
    <div class="actions">${role === 'link' ? add('link-group') : nothing} ${add(role)}</div>
  </section>`;
}

function byField(context: Context, drag: Dragging): TemplateResult {
  const single = (role: Role): TemplateResult => formField(role, context);
  const unused = context.work.passages
    .map((passage, index): Placed => [passage, index + 1])
    .filter(([{ role }]) => role === 'unused');
  return html`<div class="form-fields">${FORM_ROLES.map(single)}</div>
    ${LIST_ROLES.map((role) => listField(role, context, drag))}
    ${
      unused.length
        ? html`<details class="unused">
            <summary>${context.texts.unused(unused.length)}</summary>
            <p class="hint">${context.texts.unusedHint}</p>
            ${rows(unused, context, drag)}
          </details>`
        : nothing
    }`;
}

/** Renders the passages. */
export function list(context: Context, drag: Dragging): TemplateResult {
  const { texts, view, act } = context;
  return html`<section class="review" aria-labelledby="review">
    <h2 id="review" tabindex="-1">${texts.review}</h2>
    <p class="hint">${texts.reviewHint}</p>
    ${radios({
      name: 'order',
      legend: texts.orders,
      hidden: true,
      small: true,
      value: view.order,
      options: [
        ['text', texts.order.text],
        ['fields', texts.order.fields],
      ],
      onChange: (order) => act.show({ order }),
    })}
    ${view.order === 'text' ? inTextOrder(context, drag) : byField(context, drag)}
  </section>`;
}
