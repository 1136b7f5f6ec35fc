/* The step that chooses the data: built in, from the editor, typed, or at an address. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { optionsOf, radios } from '../pages/choices.js';
import { dropListeners, fileButton } from '../pages/files.js';
import { isFromDisk } from '../pages/header.js';
import { problemList } from '../pages/json-texts.js';
import { withAsciiPunctuation } from '../pages/json-punctuation.js';
import { attributeField } from './attribute-field.js';
import type { Context } from './context.js';

const editorLink = ({ texts, choices }: Context): TemplateResult =>
  html`<a class="button" href="editor.html?page=${choices.page}">${texts.toEditor}</a>`;

/** Says that some of the data could not be used, although the rest can. */
const mild = ({ texts, source: { agency, problems } }: Context): TemplateResult | typeof nothing =>
  agency && problems.length ? html`<p>${texts.mild(problems.length)}</p>` : nothing;

function addressField(context: Context): TemplateResult {
  const { texts, choices, shown, source } = context;
  const attribute = shown
    .flatMap(({ attributes }) => attributes)
    .find(({ name }) => name === 'src');
  const sentences = {
    empty: nothing,
    reading: texts.srcReading,
    ready: texts.srcRead(source.agency?.name ?? ''),
    foreign: texts.srcForeign,
    disk: texts.srcDisk,
    failed: texts.srcFailed,
    invalid: texts.srcInvalid(source.problems.length),
  };
  const { status, problems } = source;
  return html`${attribute ? attributeField(attribute, context) : nothing}
    <p class="hint">${texts.srcHint}</p>
    <div class="verdict" data-status=${status} role="status">
      <p>${sentences[status]}</p>
      ${mild(context)} ${problems.length ? problemList(problems, choices.page) : nothing}
    </div>`;
}

function editorDraft(context: Context): TemplateResult {
  const { texts, choices, source } = context;
  const { status, agency, problems } = source;
  return html`<div class="verdict" id="editor-verdict" data-status=${status} role="status">
      <p>
        ${status === 'empty' ? texts.editorEmpty : nothing}
        ${agency ? texts.editorRead(agency.name) : nothing}
        ${status === 'invalid' ? texts.jsonInvalid(problems.length) : nothing}
      </p>
      ${mild(context)} ${problems.length ? problemList(problems, choices.page) : nothing}
    </div>
    <div class="actions">${editorLink(context)}</div>`;
}

function jsonVerdict(context: Context): TemplateResult {
  const { texts, choices, source } = context;
  const { status, agency, problems } = source;
  const isText = problems.some(({ kind }) => kind === 'text');
  return html`<div class="verdict" id="json-verdict" data-status=${status} role="status">
    ${agency ? html`<p>${texts.jsonValid(agency.name)}</p>` : nothing}
    ${
      status === 'invalid' && !isText
        ? html`<p>${texts.jsonInvalid(problems.length)}</p>`
        : mild(context)
    }
    ${problems.length ? problemList(problems, choices.page) : nothing}
  </div>`;
}

function jsonActions(context: Context): TemplateResult {
  const { texts, choices, source, canUndo, onFile, onSample, onReplace, onUndo } = context;
  const has = (kind: string): boolean => source.problems.some((problem) => problem.kind === kind);
  const replaceMarks = (): void => onReplace(withAsciiPunctuation(choices.json));
  return html`<div class="actions">
    ${
      has('mark') || has('comma')
        ? html`<button type="button" class="primary" id="json-marks" @click=${replaceMarks}>
            ${texts.jsonMarks}
          </button>`
        : nothing
    }
    ${has('text') ? editorLink(context) : nothing}
    ${fileButton(texts.jsonFile, '.json,application/json,text/plain', onFile)}
    ${choices.json ? nothing : html`<button type="button" @click=${onSample}>${texts.jsonSample}</button>`}
    ${canUndo ? html`<button type="button" id="json-undo" @click=${onUndo}>${texts.jsonUndo}</button>` : nothing}
  </div>`;
}

function jsonField(context: Context): TemplateResult {
  const { texts, common, choices, source, fileFault, onChange, onFile } = context;
  const { over, drop } = dropListeners(onFile);
  return html`<div class="field">
    <label for="json">${texts.json}</label>
    <p class="hint" id="json-hint">
      ${texts.jsonHint} ${common.drop}
      <a href="${isFromDisk() ? '' : 'schema/'}agency.schema.json">${texts.jsonSchema}</a>
    </p>
    <textarea
      id="json"
      rows="12"
      spellcheck="false"
      autocapitalize="off"
      aria-describedby="json-hint json-verdict json-fault"
      aria-invalid=${source.status === 'invalid' ? 'true' : nothing}
      .value=${live(choices.json)}
      @input=${({ target }: Event) => onChange({ json: (target as HTMLTextAreaElement).value })}
      @dragover=${over}
      @drop=${drop}
    ></textarea>
    <p class="fault" id="json-fault" role="status">${fileFault}</p>
    ${jsonVerdict(context)} ${jsonActions(context)}
  </div>`;
}

/** Renders the step; nothing for elements that show no agency. */
export function dataSection(context: Context): TemplateResult | typeof nothing {
  const { texts, shown, choices, onChange } = context;
  if (!shown.some(({ agency }) => agency)) return nothing;
  return html`<section class="step" aria-labelledby="data">
    <h2 id="data">${texts.data}</h2>
    ${radios({
      name: 'data',
      legend: texts.data,
      hidden: true,
      value: choices.data,
      options: optionsOf(texts.sources),
      onChange: (data) => onChange({ data }),
    })}
    ${choices.data === 'src' ? addressField(context) : nothing}
    ${choices.data === 'editor' ? editorDraft(context) : nothing}
    ${choices.data === 'json' ? jsonField(context) : nothing}
  </section>`;
}
