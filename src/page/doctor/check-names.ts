import type { CustomsElement } from '../../base/element/customs-element.js';
import { NUMBERINGS } from '../../base/language/numbering.js';
import { THEMES } from '../../base/reader/preferences.js';
import { ENGINES } from '../../comments/engines/engines.js';
import { SORTS } from '../../comments/types.js';
import type { PageRecord } from '../page-record.js';
import { PLACEHOLDER, WIDGETS } from '../placeholders.js';
import type { Find, Finding } from './findings.js';
import { distance, nearest } from './nearest.js';

/** Attributes that accept some words only. */
export const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  engine: ENGINES,
  'heading-level': ['1', '2', '3', '4', '5', '6'],
  numbering: NUMBERINGS,
  qr: ['site', 'page', 'none'],
  sort: SORTS,
  theme: THEMES,
  variant: ['card', 'full'],
  view: ['ladder', 'table'],
};

/** Attributes that every element may have, and those that frameworks leave behind. */
const GLOBAL =
  /^(accesskey|autofocus|class|dir|draggable|exportparts|hidden|id|inert|is|item\w+|lang|nonce|part|role|slot|spellcheck|style|tabindex|title|translate|defer-hydration|data-.*|aria-.*|on.*|[^a-z].*|.*:.*)$/;

/** More than three letters apart, a name is meant to be another. */
const MISSPELT = 3;

/** Tags that no script has registered: those of files that are not loaded, and misspelt ones. */
export function* checkTags(
  { copies }: PageRecord,
  unknown: readonly Element[],
  find: Find,
): Generator<Finding> {
  const prefixes = [...new Set(['customs', ...copies.map(({ prefix }) => prefix)])];
  const tags = prefixes.flatMap((prefix) => WIDGETS.map((widget) => `${prefix}-${widget}`));
  for (const element of unknown) {
    const { localName } = element;
    const best = nearest(localName, tags);
    if (best === localName) {
      const widget = WIDGETS.find((one) => localName.endsWith(`-${one}`))!;
      yield find('not-defined', [localName, widget], element);
    } else if (
      distance(localName, best) <= MISSPELT ||
      prefixes.some((prefix) => localName.startsWith(`${prefix}-`))
    ) {
      yield find('misspelt', [localName, best], element);
    }
  }
}

/** Placeholders of widgets that do not exist, or that no script brings. */
export function* checkPlaceholders({ copies }: PageRecord, find: Find): Generator<Finding> {
  for (const place of document.querySelectorAll(`[${PLACEHOLDER}]`)) {
    const name = place.getAttribute(PLACEHOLDER)!;
    if (!WIDGETS.includes(name))
      yield find('unknown-widget', [name, nearest(name, WIDGETS)], place);
    else if (!copies.some(({ widgets }) => widgets.includes(name))) {
      yield find('widget-missing', [name], place);
    }
  }
}

/** Attributes that the element does not have, and values that it does not accept. */
export function* checkAttributes(element: CustomsElement, find: Find): Generator<Finding> {
  const known = (element.constructor as typeof CustomsElement).observedAttributes;
  const place = element.parentElement?.hasAttribute(PLACEHOLDER) ? element.parentElement : element;
  for (const { name, value } of element.attributes) {
    if (known.includes(name)) {
      const accepted = ACCEPTED[name];
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
