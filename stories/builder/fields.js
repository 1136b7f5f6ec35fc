/* Fields of the form, each with its label, description and error. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { faultOf } from './elements.js';
import { attributeTexts, valueText } from './manifest-texts.js';

/** Renders a description from the manifest, with code between backticks. */
const withCode = (text) =>
  text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));

/** Renders a group of radio buttons, as cards with a name and a line of text. */
export function radios({ name, legend, value, options, onChange, small = false, hidden = false }) {
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

/** Renders a text field. */
export function textField({ id, label, value, hint, fault, name = nothing, onInput, more = {} }) {
  const { type = 'text', min, max, lang } = more;
  return html`<div class="field">
    <label for=${id}>${label}</label
    >${more.code ? html` <code class="name">${more.code}</code>` : nothing}
    <p class="hint" id="${id}-hint" lang=${lang ?? nothing}>${hint}</p>
    <input
      id=${id}
      name=${name}
      type=${type}
      inputmode=${type === 'number' ? 'numeric' : nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="${id}-hint ${id}-fault"
      aria-invalid=${fault ? 'true' : nothing}
      .value=${live(value)}
      @input=${(event) => onInput(event.target.value)}
    />
    <p class="fault" id="${id}-fault" role="status">${fault ?? ''}</p>
  </div>`;
}

/** Renders the field of an attribute from its entry in the manifest. */
export function attributeField(attribute, { texts, choices, onChange }) {
  const { name, kind, values, preset, min, max } = attribute;
  const { label, description, lang } = attributeTexts(choices.page, attribute);
  const value = choices.attributes[name];
  const set = (next) => onChange({ attributes: { [name]: next } });
  const id = `attribute-${name}`;
  const hint = withCode(description);
  if (kind === 'flag') {
    return html`<div class="field">
      <label class="option check"
        ><input
          type="checkbox"
          name="data-${name}"
          .checked=${live(Boolean(value))}
          @change=${(event) => set(event.target.checked)}
        /><span
          ><strong>${label}</strong> <code class="name">${name}</code
          ><span class="hint" lang=${lang ?? nothing}>${hint}</span></span
        ></label
      >
    </div>`;
  }
  const written = typeof value === 'string' ? value : '';
  const code = written && faultOf(attribute, written);
  const fault = code ? texts.faults[code](attribute) : undefined;
  if (kind === 'text' || (kind === 'number' && (max ?? 99) > 10)) {
    const more = { type: kind === 'number' ? 'number' : 'text', min, max, lang, code: name };
    return textField({
      id,
      label,
      value: written,
      hint,
      fault,
      name: `data-${name}`,
      onInput: set,
      more,
    });
  }
  const numbers = Array.from({ length: max }, (_, index) => String(index + 1));
  const listed = (kind === 'number' ? numbers : values).filter((one) => one !== preset);
  const first = preset ? valueText(choices.page, name, preset) + texts.preset : texts.followPage;
  return html`<div class="field">
    <label for=${id}>${label}</label> <code class="name">${name}</code>
    <p class="hint" id="${id}-hint" lang=${lang ?? nothing}>${hint}</p>
    <select
      id=${id}
      name="data-${name}"
      aria-describedby="${id}-hint ${id}-fault"
      aria-invalid=${fault ? 'true' : nothing}
      @change=${(event) => set(event.target.value)}
    >
      <option value="" .selected=${live(!listed.includes(written))}>${first}</option>
      ${listed.map(
        (one) =>
          html`<option value=${one} .selected=${live(one === written)}>
            ${valueText(choices.page, name, one)}
          </option>`,
      )}
    </select>
    <p class="fault" id="${id}-fault" role="status">${fault ?? ''}</p>
  </div>`;
}
