/* The field of an attribute, made from what the manifest says of it. */
import { html, type TemplateResult } from 'lit';
import { checkField, selectField, textField } from '../pages/fields.js';
import type { Context } from './context.js';
import { faultOf } from './elements.js';
import { attributeTexts, valueText } from './manifest-texts.js';
import type { Attribute } from './types.js';

/** Renders a description from the manifest, with code between backticks. */
const withCode = (text: string): unknown =>
  text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));

/** Highest number that is chosen from a list, and not typed. */
const LISTED = 10;

/** Lists the values of an attribute, the default first. */
function optionsOf(
  attribute: Attribute,
  { texts, choices }: Pick<Context, 'texts' | 'choices'>,
): readonly (readonly [string, string])[] {
  const { name, kind, values, preset, max } = attribute;
  const numbers = Array.from({ length: max ?? 0 }, (_, index) => String(index + 1));
  const listed = (kind === 'number' ? numbers : values).filter((one) => one !== preset);
  const first = preset ? valueText(choices.page, name, preset) + texts.preset : texts.followPage;
  return [['', first], ...listed.map((one) => [one, valueText(choices.page, name, one)] as const)];
}

/** Renders the field of an attribute. */
export function attributeField(
  attribute: Attribute,
  context: Pick<Context, 'texts' | 'choices' | 'onChange'>,
): TemplateResult {
  const { name, kind, min, max } = attribute;
  const { texts, choices, onChange } = context;
  const { label, description, lang } = attributeTexts(choices.page, attribute);
  const value = choices.attributes[name];
  const set = (next: string | boolean): void => onChange({ attributes: { [name]: next } });
  const shared = { label, code: name, hint: withCode(description), hintLang: lang };
  if (kind === 'flag') {
    return checkField({ ...shared, name: `data-${name}`, checked: Boolean(value), onChange: set });
  }
  const written = typeof value === 'string' ? value : '';
  const fault = written && faultOf(attribute, written);
  const field = {
    ...shared,
    id: `attribute-${name}`,
    name: `data-${name}`,
    fault: fault ? texts.faults[fault](attribute) : undefined,
    onInput: set,
  };
  if (kind === 'text' || (kind === 'number' && (max ?? Infinity) > LISTED)) {
    const type = kind === 'number' ? 'number' : 'text';
    return textField({ ...field, value: written, type, min, max });
  }
  const options = optionsOf(attribute, context);
  const isListed = options.some(([one]) => one === written);
  return selectField({ ...field, value: isListed ? written : '', options });
}
