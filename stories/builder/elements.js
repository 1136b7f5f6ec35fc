/* Reads the elements from dist/custom-elements.json, so new attributes appear by themselves. */

/** Group of an attribute in the form, by the class that declares it. */
const GROUPS = { CustomsElement: 'frame', AgencyElement: 'data' };

/** Finds the range of a number in a description: `Number of comments per request, 1 to 50.` */
const RANGE = /\b(\d+) to (\d+)\b/;

function readAttribute(
  { name, type, default: preset = '', description = '', inheritedFrom, framed },
  locales,
) {
  const named = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => value);
  const values = name === 'lang' ? locales : named;
  const kinds = { boolean: 'flag', number: 'number' };
  const [, min, max] = RANGE.exec(description) ?? [];
  const kind = values.length ? 'choice' : (kinds[type?.text] ?? 'text');
  return {
    name,
    kind,
    values,
    preset: preset.replace(/^'|'$/g, ''),
    description,
    group: GROUPS[inheritedFrom?.name] ?? 'own',
    /** What the address of a frame may set: `any` value, an address on its `own` site, or none. */
    framed: framed ?? (kind === 'text' ? undefined : 'any'),
    ...(min && { min: Number(min), max: Number(max) }),
  };
}

/**
 * Reads the manifest.
 *
 * @param manifest - content of custom-elements.json
 * @param locales - languages with strings in the library
 * @returns the elements by name without a prefix, in the order of the manifest
 */
export function readElements({ modules }, locales) {
  const declared = modules.flatMap(({ declarations = [] }) => declarations);
  const elements = declared
    .filter(({ tagName }) => tagName)
    .map(({ name, tagName, summary, description, attributes = [] }) => ({
      name: tagName.replace('customs-', ''),
      className: name,
      description: summary ?? description ?? '',
      attributes: attributes.map((attribute) => readAttribute(attribute, locales)),
    }))
    .map((element) => ({
      ...element,
      /** True if it shows an agency. */
      agency: element.attributes.some(({ group }) => group === 'data'),
      /** True if it shows comments. */
      comments: element.attributes.some(({ name }) => name === 'endpoint'),
    }));
  return new Map(elements.map((element) => [element.name, element]));
}

/** Says why a value is not accepted: `number`, `range` or `choice`; `undefined` if it is. */
export function faultOf({ kind, values, min, max }, value) {
  if (kind === 'choice') return values.includes(value) ? undefined : 'choice';
  if (kind !== 'number') return undefined;
  if (!/^\d+$/.test(value)) return 'number';
  return min !== undefined && (value < min || value > max) ? 'range' : undefined;
}

/**
 * Lists the attributes to write for the chosen element: those that are set and accepted, and not
 * the default.
 *
 * @returns pairs of name and value; `true` means no value
 */
export function attributesToWrite(element, { attributes, data }) {
  const source = data === 'src' ? ['src', attributes.src] : ['agency', data];
  const written = element.agency && data !== 'json' && source[1] ? [source] : [];
  for (const attribute of element.attributes) {
    const { name, kind, preset, group } = attribute;
    const value = attributes[name];
    if (group === 'data' || !value) continue;
    if (kind === 'flag') written.push([name, true]);
    else if (value !== true && value !== preset && !faultOf(attribute, value)) {
      written.push([name, value]);
    }
  }
  return written;
}

/** Lists the attributes of an element on this page, without the source: it has the data. */
export const attributesToShow = (element, choices) =>
  attributesToWrite(element, choices).filter(([name]) => name !== 'src' && name !== 'agency');
