import { attributesOf as declarationsOf } from '../base/element/attributes.js';
import { AgencyElement } from '../base/element/agency-element.js';
import type { ElementClass } from '../base/element/define-element.js';
import { ELEMENT_NAMES, isPrefix, tagOf, type ElementName } from '../elements.js';
import classes from '../elements/all.js';
import * as drawCode from '../elements/profile-card/draw-code.js';
import { codes } from '../elements/profile-card/qr-code.js';
import { tableView } from '../elements/rank-ladder/rank-ladder.js';
import * as tableViewModule from '../elements/rank-ladder/table-view.js';
import { parser } from '../agency/agency-loader.js';
import * as parsing from '../agency/parse/loose-state.js';
import { assumePage } from '../base/reader/page-address.js';
import { commentLink } from './comment-link.js';
import { dataBlock } from './data-block.js';
import { escape } from './escape.js';
import { PLAIN_STYLES, renderPlain } from './plain.js';
import { languageOf, type RenderOptions } from './options.js';
import { errorOf, RenderError } from './render-error.js';
import { elementFor, renderShadow } from './shadow.js';
import { stylesheet } from './stylesheet.js';
import type { RenderNested } from './writers.js';

export { renderStructuredData } from './data-block.js';
export { languageOf, type Attributes, type RenderOptions } from './options.js';
export { ELEMENT_NAMES, RenderError, type ElementName };

// Set here because a server does not wait for code on demand.
codes.module = drawCode;
tableView.module = tableViewModule;
parser.module = parsing;

/** A `<style>` is valid in a head and in a shadow root. Plain HTML stands in a body. */
const NOT_INLINE =
  'Plain HTML has no inline styles, because HTML allows <style> only in the head. Put there what stylesheetOf(name, "html") returns or "customs-widgets styles <element> --format html" prints, or give as styles the address of the folder with plain.css.';

function classOf(name: ElementName): ElementClass {
  if (ELEMENT_NAMES.includes(name)) return classes[name];
  throw new RenderError(`There is no element "${name}"; use ${ELEMENT_NAMES.join(', ')}.`);
}

const showsAgency = (element: ElementClass): element is ElementClass & typeof AgencyElement =>
  element.prototype instanceof AgencyElement;

/** True if an element shows an agency, and not comments. */
export const needsData = (name: ElementName): boolean => showsAgency(classOf(name));

/** Lists the attributes of an element. */
export function attributesOf(name: ElementName): readonly string[] {
  return classOf(name).observedAttributes;
}

/** Lists the boolean attributes of an element. All others have a value. */
export function flagsOf(name: ElementName): readonly string[] {
  const declared = [...declarationsOf(classOf(name))];
  return declared.flatMap(([attribute, { type }]) => (type === Boolean ? [attribute] : []));
}

/** Returns the style sheet of an element's shadow root, or of plain HTML with `html`. Serve it as a file, or put its hash into a policy. */
export function stylesheetOf(name: ElementName, format: 'shadow' | 'html' = 'shadow'): string {
  return format === 'html' ? PLAIN_STYLES : stylesheet(classOf(name) as object);
}

function attributesFrom(
  name: ElementName,
  { attributes = {} }: RenderOptions,
): Record<string, string> {
  const accepted = attributesOf(name);
  const unknown = Object.keys(attributes).filter((one) => !accepted.includes(one));
  if (unknown.length) {
    const named = unknown.map((one) => `"${one}"`).join(', ');
    throw new RenderError(`${name} has no attribute ${named}; it has ${accepted.join(', ')}.`);
  }
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    given[key] = value === true ? '' : String(value);
  }
  return given;
}

function renderStyles(name: ElementName, options: RenderOptions): string {
  const { nonce, format } = options;
  const isPlain = format === 'html';
  const { styles = isPlain && !nonce ? 'none' : 'inline' } = options;
  if (styles === 'none') return '';
  if (styles !== 'inline') {
    const file = `${styles.replace(/\/?$/, '/')}${isPlain ? 'plain' : name}.css`;
    return `<link rel="stylesheet" href="${escape(file)}">`;
  }
  if (isPlain) throw new RenderError(NOT_INLINE);
  const allowed = nonce ? ` nonce="${escape(nonce)}"` : '';
  return `<style${allowed}>${stylesheetOf(name)}</style>`;
}

