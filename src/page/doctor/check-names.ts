import { attributesOf } from '../../base/element/attributes.js';
import type { ElementClass } from '../../base/element/define-element.js';
import { ELEMENT_NAMES, tagOf, type ElementName } from '../../elements.js';
import type { PageRecord } from '../page-record.js';
import { PLACEHOLDER } from '../placeholders.js';
import type { Find, Finding } from './findings.js';
import { distance, nearest } from '../../agency/parse/nearest.js';

/** Attributes that any element may have, and those that frameworks leave behind. */
const GLOBAL =
  /^(accesskey|autofocus|class|dir|draggable|exportparts|hidden|id|inert|is|item\w+|lang|nonce|part|role|slot|spellcheck|style|tabindex|title|translate|defer-hydration|data-.*|aria-.*|on.*|[^a-z].*|.*:.*)$/;

/** Number of wrong letters up to which a name counts as misspelt. */
const MISSPELT = 3;

/** Checks tags that no script has registered: their file is not loaded, or they are misspelt. */
export function* checkTags(
  { copies }: PageRecord,
  unknown: readonly Element[],
  find: Find,
): Generator<Finding> {
  const prefixes = [...new Set(['customs', ...copies.map(({ prefix }) => prefix)])];
  const tags = prefixes.flatMap((prefix) => ELEMENT_NAMES.map((name) => tagOf(name, prefix)));
  for (const element of unknown) {
    const { localName } = element;
    const best = nearest(localName, tags);
    if (best === localName) {
      const widget = ELEMENT_NAMES.find((name) => localName.endsWith(`-${name}`))!;
      yield find('not-defined', [localName, widget], element);
    } else if (
      distance(localName, best) <= MISSPELT ||
      prefixes.some((prefix) => localName.startsWith(`${prefix}-`))
    ) {
      yield find('misspelt', [localName, best], element);
    }
  }
}

/** Checks placeholders: of unknown widgets, of widgets that no script provides, and emptied ones. */
export function* checkPlaceholders({ copies }: PageRecord, find: Find): Generator<Finding> {
  for (const place of document.querySelectorAll(`[${PLACEHOLDER}]`)) {
    const name = place.getAttribute(PLACEHOLDER) as ElementName;
    if (!ELEMENT_NAMES.includes(name))
      yield find('unknown-widget', [name, nearest(name, ELEMENT_NAMES)], place);
    else {
      const copy = copies.find(({ widgets }) => widgets.includes(name));
      const hasElement = (tag: string): boolean =>
        [...place.children].some(({ localName }) => localName === tag);
      if (!copy) yield find('widget-missing', [name], place);
      else if (!hasElement(tagOf(name, copy.prefix))) yield find('emptied', [name], place);
    }
  }
}

/** Checks for unknown attributes and for values that are not accepted. */
export function* checkAttributes(element: Element, find: Find): Generator<Finding> {
  const elementClass = element.constructor as ElementClass;
  const { observedAttributes: known } = elementClass;
  const attributes = attributesOf(elementClass);
  const place = element.parentElement?.hasAttribute(PLACEHOLDER) ? element.parentElement : element;
  for (const { name, value } of element.attributes) {
    if (known.includes(name)) {
      const accepted = attributes.get(name)?.accepted;
      if (accepted && !accepted.includes(value)) {
        yield find('value', [name, value, accepted.join(', ')], element);
      }
    } else if (!GLOBAL.test(name)) {
      yield find('attribute', [element.localName, name, nearest(name, known)], element);
    }
  }
  if (place === element) return;
  for (const { name } of place.attributes) {
    const attribute = name.slice('data-'.length);
    if (!name.startsWith('data-') || name === PLACEHOLDER || known.includes(attribute)) continue;
    yield find('attribute', [element.localName, name, `data-${nearest(attribute, known)}`], place);
  }
}
