/* Reads the elements from what custom-elements.json declares, so new attributes appear by themselves. */
import type { DeclaredAttribute, DeclaredElement } from 'virtual:published';
import { isOwnData, type Choices } from './choices.js';
import type { Attribute, AttributePair, Widget, Widgets } from './types.js';

/** Group of an attribute in the form, by the class that declares it. */
const GROUPS: Readonly<Record<string, Attribute['group']>> = {
  CustomsElement: 'frame',
  AgencyElement: 'data',
};

const KINDS: Readonly<Record<string, Attribute['kind']>> = { boolean: 'flag', number: 'number' };

/** Finds the range of a number in a description: `Number of comments per request, 1 to 50.` */
const RANGE = /\b(\d+) to (\d+)\b/;

/** A flag of all elements that show an agency is an option, and not data. */
function groupOf(kind: Attribute['kind'], declaredBy = ''): Attribute['group'] {
  const group = GROUPS[declaredBy] ?? 'own';
  return group === 'data' && kind === 'flag' ? 'own' : group;
}

function readAttribute(declared: DeclaredAttribute, locales: readonly string[]): Attribute {
  const { name, type, default: preset = '', description = '', inheritedFrom, framed } = declared;
  const named = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  const values = name === 'lang' ? locales : named;
  const [, min, max] = RANGE.exec(description) ?? [];
  const kind = values.length ? 'choice' : (KINDS[type?.text ?? ''] ?? 'text');
  return {
    name,
    kind,
    values,
    preset: preset.replace(/^'|'$/g, ''),
    description,
    group: groupOf(kind, inheritedFrom?.name),
    ofAgency: inheritedFrom?.name === 'AgencyElement',
    framed: framed ?? (kind === 'text' ? undefined : 'any'),
    ...(min && { min: Number(min), max: Number(max) }),
  };
}

/**
 * Reads the declared elements.
 *
 * @param locales - languages with strings in the library
 * @returns the elements by name without a prefix, in their order
 */
export function readElements(
  declared: readonly DeclaredElement[],
  locales: readonly string[],
): Widgets {
  const widgets = declared.map((one): Widget => {
    const { name: className, tagName, summary, description = '', attributes = [] } = one;
    const read = attributes.map((attribute) => readAttribute(attribute, locales));
    return {
      name: tagName.replace('customs-', ''),
      className,
      description: summary ?? description,
      attributes: read,
      agency: read.some(({ group }) => group === 'data'),
      comments:
        !read.some(({ group }) => group === 'data') && read.some(({ name }) => name === 'endpoint'),
    };
  });
  return new Map(widgets.map((widget) => [widget.name, widget]));
}

/** Says why a value is not accepted: `number`, `range` or `choice`; `undefined` if it is. */
export function faultOf(
  { kind, values, min, max }: Attribute,
  value: string,
): 'number' | 'range' | 'choice' | undefined {
  if (kind === 'choice') return values.includes(value) ? undefined : 'choice';
  if (kind !== 'number') return undefined;
  if (!/^\d+$/.test(value)) return 'number';
  const isOutside = min !== undefined && max !== undefined && (+value < min || +value > max);
  return isOutside ? 'range' : undefined;
}

/** The attribute that names the source of the data; none if the data stands inside. */
function sourceOf(choices: Choices): readonly AttributePair[] {
  const { src } = choices.attributes;
  if (isOwnData(choices)) return [];
  if (choices.data !== 'src') return [['agency', choices.data]];
  return typeof src === 'string' && src ? [['src', src]] : [];
}

/**
 * Lists the attributes to write for the chosen element: those that are set and accepted, and not
 * the default.
 */
export function attributesToWrite(element: Widget, choices: Choices): readonly AttributePair[] {
  const written = element.agency ? [...sourceOf(choices)] : [];
  for (const attribute of element.attributes) {
    const { name, kind, preset, group } = attribute;
    const value = choices.attributes[name];
    if (group === 'data' || !value) continue;
    if (kind === 'flag') written.push([name, true]);
    else if (value !== true && value !== preset && !faultOf(attribute, value)) {
      written.push([name, value]);
    }
  }
  return written;
}

/** Lists the attributes of an element on this page, without the source: it has the data. */
export const attributesToShow = (element: Widget, choices: Choices): readonly AttributePair[] =>
  attributesToWrite(element, choices).filter(([name]) => name !== 'src' && name !== 'agency');
