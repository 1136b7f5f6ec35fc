/* What stands on a whole page, in which order, and what it is called. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { optionsOf, radios } from '../../pages/choices.js';
import { textField } from '../../pages/fields.js';
import { isOwnData, pageFormOf, shownBy } from '../choices.js';
import type { Context } from '../context.js';
import { widgetTexts } from '../manifest-texts.js';
import { WHOLE } from './parts.js';
import { WHOLE_TEXTS } from './texts.js';

type Direction = 'up' | 'down';

/** Ticks or unticks one element. A new one comes last. */
export const toggled = (shown: readonly string[], name: string): readonly string[] =>
  shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name];

/** Moves one element by a place. */
export function moved(
  shown: readonly string[],
  name: string,
  direction: Direction,
): readonly string[] {
  const from = shown.indexOf(name);
  const to = direction === 'up' ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= shown.length) return shown;
  const result = [...shown];
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}

const ARROWS: Readonly<Record<Direction, string>> = {
  up: 'M12 20V5m-6 6 6-6 6 6',
  down: 'M12 4v15m-6-6 6 6 6-6',
};

function moveButton(name: string, direction: Direction, context: Context): TemplateResult {
  const { elements, choices, onChange } = context;
  const texts = WHOLE_TEXTS[choices.page];
  const shown = shownBy(choices);
  const widget = elements.get(name);
  const label = widget ? widgetTexts(choices.page, widget).label : name;
  const isLast = shown.at(direction === 'up' ? 0 : -1) === name;
  const move = ({ currentTarget }: Event): void => {
    const next = moved(shown, name, direction);
    onChange({ shows: next.join(',') });
    // The row has moved in the page, which takes the focus away.
    (currentTarget as HTMLElement).focus();
    const status = document.getElementById('moved');
    if (status) status.textContent = texts.moved(label, next.indexOf(name) + 1);
  };
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${texts[direction](label)}
    aria-disabled=${isLast ? 'true' : nothing}
    @click=${move}
  >
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${ARROWS[direction]} /></svg>
  </button>`;
}

function row(name: string, context: Context): TemplateResult {
  const { elements, choices, onChange } = context;
  const shown = shownBy(choices);
  const widget = elements.get(name);
  if (!widget) return html``;
  const { label, description } = widgetTexts(choices.page, widget);
  const isShown = shown.includes(name);
  const toggle = (): void => onChange({ shows: toggled(shown, name).join(',') });
  return html`<li>
    <label class="option"
      ><input
        type="checkbox"
        name="shows"
        value=${name}
        .checked=${live(isShown)}
        @change=${toggle}
      /><span><strong>${label}</strong><span class="hint">${description}</span></span></label
    >
    ${isShown ? html`<span class="moves">${moveButton(name, 'up', context)}${moveButton(name, 'down', context)}</span>` : nothing}
  </li>`;
}

function partList(names: readonly string[], context: Context): TemplateResult {
  const texts = WHOLE_TEXTS[context.choices.page];
  const hasComments = context.shown.some(({ comments }) => comments);
  return html`<p class="hint">${texts.contentHint}</p>
    <ol class="shown" role="list">
      ${repeat(
        names,
        (name) => name,
        (name) => row(name, context),
      )}
    </ol>
    ${
      hasComments
        ? html`<p class="note">
            ${texts.comments} <a href=${texts.serviceAddress} target="_top">${texts.service}</a>
          </p>`
        : nothing
    }
    <p class="visually-hidden" id="moved" role="status"></p>`;
}

/** Renders the step. */
export function contentSection(context: Context): TemplateResult {
  const { elements, choices, onChange } = context;
  const texts = WHOLE_TEXTS[choices.page];
  const shown = shownBy(choices);
  const others = [...elements.keys()].filter((name) => !shown.includes(name) && name !== WHOLE);
  const isOne = choices.whole === 'one' && elements.has(WHOLE);
  const choosesPlace = isOwnData(choices) && pageFormOf(choices) !== 'html';
  return html`<section class="step" aria-labelledby="content">
    <h2 id="content">${texts.content}</h2>
    ${
      elements.has(WHOLE)
        ? radios({
            name: 'whole',
            legend: texts.content,
            hidden: true,
            value: choices.whole,
            options: optionsOf(texts.wholes),
            onChange: (whole) => onChange({ whole }),
          })
        : nothing
    }
    ${isOne ? nothing : partList([...shown, ...others], context)}
    ${textField({
      id: 'title',
      name: 'title',
      label: texts.title,
      hint: texts.titleHint,
      value: choices.title,
      onInput: (title) => onChange({ title }),
    })}
    ${textField({
      id: 'description',
      name: 'description',
      label: texts.description,
      hint: texts.descriptionHint,
      value: choices.description,
      onInput: (description) => onChange({ description }),
    })}
    ${
      choosesPlace
        ? radios({
            name: 'place',
            legend: texts.place,
            value: choices.place,
            options: optionsOf(texts.places),
            onChange: (place) => onChange({ place }),
          })
        : nothing
    }
  </section>`;
}
