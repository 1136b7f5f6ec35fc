/* Snippets with copy buttons. */
import { html, nothing } from 'lit';
import { radios, textField } from './fields.js';

/** Settings of each kind of snippet. */
const SETTINGS = {
  script: ['script', 'files', 'folder'],
  placeholder: ['script', 'files', 'folder'],
  server: ['styles', 'script', 'files', 'folder'],
  html: ['styles', 'folder'],
  npm: ['files'],
  offline: ['files', 'folder'],
  frame: ['folder'],
};

const settingRadios = (name, legend, words, { choices, onChange }) =>
  radios({
    name,
    legend,
    small: true,
    value: choices[name],
    options: Object.entries(words),
    onChange: (value) => onChange({ [name]: value }),
  });

function setting(name, context) {
  const { texts, choices, onChange } = context;
  switch (name) {
    case 'script':
      return settingRadios(name, texts.script, texts.scripts, context);
    case 'files':
      return settingRadios(name, texts.files, texts.filesOf, context);
    case 'styles':
      return settingRadios(name, texts.styles, texts.stylesOf, context);
    default:
      return textField({
        id: 'folder',
        name,
        label: texts.folder,
        hint: texts.folderHint,
        value: choices.folder,
        onInput: (folder) => onChange({ folder }),
      });
  }
}

/** Renders a text with its copy button. */
function block({ id, label, code, copied }, { texts, onCopy }) {
  const words = { done: texts.copied, selected: texts.selected };
  return html`<div class="block">
    <div class="block-head">
      <h3 id="${id}-label">${label}</h3>
      <p class="outcome" role="status">${words[copied] ?? ''}</p>
      <button
        type="button"
        class="primary"
        aria-describedby="${id}-label"
        @click=${() => onCopy(id, code)}
      >
        ${texts.copy}
      </button>
    </div>
    <pre
      tabindex="0"
      role="region"
      aria-labelledby="${id}-label"
    ><code id=${id}>${code}</code></pre>
  </div>`;
}

/**
 * Renders the part of the page with the snippet.
 *
 * @param context - the `texts`, `choices` and `result` of `snippet`, the block that was `copied`
 * with the outcome, and callbacks for changes
 */
export function code(context) {
  const { texts, choices, result, copied, onChange } = context;
  const outcomeOf = (id) => (copied.id === id ? copied.outcome : undefined);
  const labelOf = ({ kind, label }) =>
    [texts.kinds[kind], texts.labels[label]].filter(Boolean).join(' · ');
  const { problem, parts, policy, notes } = result;
  return html`<section class="code" aria-labelledby="code" id="code-section" tabindex="-1">
    <h2 id="code">${texts.code}</h2>
    ${radios({
      name: 'form',
      legend: texts.form,
      hidden: true,
      value: choices.form,
      options: Object.entries(texts.forms).map(([key, words]) => [key, ...words]),
      onChange: (chosen) => onChange({ form: chosen }),
    })}
    <div class="settings">${SETTINGS[choices.form].map((name) => setting(name, context))}</div>
    <div role="status">
      ${problem ? html`<p class="waiting">${texts.problem[problem]}</p>` : nothing}
    </div>
    ${parts.map((part, index) => {
      const id = `part-${index}`;
      return block({ id, label: labelOf(part), code: part.code, copied: outcomeOf(id) }, context);
    })}
    ${notes.map((note) => html`<p class="note">${texts.notes[note]}</p>`)}
    ${
      policy
        ? html`<p class="note policy-hint">${texts.policyHint}</p>
            ${block({ id: 'policy', label: texts.policy, code: policy, copied: outcomeOf('policy') }, context)}`
        : nothing
    }
  </section>`;
}
