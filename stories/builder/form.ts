/* The form: what to make, which data, and how it looks. */
import { html, nothing, type TemplateResult } from 'lit';
import { optionsOf, radios } from '../pages/choices.js';
import { textField } from '../pages/fields.js';
import { attributeField } from './attribute-field.js';
import { brandSection } from './brand/brand-field.js';
import { isPrefix } from './choices.js';
import type { Context } from './context.js';
import { dataSection } from './data-section.js';
import { widgetTexts } from './manifest-texts.js';
import type { Attribute, Widget } from './types.js';
import { contentSection } from './whole/content-section.js';

const fieldsOf = (
  { attributes }: Widget,
  group: Attribute['group'],
  context: Context,
): readonly TemplateResult[] =>
  attributes
    .filter((attribute) => attribute.group === group)
    .map((attribute) => attributeField(attribute, context));

function widgetSection({ texts, elements, element, choices, onChange }: Context): TemplateResult {
  return html`<section class="step" aria-labelledby="widget">
    <h2 id="widget">${texts.widget}</h2>
    ${radios({
      name: 'widget',
      legend: texts.widget,
      hidden: true,
      value: element.name,
      options: [...elements.values()].map((one) => {
        const { label, description } = widgetTexts(choices.page, one);
        return [one.name, label, description] as const;
      }),
      onChange: (widget) => onChange({ widget }),
    })}
  </section>`;
}

/** Renders the options of each element; on a whole page, each under its name. */
function ownSection(context: Context): TemplateResult {
  const { texts, choices, shown } = context;
  const isPage = choices.make === 'page';
  const seen = new Set<string>();
  const groups = shown.map((widget) => {
    // Two elements share an option of one name. A whole page decides how much each of them shows.
    const attributes = widget.attributes.filter(
      ({ name, ofAgency }) => !seen.has(name) && !(isPage && (ofAgency || name === 'variant')),
    );
    attributes.forEach(({ name }) => seen.add(name));
    const own = fieldsOf({ ...widget, attributes }, 'own', context);
    const { label } = widgetTexts(choices.page, widget);
    return own.length && isPage
      ? html`<details>
          <summary>${label}</summary>
          ${own}
        </details>`
      : own;
  });
  const isEmpty = groups.every((group) => Array.isArray(group) && !group.length);
  return html`<section class="step" aria-labelledby="own">
    <h2 id="own">${texts.own}</h2>
    ${isEmpty ? html`<p class="hint">${texts.nothing}</p>` : groups}
  </section>`;
}

function lookSection(context: Context): TemplateResult {
  const { texts, shown, choices, onChange } = context;
  const [first] = shown;
  return html`<section class="step" aria-labelledby="frame">
    <h2 id="frame">${texts.frame}</h2>
    ${first ? fieldsOf(first, 'frame', context) : nothing}
    ${textField({
      id: 'prefix',
      name: 'prefix',
      label: texts.prefix,
      hint: texts.prefixHint,
      value: choices.prefix,
      fault: isPrefix(choices.prefix) ? undefined : texts.prefixFault,
      onInput: (prefix) => onChange({ prefix }),
    })}
  </section>`;
}

/** Renders the form. */
export function form(context: Context): TemplateResult {
  const { texts, choices, onChange } = context;
  return html`<form class="choices" @submit=${(event: Event) => event.preventDefault()}>
    <section class="step" aria-labelledby="make">
      <h2 id="make">${texts.make}</h2>
      ${radios({
        name: 'make',
        legend: texts.make,
        hidden: true,
        value: choices.make,
        options: optionsOf(texts.makes),
        onChange: (make) => onChange({ make }),
      })}
    </section>
    ${choices.make === 'page' ? contentSection(context) : widgetSection(context)}
    ${dataSection(context)} ${ownSection(context)}
    ${brandSection(choices, (brand) => onChange({ brand }))} ${lookSection(context)}
  </form>`;
}
