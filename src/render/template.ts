import { digestForTemplateResult } from '@lit-labs/ssr-client';
import { nothing, type TemplateResult } from 'lit';
import { escape } from './escape.js';

/*
 * Templates of Lit as HTML, with the comments by which `hydrate` of @lit-labs/ssr-client finds its way; the format is
 * that of @lit-labs/ssr. Knowing only what our templates use (text, lists, attributes, events), it is several times
 * faster and brings no packages. Each template is compiled once, into texts with holes between them.
 */

/** An attribute that is made of values: `static[0] value static[1] value …`. */
interface Attribute {
  readonly name: string;
  readonly parts: string[];
}

/** Texts, and what fills the hole after each of them but the last; `content` takes one value. */
interface Compiled {
  readonly open: string;
  readonly texts: readonly string[];
  readonly holes: readonly ('content' | Attribute)[];
}

const known = new WeakMap<TemplateStringsArray, Compiled>();

/** `name="` or `name=` with the static start of the value, at the end of what comes before a value. */
const ATTRIBUTE = /\s([^\s"'<>=]+)=(")?([^\s"]*|(?<=")[^"]*)$/;

function compile(result: TemplateResult): Compiled {
  const texts: string[] = [];
  const holes: ('content' | Attribute)[] = [];
  let text = '';
  // Lit finds its way by the number of an element or content among all of them.
  let count = 0;
  /** Where in the text the tag begins that is being read; -1 outside of tags. */
  let tag = -1;
  let hasMarker = false;
  /** The attribute whose value is being read, and whether it is in quotes. */
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
    }
  };
  const begin = (): Attribute => {
    const match = ATTRIBUTE.exec(text);
    if (!match) throw new Error(`There can be no value here: ${text}`);
    const [written, name, quote, start] = match;
    text = text.slice(0, -written.length);
    if (!hasMarker) text = `${text.slice(0, tag)}<!--lit-node ${count - 1}-->${text.slice(tag)}`;
    hasMarker = true;
    attribute = { name: name!, parts: [start!], quoted: quote !== undefined };
    return attribute;
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
    // Outside of a tag the value is content, which Lit counts too.
    const hole = tag >= 0 ? begin() : 'content';
    if (hole === 'content') count += 1;
    texts.push(text);
    holes.push(hole);
    text = '';
  }
  texts.push(text);
  return { open: `<!--lit-part ${digestForTemplateResult(result)}-->`, texts, holes };
}

/** Properties that a reader sees and that have an attribute for their start. */
const REFLECTED = ['.value', '.checked', '.selected'];

function renderAttribute(
  { name, parts }: Attribute,
  values: readonly unknown[],
  from: number,
): string {
  const value = values[from];
  const kind = name[0];
  if (kind === '@') return '';
  if (kind === '?') return value ? ` ${name.slice(1)}=""` : '';
  if (kind === '.') {
    if (!REFLECTED.includes(name) || value === '' || value === false) return '';
    return ` ${name.slice(1)}="${value === true ? '' : escape(value)}"`;
  }
  let written = parts[0]!;
  for (let index = 1; index < parts.length; index += 1) {
    const one = values[from + index - 1];
    if (one === nothing) return '';
    written += escape(one ?? '') + parts[index]!;
  }
  return ` ${name}="${written}"`;
}

const isTemplate = (value: object): value is TemplateResult => '_$litType$' in value;

function renderContent(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if (isTemplate(value)) return renderTemplate(value);
    let items = '';
    for (const item of value as Iterable<unknown>) items += renderContent(item);
    return `<!--lit-part-->${items}<!--/lit-part-->`;
  }
  if (value === nothing || value === undefined || value === null) {
    return '<!--lit-part--><!--/lit-part-->';
  }
  // Lit writes later text into the node of the first, so there has to be one.
  return `<!--lit-part-->${escape(value) || ' '}<!--/lit-part-->`;
}

/** A template as HTML that the same template can take over in a browser. */
export function renderTemplate(result: TemplateResult): string {
  let template = known.get(result.strings);
  if (!template) known.set(result.strings, (template = compile(result)));
  const { open, texts, holes } = template;
  const { values } = result;
  let html = open + texts[0]!;
  let next = 0;
  for (let index = 0; index < holes.length; index += 1) {
    const hole = holes[index]!;
    if (hole === 'content') {
      html += renderContent(values[next]);
      next += 1;
    } else {
      html += renderAttribute(hole, values, next);
      next += hole.parts.length - 1;
    }
    html += texts[index + 1]!;
  }
  return `${html}<!--/lit-part-->`;
}
