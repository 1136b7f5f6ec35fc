/* What dist/custom-elements.json tells of the elements: a new attribute appears in the builder by itself. */

/** Where an attribute stands in the form, by the class that it is inherited from. */
const GROUPS = { CustomsElement: 'frame', AgencyElement: 'data' };

/** A description such as `Comments that are fetched at a time, 1 to 50.` tells the range of a number. */
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
    /** What the address of a frame may set it to: `any` value, an address of its `own` site, or nothing. */
    framed: framed ?? (kind === 'text' ? undefined : 'any'),
    ...(min && { min: Number(min), max: Number(max) }),
  };
}

/**
 * Reads the manifest.
 *
 * @param manifest - the content of custom-elements.json
 * @param locales - languages that the library has strings for
 * @returns the elements by their names without a prefix, in the order of the manifest
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
      /** Whether it shows an agency. */
      agency: element.attributes.some(({ group }) => group === 'data'),
      /** Whether it shows what a comment service has. */
      comments: element.attributes.some(({ name }) => name === 'endpoint'),
    }));
  return new Map(elements.map((element) => [element.name, element]));
}

/** Why a value is not accepted: `number`, `range` or `choice`; nothing when it is. */
export function faultOf({ kind, values, min, max }, value) {
  if (kind === 'choice') return values.includes(value) ? undefined : 'choice';
  if (kind !== 'number') return undefined;
  if (!/^\d+$/.test(value)) return 'number';
  return min !== undefined && (value < min || value > max) ? 'range' : undefined;
}

/**
 * The attributes to write for the chosen element: those that are set, accepted, and not what holds anyway.
 *
 * @returns pairs of name and value; `true` is one without a value
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

/** The attributes of an element that the page itself shows: it has the data already, so neither its address nor its name is needed. */
export const attributesToShow = (element, choices) =>
  attributesToWrite(element, choices).filter(([name]) => name !== 'src' && name !== 'agency');
