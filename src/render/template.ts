import { digestForTemplateResult } from '@lit-labs/ssr-client';
import { nothing, type TemplateResult } from 'lit';
import { escape } from './escape.js';

/*
 * Renders Lit templates as HTML, with or without the comments that `hydrate` of
 * @lit-labs/ssr-client needs. The format is that of @lit-labs/ssr. This code supports only what our
 * templates use: text, lists, attributes and events. It is several times faster and has no
 * dependencies. Each template is compiled once, into static text and functions that write between
 * it.
 */

/** `hydratable`: HTML with the comments of `hydrate`. `plain`: HTML without them. */
type Kind = 'hydratable' | 'plain';

/** Writes the values of a template that belong in one place. */
type Write = (values: readonly unknown[], kind: Kind) => string;

/** Static texts of each kind, and the functions that write between them. */
interface Compiled extends Readonly<Record<Kind, readonly string[]>> {
  readonly writes: readonly Write[];
}

/** An attribute with values, starting at index `from`: `parts[0] value parts[1] value …`. */
interface Attribute {
  readonly name: string;
  readonly parts: string[];
  readonly from: number;
}

/** Matches `name="` or `name=` and the static start of the value, before a value. */
const ATTRIBUTE = /\s([^\s"'<>=]+)=(")?([^\s"]*|(?<=")[^"]*)$/;

function compile(result: TemplateResult): Compiled {
  const hydratable: string[] = [];
  const plain: string[] = [];
  const writes: Write[] = [];
  let plainText = '';
  let text = `<!--lit-part ${digestForTemplateResult(result)}-->`;
  // Lit addresses elements and content by their index.
  let count = 0;
  /** Start of the current tag in the text; -1 outside of tags. */
  let tag = -1;
  let hasMarker = false;
  /** The current attribute, and whether its value is quoted. */
  let attribute: (Attribute & { readonly quoted: boolean }) | undefined;

  const follow = (markup: string): void => {
    for (const [token] of markup.matchAll(/<[a-z]|[<>]|[^<>]+/gi)) {
      if (tag >= 0 && token === '>') {
        tag = -1;
      } else if (/^<[a-z]/i.test(token)) {
        count += 1;
        [tag, hasMarker] = [text.length, false];
      }
      text += token;
      plainText += token;
    }
  };
  const begin = (from: number): void => {
    const match = ATTRIBUTE.exec(text);
    if (!match) throw new Error(`There can be no value here: ${text}`);
    const [written, name, quote, start] = match;
    text = text.slice(0, -written.length);
    plainText = plainText.slice(0, -written.length);
    if (!hasMarker) text = `${text.slice(0, tag)}<!--lit-node ${count - 1}-->${text.slice(tag)}`;
    hasMarker = true;
    attribute = { name: name!, parts: [start!], from, quoted: quote !== undefined };
  };
  const put = (write: Write): void => {
    hydratable.push(text);
    plain.push(plainText);
    writes.push(write);
    text = plainText = '';
  };

  for (const [index, string] of result.strings.entries()) {
    let markup = string;
    if (attribute) {
      const end = attribute.quoted ? markup.indexOf('"') : 0;
      attribute.parts.push(end < 0 ? markup : markup.slice(0, end));
      // Another value of the same attribute follows.
      if (end < 0) continue;
      markup = markup.slice(attribute.quoted ? end + 1 : 0);
      attribute = undefined;
    }
    follow(markup);
    if (index === result.strings.length - 1) break;
    if (tag >= 0) {
      begin(index);
      const write = attributeWriter(attribute!);
      if (write) put(write);
    } else {
      count += 1;
      put((values, kind) => renderContent(values[index], kind));
    }
  }
  hydratable.push(`${text}<!--/lit-part-->`);
  plain.push(plainText);
  return { hydratable, plain, writes };
}

/** Visible properties whose initial value is an attribute. */
const REFLECTED = ['.value', '.checked', '.selected'];

/** Returns the function that writes an attribute; nothing for listeners and other properties. */
function attributeWriter({ name, parts, from }: Attribute): Write | undefined {
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

function renderContent(value: unknown, kind: Kind): string {
  let content = '';
  if (value === nothing || value === undefined || value === null) {
    // Writes nothing, not even white space.
  } else if (typeof value !== 'object') {
    // Lit updates the first text node, so one has to exist.
    content = escape(value) || (kind === 'plain' ? '' : ' ');
  } else if (isTemplate(value)) {
    return renderTemplate(value, kind);
  } else {
    for (const item of value as Iterable<unknown>) content += renderContent(item, kind);
  }
  return kind === 'plain' ? content : `<!--lit-part-->${content}<!--/lit-part-->`;
}

const isTemplate = (value: object): value is TemplateResult => '_$litType$' in value;

const known = new WeakMap<TemplateStringsArray, Compiled>();

/**
 * Renders a template as HTML.
 *
 * @param kind - `hydratable`: a browser can hydrate it with the same template; `plain`: only the
 * content
 */
export function renderTemplate(result: TemplateResult, kind: Kind = 'hydratable'): string {
  let template = known.get(result.strings);
  if (!template) known.set(result.strings, (template = compile(result)));
  const { writes, [kind]: texts } = template;
  let html = texts[0]!;
  for (let index = 0; index < writes.length; index += 1) {
    html += writes[index]!(result.values, kind) + texts[index + 1]!;
  }
  return html;
}
