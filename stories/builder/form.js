/* The form: which element, which data, and how it looks. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isPrefix } from './choices.js';
import { attributeField, radios, textField } from './fields.js';
import { widgetTexts } from './manifest-texts.js';

/** Number of problems to list at a time. */
const LISTED = 8;

function explain(texts, { code, pointer, detail, line, column }) {
  const expected = code === 'format' ? (texts.types[detail] ?? detail) : detail;
  const sentence = (texts.problems[code] ?? texts.problems.missing)(expected);
  return html`<li>
    ${line ? html`<strong>${texts.place(line, column)}</strong>` : nothing}
    ${pointer ? html`<code>${pointer}</code>` : nothing} ${sentence}
  </li>`;
}

/** Lists everything that is wrong with the data. */
function problemList(texts, problems, heading) {
  return html`<p>${heading}</p>
    <ul>
      ${problems.slice(0, LISTED).map((problem) => explain(texts, problem))}
    </ul>
    ${problems.length > LISTED ? html`<p>${texts.jsonMore(problems.length - LISTED)}</p>` : nothing}`;
}

function addressField(context) {
  const { texts, element, source } = context;
  const attribute = element.attributes.find(({ name }) => name === 'src');
  const { status, agency, problems } = source;
  return html`${attributeField(attribute, context)}
    <p class="hint">${texts.srcHint}</p>
    <div class="verdict" data-status=${status} role="status">
      ${status === 'reading' ? texts.srcReading : nothing}
      ${status === 'ready' ? texts.srcRead(agency.name) : nothing}
      ${status === 'foreign' ? texts.srcForeign : nothing}
      ${status === 'failed' ? texts.srcFailed : nothing}
      ${status === 'invalid' ? problemList(texts, problems, texts.srcInvalid(problems.length)) : nothing}
    </div>`;
}

function jsonField({ texts, choices, source, onChange, onFile, onSample, onUndo, canUndo }) {
  const { status, agency, problems } = source;
  return html`<div class="field">
    <label for="json">${texts.json}</label>
    <p class="hint" id="json-hint">
      ${texts.jsonHint} <a href="schema/agency.schema.json">${texts.jsonSchema}</a>
    </p>
    <textarea
      id="json"
      rows="12"
      spellcheck="false"
      autocapitalize="off"
      aria-describedby="json-hint json-verdict"
      aria-invalid=${status === 'invalid' ? 'true' : nothing}
      .value=${live(choices.json)}
      @input=${(event) => onChange({ json: event.target.value })}
    ></textarea>
    <div class="verdict" id="json-verdict" data-status=${status} role="status">
      ${status === 'ready' ? texts.jsonValid(agency.name) : nothing}
      ${status === 'invalid' ? problemList(texts, problems, texts.jsonInvalid(problems.length)) : nothing}
    </div>
    <div class="actions">
      <label class="button file"
        >${texts.jsonFile}<input
          type="file"
          class="visually-hidden"
          accept=".json,application/json,text/plain"
          @change=${(event) => onFile(event.target)}
      /></label>
      ${choices.json ? nothing : html`<button type="button" @click=${onSample}>${texts.jsonSample}</button>`}
      ${canUndo ? html`<button type="button" @click=${onUndo}>${texts.jsonUndo}</button>` : nothing}
    </div>
  </div>`;
}

function dataSection(context) {
  const { texts, element, choices, onChange } = context;
  if (!element.agency) return nothing;
  return html`<section class="step" aria-labelledby="data">
    <h2 id="data">${texts.data}</h2>
    ${radios({
      name: 'data',
      legend: texts.data,
      hidden: true,
      value: choices.data,
      options: Object.entries(texts.sources).map(([key, words]) => [key, ...words]),
      onChange: (data) => onChange({ data }),
    })}
    ${choices.data === 'src' ? addressField(context) : nothing}
    ${choices.data === 'json' ? jsonField(context) : nothing}
  </section>`;
}

const fieldsOf = (group, context) =>
  context.element.attributes
    .filter((attribute) => attribute.group === group)
    .map((attribute) => attributeField(attribute, context));

/**
 * Renders the form.
 *
 * @param context - the `texts`, `elements`, `element`, `choices` and `source`, and callbacks for
 * changes
 */
export function form(context) {
  const { texts, elements, element, choices, onChange } = context;
  const own = fieldsOf('own', context);
  return html`<form class="choices" @submit=${(event) => event.preventDefault()}>
    <section class="step" aria-labelledby="widget">
      <h2 id="widget">${texts.widget}</h2>
      ${radios({
        name: 'widget',
        legend: texts.widget,
        hidden: true,
        value: element.name,
        options: [...elements.values()].map((one) => {
          const { label, description } = widgetTexts(choices.page, one);
          return [one.name, label, description];
        }),
        onChange: (widget) => onChange({ widget }),
      })}
    </section>
    ${dataSection(context)}
    <section class="step" aria-labelledby="own">
      <h2 id="own">${texts.own}</h2>
      ${own.length ? own : html`<p class="hint">${texts.nothing}</p>`}
    </section>
    <section class="step" aria-labelledby="frame">
      <h2 id="frame">${texts.frame}</h2>
      ${fieldsOf('frame', context)}
      ${textField({
        id: 'prefix',
        name: 'prefix',
        label: texts.prefix,
        hint: texts.prefixHint,
        value: choices.prefix,
        fault: isPrefix(choices.prefix) ? undefined : texts.prefixFault,
        onInput: (prefix) => onChange({ prefix }),
      })}
    </section>
  </form>`;
}