function checked(prefix: string): string {
  if (isPrefix(prefix)) return prefix;
  throw new RenderError(
    `The prefix "${prefix}" is not accepted; use letters a to z, digits and hyphens.`,
  );
}

/** Writes what is inside the shadow root of an element. */
function shadowContent(
  name: ElementName,
  instance: AgencyElement,
  options: RenderOptions,
  renderNested: RenderNested,
): string {
  const [before, after] = renderShadow(instance, renderNested);
  return `${before}${renderStyles(name, options)}${after}`;
}

/** Writes a declarative shadow root. */
const shadowRoot = (content: string): string =>
  `<template shadowrootmode="open">${content}</template>`;

/** Returns the function that renders the elements which another one draws. */
function nestedIn(options: RenderOptions, { localization }: AgencyElement): RenderNested {
  const { prefix = 'customs', format, page } = options;
  const lang = localization.language;
  const renderNested: RenderNested = ({ tag, attributes, properties }, kind) => {
    const name = tag.slice(prefix.length + 1) as ElementName;
    const element = classOf(name);
    if (!showsAgency(element)) return commentLink(attributes, lang);
    const data = properties['data'] as object;
    const instance = elementFor({ element, tag, attributes, data, lang, page });
    return kind === 'plain'
      ? renderPlain(name, instance, format === 'html', renderNested)
      : shadowRoot(shadowContent(name, instance, options, renderNested));
  };
  return renderNested;
}

/** Checks the data, and returns the element that shows it. */
function instanceOf(
  name: ElementName,
  element: typeof AgencyElement,
  attributes: Record<string, string>,
  options: RenderOptions,
): AgencyElement {
  const { data, prefix = 'customs', page } = options;
  if (!data || typeof data !== 'object') throw new RenderError(`${name} needs data: an object.`);
  const tag = tagOf(name, checked(prefix));
  const lang = languageOf(options);
  const instance = elementFor({ element, tag, attributes, data, lang, page });
  const { state } = instance;
  if (state.kind === 'failed') throw errorOf(state.problems);
  return instance;
}

/**
 * Renders what is inside the shadow root of an element, for code that writes the tag and
 * `<template shadowrootmode="open">` itself, as components of frameworks do.
 *
 * @returns HTML; empty for elements that show comments
 */
export function renderShadowRoot(name: ElementName, options: RenderOptions = {}): string {
  const element = classOf(name);
  if (!showsAgency(element)) return '';
  const instance = instanceOf(name, element, attributesFrom(name, options), options);
  return assumePage(options.page, () =>
    shadowContent(name, instance, options, nestedIn(options, instance)),
  );
}

/**
 * Renders an element as HTML.
 *
 * @param name - name without a prefix, for example `duty-list`
 * @returns HTML; throws a `RenderError` for options and data that cannot be rendered
 */
export function render(name: ElementName, options: RenderOptions = {}): string {
  const { data, format = 'shadow', prefix = 'customs', page, fallback } = options;
  const attributes = attributesFrom(name, options);
  const lang = languageOf(options);
  const tag = tagOf(name, checked(prefix));
  const written = Object.entries({ ...attributes, lang })
    .map(([key, value]) => (value ? ` ${key}="${escape(value)}"` : ` ${key}`))
    .join('');
  const element = classOf(name);
  if (!showsAgency(element)) {
    // In plain HTML, comments are only this link.
    const own = fallback === 'plain' ? undefined : fallback;
    const link = own ?? commentLink(attributes, lang);
    return format === 'html' ? link : `<${tag}${written}>${link}</${tag}>`;
  }
  const instance = instanceOf(name, element, attributes, options);
  const renderNested = nestedIn(options, instance);
  return assumePage(page, () => {
    if (format === 'html') {
      return `${renderStyles(name, options)}${renderPlain(name, instance, true, renderNested)}`;
    }
    const shadow = shadowRoot(shadowContent(name, instance, options, renderNested));
    // The script in the browser has to find the same data.
    const ownData =
      attributes['src'] || attributes['agency']
        ? ''
        : dataBlock('application/json', JSON.stringify(data));
    const isPlain = fallback === 'plain';
    const inside = isPlain ? renderPlain(name, instance, false, renderNested) : (fallback ?? '');
    return `<${tag}${written}>${shadow}${ownData}${inside}</${tag}>`;
  });
}
