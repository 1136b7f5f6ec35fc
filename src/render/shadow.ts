import type { AgencyElement } from '../base/element/agency-element.js';
import { readState, type State } from '../agency/agency-loader.js';
import { fingerprintOf } from '../base/take-over/fingerprint.js';
import { assumePage } from '../base/reader/page-address.js';
import { renderTemplate } from './template.js';

/** What an element is rendered from. */
export interface View {
  /** The class of the element. */
  readonly element: typeof AgencyElement;
  /** Its attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The agency, as JSON of the published schema. */
  readonly data: object;
  /** BCP 47 tag of the language; its strings have to be at hand. */
  readonly lang: string;
  /** Address of the page that it will stand on. */
  readonly page: string | undefined;
}

/** What the elements show of data that never changes: it is checked once. */
const states = new WeakMap<object, Map<typeof AgencyElement, State>>();

function stateOf({ element, data }: View): State {
  if (!Object.isFrozen(data)) return readState(element.shows, data);
  let known = states.get(data);
  if (!known) states.set(data, (known = new Map<typeof AgencyElement, State>()));
  let state = known.get(element);
  if (!state) known.set(element, (state = readState(element.shows, data)));
  return state;
}

/** The last element of each class, by its attributes: a site shows one with the same attributes on every page. */
const lastOf = new Map<typeof AgencyElement, { key: string; instance: AgencyElement }>();

/** An element with attributes. It never stands in a page, so nothing but these and what it is given makes a difference. */
function withAttributes({ element, attributes }: View): AgencyElement {
  const key = JSON.stringify(attributes);
  const last = lastOf.get(element);
  if (last?.key === key) return last.instance;
  const instance = new (element as unknown as new () => AgencyElement)();
  // The elements of a server have no name, by which warnings call them.
  if (!instance.localName) {
    Object.defineProperty(instance, 'localName', { value: element.tag });
  }
  for (const [name, value] of Object.entries(attributes)) {
    instance.attributeChangedCallback(name, null, value);
  }
  lastOf.set(element, { key, instance });
  return instance;
}

/** An element that is there to be rendered, until the next of its class is. */
export function elementFor(view: View): AgencyElement {
  const instance = withAttributes(view);
  instance.localization.assume(view.lang);
  instance.assume(stateOf(view));
  return instance;
}

/** What stands in the shadow root of an element before and after its styles. */
export function renderShadow(instance: AgencyElement, page: string | undefined): [string, string] {
  return assumePage(page, () => [
    `<!--${fingerprintOf(instance)}-->`,
    renderTemplate(instance.render()),
  ]);
}
