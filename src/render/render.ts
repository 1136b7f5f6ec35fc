import { attributesOf as declarationsOf } from '../base/element/attributes.js';
import { AgencyElement } from '../base/element/agency-element.js';
import type { ElementClass } from '../base/element/define-element.js';
import { ELEMENT_NAMES, isPrefix, tagOf, type ElementName } from '../elements.js';
import classes from '../elements/all.js';
import * as drawCode from '../elements/profile-card/draw-code.js';
import { codes } from '../elements/profile-card/qr-code.js';
import { tableView } from '../elements/rank-ladder/rank-ladder.js';
import * as tableViewModule from '../elements/rank-ladder/table-view.js';
import type { AgencyInput } from '../agency/agency-input.js';
import { parser } from '../agency/agency-loader.js';
import * as parsing from '../agency/parse/loose-state.js';
import { parseWith } from '../agency/parse/parse-part.js';
import { PROFILE } from '../agency/parts.js';
import { chooseLanguage } from '../base/language/choice.js';
import { assumePage } from '../base/reader/page-address.js';
import { toStructuredData } from '../agency/export/linked-data.js';
import type { Agency } from '../agency/model.js';
import { commentLink } from './comment-link.js';
import { escape } from './escape.js';
import { PLAIN_STYLES, renderPlain } from './plain.js';
import { errorOf, RenderError } from './render-error.js';
import { elementFor, renderShadow } from './shadow.js';
import { stylesheet } from './stylesheet.js';
import type { RenderNested } from './writers.js';

export { ELEMENT_NAMES, RenderError, type ElementName };

// Set here because a server does not wait for code on demand.
codes.module = drawCode;
tableView.module = tableViewModule;
parser.module = parsing;

/** Attributes of an element. `true` writes no value; `false`, `null` and `undefined` omit it. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Options for rendering an element. */
export interface RenderOptions {
  /** Agency, as JSON that follows the published schema. A frozen object is checked only once. Later changes inside it are not noticed. */
  readonly data?: AgencyInput | undefined;
  /** BCP 47 tag of the language. Default: the attribute `lang`, else the language of the data, else `zh-Hans`: the rule of the elements in a browser. */
  readonly lang?: string | undefined;
  /** `shadow`: the element with a declarative shadow root, which the script hydrates. `html`: plain HTML that needs no script. Default: `shadow`. */
  readonly format?: 'shadow' | 'html' | undefined;
  /** Attributes of the element. */
  readonly attributes?: Attributes | undefined;
  /** First part of the element name, as passed to `define`. Default: `customs`. */
  readonly prefix?: string | undefined;
  /** `inline`: a `<style>` element, which the policy of the page has to allow by `nonce` or by the hash of `stylesheetOf`; `agency-page` needs those of the elements that it draws too. `none`: no styles. Anything else: address of the folder with the style sheets, which is `dist/cdn`. Default: `inline`. */
  readonly styles?: string | undefined;
  /** Nonce of the inline styles. */
  readonly nonce?: string | undefined;
  /** Address of the page around the element: for `qr="page"`, for deep links, and to recognise the page's own links. */
  readonly page?: string | undefined;
  /** HTML inside the element, for browsers without declarative shadow roots. `plain` writes the element as plain HTML. It is not escaped. */
  readonly fallback?: string | undefined;
}

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

/** Finds the language in which an element is rendered, by the rule of the elements in a browser. */
export function languageOf({ lang, attributes, data }: RenderOptions): string {
  // Attributes and data may be of any form. What is wrong with them is said later.
  const named: unknown[] = [
    lang,
    attributes?.['lang'],
    (data as Partial<Agency> | undefined)?.lang,
  ];
  return chooseLanguage(named.filter((one) => typeof one === 'string'));
}

/** Returns the style sheet of an element's shadow root, or of plain HTML with `html`. Serve it as a file, or put its hash into a policy. */
export function stylesheetOf(name: ElementName, format: 'shadow' | 'html' = 'shadow'): string {
  return format === 'html' ? PLAIN_STYLES : stylesheet(classOf(name) as object);
}

/**
 * Renders the agency as `<script type="application/ld+json">` for search engines. A strict policy
 * allows it, because nothing runs.
 */
export function renderStructuredData(agency: Agency): string {
  const result = parseWith(PROFILE.schema, agency);
  if (!result.ok) throw errorOf(result.problems);
  return dataBlock('application/ld+json', toStructuredData(result.agency));
}

/** Writes data into a page. It contains no `<`, so it cannot end the script element. */
const dataBlock = (type: string, json: string): string =>
  `<script type="${type}">${json.replace(/</g, '\\u003c')}</script>`;

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

function renderStyles(
  name: ElementName,
  { styles = 'inline', nonce, format }: RenderOptions,
): string {
  if (styles === 'none') return '';
  if (styles === 'inline') {
    const allowed = nonce ? ` nonce="${escape(nonce)}"` : '';
    return `<style${allowed}>${stylesheetOf(name, format)}</style>`;
  }
  const file = `${styles.replace(/\/?$/, '/')}${format === 'html' ? 'plain' : name}.css`;
  return `<link rel="stylesheet" href="${escape(file)}">`;
}

/** Writes the declarative shadow root of an element. */
function shadowRoot(
  name: ElementName,
  instance: AgencyElement,
  options: RenderOptions,
  renderNested: RenderNested,
): string {
  const [before, after] = renderShadow(instance, renderNested);
  return `<template shadowrootmode="open">${before}${renderStyles(name, options)}${after}</template>`;
}

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
      : shadowRoot(name, instance, options, renderNested);
  };
  return renderNested;
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
  if (!isPrefix(prefix)) {
    throw new RenderError(
      `The prefix "${prefix}" is not accepted; use letters a to z, digits and hyphens.`,
    );
  }
  const lang = languageOf(options);
  const tag = tagOf(name, prefix);
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
  if (!data || typeof data !== 'object') throw new RenderError(`${name} needs data: an object.`);
  const instance = elementFor({ element, tag, attributes, data, lang, page });
  const { state } = instance;
  if (state.kind === 'failed') throw errorOf(state.problems);
  const renderNested = nestedIn(options, instance);
  return assumePage(page, () => {
    if (format === 'html') {
      return `${renderStyles(name, options)}${renderPlain(name, instance, true, renderNested)}`;
    }
    const shadow = shadowRoot(name, instance, options, renderNested);
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
