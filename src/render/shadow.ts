import type { AgencyElement } from '../base/element/agency-element.js';
import { readFullState, readState } from '../agency/agency-loader.js';
import type { State } from '../agency/state.js';
import { fingerprintOf } from '../base/take-over/fingerprint.js';
import { assumePage } from '../base/reader/page-address.js';
import { renderTemplate } from './template.js';

/** Input of a rendering. */
export interface View {
  /** Class of the element. */
  readonly element: typeof AgencyElement;
  /** Attributes of the element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Agency, as JSON that follows the published schema. */
  readonly data: object;
  /** BCP 47 tag of the language. Its strings must be loaded. */
  readonly lang: string;
  /** Address of the page around the element. */
  readonly page: string | undefined;
}

/** States of frozen data in the full form, which is checked only once. */
const states = new WeakMap<object, Map<typeof AgencyElement, State>>();

function stateOf({ element, data, lang, page }: View): State {
  const { shows } = element;
  const known = states.get(data)?.get(element);
  if (known) return known;
  const state = readFullState(shows, data);
  // The rest of what other forms mean depends on the language and the page.
  if (!state) return readState(shows, data, { lang, base: page });
  if (Object.isFrozen(data)) {
    states.set(
      data,
      (states.get(data) ?? new Map<typeof AgencyElement, State>()).set(element, state),
    );
  }
  return state;
}

/** Last instance of each class. Sites often show the same element on every page. */
const lastOf = new Map<typeof AgencyElement, { key: string; instance: AgencyElement }>();

/** Creates an element with attributes. It is never in a page, so it depends only on its input. */
function withAttributes({ element, attributes }: View): AgencyElement {
  const key = JSON.stringify(attributes);
  const last = lastOf.get(element);
  if (last?.key === key) return last.instance;
  const instance = new (element as unknown as new () => AgencyElement)();
  // Elements on a server have no name. Warnings need one.
  if (!instance.localName) {
    Object.defineProperty(instance, 'localName', { value: element.tag });
  }
  for (const [name, value] of Object.entries(attributes)) {
    instance.attributeChangedCallback(name, null, value);
  }
  lastOf.set(element, { key, instance });
  return instance;
}

/** Returns an element ready to render. The next call for its class may change it. */
export function elementFor(view: View): AgencyElement {
  const instance = withAttributes(view);
  instance.localization.assume(view.lang);
  instance.assume(stateOf(view));
  return instance;
}

/** Renders the content of a shadow root before and after the styles. */
export function renderShadow(instance: AgencyElement, page: string | undefined): [string, string] {
  return assumePage(page, () => [
    `<!--${fingerprintOf(instance)}-->`,
    renderTemplate(instance.render()),
  ]);
}
