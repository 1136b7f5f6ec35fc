/* What components of every framework make of the properties that a page gives them. */
import type { ElementName } from '../elements.js';

/** What a component knows of its element. The build takes it from the manifest. */
export interface Description {
  /** Name of the element without a prefix. */
  readonly name: ElementName;
  /** Properties of the element, each with its attribute, or with `''` if it has none. */
  readonly properties: Readonly<Record<string, string>>;
  /** Events that the element fires. */
  readonly events: readonly string[];
}

/** Properties by name, as a page writes them. */
export type Given = Readonly<Record<string, unknown>>;

/** What a component does with what it is given. */
export interface Settings {
  /** Attributes, which the framework writes on a server and keeps up to date in the browser. */
  readonly attributes: Record<string, unknown>;
  /** Properties without an attribute, to be set once the element is there. */
  readonly properties: Record<string, unknown>;
  /** Listeners by the names of their events. */
  readonly listeners: Record<string, unknown>;
  /** Options of the server rendering; `undefined` if a server has nothing to render, or knows no language for it. */
  readonly rendering: Readonly<Record<string, unknown>> | undefined;
}

/** Writes a name as those of properties: `heading-level` is `headingLevel`. */
export const camelCase = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names the property with the listener of an event: `onCustomsFilter`. */
const listenerOf = (event: string): string => camelCase(`on-${event}`);

/** Language that data states for itself. */
const languageOf = (data: unknown): unknown =>
  data && typeof data === 'object' && 'lang' in data ? data.lang : undefined;

/**
 * Sorts what a page gives to a component.
 *
 * @param isEmpty - true if there is no content for the element
 */
export function settingsOf(
  { properties: own, events }: Description,
  { nonce, page, styles, ...given }: Given,
  isEmpty: boolean,
): Settings {
  const names = new Map(events.map((event) => [listenerOf(event), event]));
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners: Record<string, unknown> = {};
  const other: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const event = names.get(key);
    const attribute = own[key];
    if (event) listeners[event] = value;
    else if (attribute === '') properties[key] = value;
    else if (attribute === undefined) other[key] = value;
    // Frameworks do not agree on what `false` means for custom elements.
    else if (value !== undefined && value !== null && value !== false) {
      attributes[attribute] = value;
    }
  }
  let rendering: Settings['rendering'];
  if ('agency' in own) {
    const data = nameSource(attributes, properties, isEmpty);
    const { lang, agency } = attributes;
    const isKnown = data ? typeof data === 'object' : agency !== undefined && agency !== 'none';
    // A component does not see the language of the page, and a wrong one must not show.
    if (isKnown && lang) rendering = { data, lang, attributes, nonce, page, styles };
  }
  return { attributes: { ...other, ...attributes }, properties, listeners, rendering };
}

/**
 * Writes where the data of an element comes from.
 *
 * @returns the data, if it is given and there
 */
function nameSource(
  attributes: Record<string, unknown>,
  properties: Record<string, unknown>,
  isEmpty: boolean,
): unknown {
  if (!('data' in properties)) {
    if (isEmpty && !('src' in attributes)) attributes['agency'] ??= 'gacc';
    else if ('src' in attributes) delete attributes['agency'];
    return undefined;
  }
  // The data is set after the attributes, and nothing else may show in between. `undefined` is data
  // that has not come yet.
  const data = (properties['data'] ??= null);
  attributes['agency'] = 'none';
  delete attributes['src'];
  const lang = languageOf(data);
  if (lang !== undefined) attributes['lang'] ??= lang;
  return data;
}
