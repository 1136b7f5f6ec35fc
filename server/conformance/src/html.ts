/* Just enough of HTML to fill in a form the way a browser does. */

/** An element with its attributes, and where it starts. */
export interface Element {
  name: string;
  attributes: Map<string, string>;
  /** What stands between its tags; of elements that are nested in one of their kind, the first part. */
  inner: string;
  at: number;
}

/** A field of a form. */
export type Fields = [string, string][];

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of an attribute or an element, with its character references read. */
export function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (all: string, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(parseInt(hex as string, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return NAMED[(name as string).toLowerCase()] ?? all;
    },
  );
}

/** All elements of a name, in order. */
export function elements(html: string, ...names: string[]): Element[] {
  const tags = new RegExp(`<(${names.join('|')})((?:\\s(?:[^>"']|"[^"]*"|'[^']*')*)?)>`, 'gi');
  return [...html.matchAll(tags)].map((match) => {
    const [tag, name = '', attributes = ''] = match;
    const start = match.index + tag.length;
    const end = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, start);
    return {
      name: name.toLowerCase(),
      attributes: readAttributes(attributes),
      inner: end < 0 ? '' : html.slice(start, end),
      at: match.index,
    };
  });
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const pattern = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (const [, name = '', double, single, bare] of text.matchAll(pattern)) {
    found.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  }
  return found;
}

const typeOf = ({ name, attributes }: Element): string =>
  name === 'input' ? (attributes.get('type') ?? 'text').toLowerCase() : name;

/** Fields that a reader has to understand: all but the hidden ones and the buttons. */
export function visibleFields(html: string): Element[] {
  return elements(html, 'input', 'textarea', 'select').filter(
    (field) => !['hidden', 'submit', 'button', 'reset', 'image'].includes(typeOf(field)),
  );
}

/** Whether a label stands around a field or points to it. */
export function hasLabel(html: string, field: Element): boolean {
  return elements(html, 'label').some(({ attributes, inner, at }) => {
    const around = at < field.at && field.at < at + inner.length;
    const points = attributes.has('for') && attributes.get('for') === field.attributes.get('id');
    return (around || points) && /[^\s<>]/.test(inner.replace(/<[^>]*>/g, ''));
  });
}

/** What a browser sends when the texts are typed into the text areas and every box is ticked. */
export function filledIn(html: string, typed: string): Fields {
  const fields: Fields = [];
  for (const field of elements(html, 'input', 'textarea')) {
    const name = field.attributes.get('name');
    const type = typeOf(field);
    if (!name || ['submit', 'button', 'reset', 'image'].includes(type)) continue;
    const value = field.attributes.get('value');
    if (type === 'textarea') fields.push([name, typed]);
    else fields.push([name, value ?? (type === 'checkbox' ? 'on' : '')]);
  }
  return fields;
}
