import type { LitElement } from 'lit';
import type { State } from '../../agency/state.js';
import { writeJson } from '../../json.js';
import { VERSION } from '../../version.js';
import type { Localized } from '../language/localization.js';
import { inElderMode } from '../reader/preferences.js';

/** Properties that say where the content comes from. They do not affect how it renders. */
const SOURCES = ['src', 'agency', 'lang'];

/** Computes a short hash of a value (FNV-1a of its JSON). Collisions are possible, but rare. */
function nameOf(value: object): string {
  const text = writeJson(value);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

const known = new WeakMap<object, string>();

/** Hashes data once, because it is long and does not change. */
function nameOfData(data: object): string {
  const name = known.get(data) ?? nameOf(data);
  known.set(data, name);
  return name;
}

/** An element that shows an agency. */
export interface Fingerprinted extends LitElement, Localized {
  readonly elder: boolean;
  readonly state: State;
  /** What the rendering takes from the page around the element. */
  readonly surroundings: string;
}

/**
 * Computes a fingerprint of everything that a rendering depends on. Equal fingerprints mean equal
 * renderings.
 */
export function fingerprintOf(element: Fingerprinted): string {
  const { state, surroundings } = element;
  const values: unknown[] = [];
  (element.constructor as typeof LitElement).elementProperties.forEach(({ attribute }, name) => {
    if (attribute === false || SOURCES.includes(name as string)) return;
    values.push(element[name as keyof typeof element]);
  });
  const { language } = element.localization;
  const how = [VERSION, language, inElderMode(element), values, surroundings];
  return `${nameOf(how)}-${nameOfData(state.kind === 'ready' ? state.agency : {})}`;
}
