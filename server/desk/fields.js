/* Form fields with their label, hint, counter and error, all tied together for assistive technology. */
import { element, uniqueId } from './elements.js';
import { countGraphemes, sentence } from './language.js';

/** An empty paragraph for an error, and a function that fills or clears it for a field. */
function errorLine(field) {
  const line = element('p', { class: 'field-error', id: uniqueId('error') });
  const setError = (getMessage) => {
    line.replaceChildren(...(getMessage ? [element('span', {}, getMessage)] : []));
    if (getMessage) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  };
  return { line, setError };
}

/** An input with label, optional hint and error. */
export function inputField({ label, hint, attributes }) {
  const id = uniqueId('field');
  const hintId = uniqueId('hint');
  const field = element('input', { id, ...attributes });
  const { line, setError } = errorLine(field);
  field.setAttribute('aria-describedby', hint ? `${hintId} ${line.id}` : line.id);
  field.addEventListener('input', () => setError(null));
  const node = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    hint && element('p', { class: 'muted', id: hintId }, hint),
    field,
    line,
  );
  return { node, field, setError };
}

/** A text area that counts as readers do, and refuses nothing while typing. */
export function textField({ label, hint, limit, rows, value, onText }) {
  const id = uniqueId('field');
  const hintId = uniqueId('hint');
  const counterId = uniqueId('counter');
  const field = element('textarea', { id, rows, dir: 'auto' });
  field.value = value;
  const { line, setError } = errorLine(field);
  field.setAttribute('aria-describedby', `${hintId} ${counterId} ${line.id}`);
  const used = () => countGraphemes(field.value.trim());
  const getCount = () => sentence('characters', { used: used(), limit });
  const counter = element('p', { class: 'muted counter', id: counterId }, getCount);
  const tooLong = () => sentence('tooLong', { over: used() - limit, limit });
  const checkLength = () => {
    const fits = used() <= limit;
    setError(fits ? null : tooLong);
    return fits;
  };
  field.addEventListener('input', () => {
    counter.replaceChildren(element('span', {}, getCount));
    checkLength();
    onText(field.value);
  });
  const node = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    element('p', { class: 'muted', id: hintId }, hint),
    field,
    counter,
    line,
  );
  return { node, field, setError, checkLength };
}

/** Radio buttons under a legend. */
export function choiceField({ legend, options, value, onChoice }) {
  const group = uniqueId('choice');
  const node = element('fieldset', {}, element('legend', {}, legend));
  const { line, setError } = errorLine(node);
  node.setAttribute('aria-describedby', line.id);
  const choices = element('div', { class: 'choices' });
  for (const option of options) {
    const radio = element('input', {
      type: 'radio',
      name: group,
      value: option.value,
      onchange: () => {
        setError(null);
        onChoice(option.value);
      },
    });
    radio.checked = option.value === value;
    choices.append(element('label', { class: 'choice' }, radio, option.label));
  }
  node.append(choices, line);
  return { node, setError, focus: () => node.querySelector('input')?.focus() };
}

/** A select whose label stands before it. */
export function selectField({ label, options, value, onchange }) {
  const id = uniqueId('field');
  const field = element('select', { id, onchange });
  for (const option of options)
    field.append(element('option', { value: option.value }, option.label));
  field.value = value;
  const node = element('div', { class: 'field' }, element('label', { for: id }, label), field);
  return { node, field };
}
