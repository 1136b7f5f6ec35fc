import { nothing } from 'lit';
import { escape } from './escape.js';

/* Writes attributes, and what custom elements in a template show. */

/** `hydratable`: HTML with the comments of `hydrate`. `plain`: HTML without them. */
export type Kind = 'hydratable' | 'plain';

/** A custom element in a template, with what the template sets. */
export interface Nested {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Renders what a custom element shows: its shadow root, or plain HTML in place of its tag. */
export type RenderNested = (nested: Nested, kind: Kind) => string;

/** How a template is rendered. */
export interface Output {
  readonly kind: Kind;
  readonly renderNested: RenderNested;
}

/** Writes the values of a template that belong in one place. */
export type Write = (values: readonly unknown[], output: Output) => string;

/** An attribute with values, starting at index `from`: `parts[0] value parts[1] value …`. */
export interface Attribute {
  readonly name: string;
  readonly parts: string[];
  readonly from: number;
}

/** Start tag of a custom element, as far as the template has been read. */
export interface Opened {
  readonly tag: string;
  /** Its text without the attributes that have values. */
  text: string;
  readonly attributes: Attribute[];
}

/** Visible properties whose initial value is an attribute. */
const REFLECTED = ['.value', '.checked', '.selected'];

/** Returns the function that writes an attribute; nothing for listeners and other properties. */
export function attributeWriter({ name, parts, from }: Attribute): Write | undefined {
  const own = name.slice(1);
  switch (name[0]) {
    case '@':
      return undefined;
    case '?':
      return (values) => (values[from] ? ` ${own}` : '');
    case '.':
      if (!REFLECTED.includes(name)) return undefined;
      return (values) => {
        const value = values[from];
        if (value === false) return '';
        return ` ${own}="${value === true ? '' : escape(value)}"`;
      };
    default:
      return (values) => {
        let written = ` ${name}="${parts[0]!}`;
        for (let index = 1; index < parts.length; index += 1) {
          const value = values[from + index - 1];
          if (value === nothing) return '';
          written += escape(value ?? '') + parts[index]!;
        }
        return `${written}"`;
      };
  }
}

/** Leaves out what belongs to a custom element in plain HTML, which has only what it shows. */
export const notInPlain =
  (write: Write): Write =>
  (values, output) =>
    output.kind === 'plain' ? '' : write(values, output);

/**
 * Returns the function that writes what a custom element shows, behind its start tag. Each of its
 * attributes may have one value.
 */
export function nestedWriter({ tag, text, attributes: bound }: Opened): Write {
  const written = [...text.matchAll(/\s([^\s"=>]+)(?:="([^"]*)")?/g)];
  const fixed = written.map(([, name, value = '']) => [name!, value] as const);
  return (values, { kind, renderNested }) => {
    const attributes: Record<string, string> = Object.fromEntries(fixed);
    const properties: Record<string, unknown> = {};
    for (const { name, from } of bound) {
      const value = values[from];
      const own = name.slice(1);
      if (name.startsWith('.')) properties[own] = value;
      else if (!name.startsWith('?')) {
        if (value !== nothing) attributes[name] = String(value);
      } else if (value) attributes[own] = '';
    }
    return renderNested({ tag, attributes, properties }, kind);
  };
}
