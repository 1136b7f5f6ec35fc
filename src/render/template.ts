import { digestForTemplateResult } from '@lit-labs/ssr-client';
import { nothing, type TemplateResult } from 'lit';
import { escape } from './escape.js';
import {
  type Attribute,
  attributeWriter,
  type Kind,
  nestedWriter,
  notInPlain,
  type Opened,
  type Output,
  type RenderNested,
  type Write,
} from './writers.js';

/*
 * Renders Lit templates as HTML, with or without the comments that `hydrate` of
 * @lit-labs/ssr-client needs. The format is that of @lit-labs/ssr. This code supports only what our
 * templates use: text, lists, attributes, events and custom elements. It is several times faster and
 * has no dependencies. Each template is compiled once, into static text and functions that write
 * between it.
 */

/** Static texts of each kind, and the functions that write between them. */
interface Compiled extends Readonly<Record<Kind, readonly string[]>> {
  readonly writes: readonly Write[];
}

/** Splits static text where tags start and end. Names of custom elements have a hyphen. */
const TOKEN = /<\/[a-z][a-z0-9]*-[\w-]*>|<[a-z][a-z0-9]*-[\w-]*|<[a-z]|[<>]|[^<>]+/g;

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
  let opened: Opened | undefined;
  /** The custom element from its start tag to its end tag. Plain HTML has nothing of it. */
  let custom: Opened | undefined;

  const follow = (markup: string): void => {
    for (const [token] of markup.matchAll(TOKEN)) {
      const isEnd = tag >= 0 && token === '>';
      if (isEnd) {
        tag = -1;
      } else if (/^<[a-z]/.test(token)) {
        count += 1;
        [tag, hasMarker] = [text.length, false];
        if (token.includes('-')) {
          custom = opened = { tag: token.slice(1), text: '', attributes: [] };
        }
      }
      text += token;
      if (!custom) plainText += token;
      if (opened) opened.text += token;
      if (isEnd && opened) {
        put(nestedWriter(opened));
        opened = undefined;
      }
      if (token.startsWith('</')) custom = undefined;
    }
  };
  const begin = (from: number): void => {
    const match = ATTRIBUTE.exec(text);
    if (!match) throw new Error(`There can be no value here: ${text}`);
    const [written, name, quote, start] = match;
    text = text.slice(0, -written.length);
    if (!custom) plainText = plainText.slice(0, -written.length);
    if (opened) opened.text = opened.text.slice(0, -written.length);
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
      opened?.attributes.push(attribute!);
      const write = attributeWriter(attribute!);
      if (write) put(custom ? notInPlain(write) : write);
    } else {
      count += 1;
      const write: Write = (values, output) => renderContent(values[index], output);
      put(custom ? notInPlain(write) : write);
    }
  }
  hydratable.push(`${text}<!--/lit-part-->`);
  plain.push(plainText);
  return { hydratable, plain, writes };
}

function renderContent(value: unknown, output: Output): string {
  const isPlain = output.kind === 'plain';
  let content = '';
  if (value === nothing || value === undefined || value === null) {
    // Writes nothing, not even white space.
  } else if (typeof value !== 'object') {
    // Lit updates the first text node, so one has to exist.
    content = escape(value) || (isPlain ? '' : ' ');
  } else if (isTemplate(value)) {
    return write(value, output);
  } else {
    for (const item of value as Iterable<unknown>) content += renderContent(item, output);
  }
  return isPlain ? content : `<!--lit-part-->${content}<!--/lit-part-->`;
}

const isTemplate = (value: object): value is TemplateResult => '_$litType$' in value;

const known = new WeakMap<TemplateStringsArray, Compiled>();

function write(result: TemplateResult, output: Output): string {
  let template = known.get(result.strings);
  if (!template) known.set(result.strings, (template = compile(result)));
  const { writes, [output.kind]: texts } = template;
  let html = texts[0]!;
  for (let index = 0; index < writes.length; index += 1) {
    html += writes[index]!(result.values, output) + texts[index + 1]!;
  }
  return html;
}

/**
 * Renders a template as HTML.
 *
 * @param kind - `hydratable`: a browser can hydrate it with the same template; `plain`: only the
 * content
 * @param renderNested - renders custom elements in the template; default: they stay empty
 */
export const renderTemplate = (
  result: TemplateResult,
  kind: Kind = 'hydratable',
  renderNested: RenderNested = () => '',
): string => write(result, { kind, renderNested });
