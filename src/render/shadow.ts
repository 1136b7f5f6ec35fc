import type { AgencyElement } from '../base/element/agency-element.js';
import { readFullState, readState } from '../agency/agency-loader.js';
import type { State } from '../agency/state.js';
import { fingerprintOf } from '../base/take-over/fingerprint.js';
import { renderTemplate } from './template.js';
import type { RenderNested } from './writers.js';

/** Input of a rendering. */
export interface View {
  /** Class of the element. */
  readonly element: typeof AgencyElement;
  /** Its tag on the page. */
  readonly tag: string;
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

/** Address of the file with the data, else of the page; `undefined` if unknown. */
function baseOf({ attributes, page }: View): string | undefined {
  try {
    return new URL(attributes['src'] ?? '', page).href;
  } catch {
    return page;
  }
}

function stateOf(view: View): State {
  const { element, data, lang } = view;
  const { shows } = element;
  const known = states.get(data)?.get(element);
  if (known) return known;
  const state = readFullState(shows, data);
  // The rest of what other forms mean depends on the language and the page.
  if (!state) return readState(shows, data, { lang, base: baseOf(view) });
  if (Object.isFrozen(data)) {
    states.set(
      data,
      (states.get(data) ?? new Map<typeof AgencyElement, State>()).set(element, state),
    );
    // An element that draws others hands it to them. They need not check it again either.
    if (state.kind === 'ready') Object.freeze(state.agency);
  }
  return state;
}

/** Last instance of each class. Sites often show the same element on every page. */
const lastOf = new Map<typeof AgencyElement, { key: string; instance: AgencyElement }>();

/** Creates an element with attributes. It is never in a page, so it depends only on its input. */
function withAttributes({ element, tag, attributes }: View): AgencyElement {
  const key = JSON.stringify([tag, attributes]);
  const last = lastOf.get(element);
  if (last?.key === key) return last.instance;
  // Lit prepares a class when its attributes are read.
  Reflect.get(element, 'observedAttributes');
  const instance = new (element as unknown as new () => AgencyElement)();
  // Elements on a server have no name. Warnings and elements that draw others need one.
  if (!instance.localName) Object.defineProperty(instance, 'localName', { value: tag });
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

/** Counts the elements in HTML, without those in the shadow roots of others. */
const elementsIn = (html: string): number =>
  html.replace(/<template shadowrootmode[^]*?<\/template>/g, '').match(/<[a-z]/g)?.length ?? 0;

/**
 * Renders the content of a shadow root before and after the styles. The comment says what has to be
 * there when the element takes over.
 *
 * @param renderNested - renders the elements that it draws
 */
export function renderShadow(
  instance: AgencyElement,
  renderNested: RenderNested,
): [string, string] {
  const content = renderTemplate(instance.render(), 'hydratable', renderNested);
  return [`<!--${fingerprintOf(instance)}-${elementsIn(content)}-->`, content];
}
